import { becomes } from './eventually';
import { SseServer } from '../fixtures/sseServer';
import { RealVSCode } from './realVSCode';

describe('a person marks entries and saves filters', function () {
	this.timeout(300_000);
	let server: SseServer;
	let vscode: RealVSCode;

	before(async () => {
		server = await SseServer.start();
		for (const path of ['/first', '/second']) {
			server.route(path, async exchange => {
				for (let n = 0; n < 30; n++) {
					await exchange.write(`event: tick\nid: ${n}\ndata: {"n":${n}}\n\n`);
				}
				await exchange.untilGone();
			});
		}
		vscode = await RealVSCode.start();
	});
	after(async () => {
		await vscode?.close();
		await server?.close();
	});

	const filter = () => vscode.inspector.getByRole('searchbox', { name: 'Filter' });
	const row = (seq: number) => vscode.inspector.locator(`#entry-${seq}:not([hidden])`);
	const marked = (seq: number) => row(seq).and(vscode.inspector.locator('.bookmarked'));
	const selected = (seq: number) => row(seq).and(vscode.inspector.locator('[aria-selected=true]'));
	const option = (text: string | RegExp) => vscode.quickInput.getByRole('option', { name: text });
	const rowCount = (count: number) =>
		vscode.inspector.locator(`[role=grid][aria-rowcount="${count + 1}"]`).waitFor();
	const press = (keys: string) =>
		vscode.inspector.getByRole('grid', { name: 'Events' }).press(keys);
	const connect = async (path: string) => {
		await vscode.connect(server.url(path));
		await vscode.inspector.getByText(path).first().waitFor();
		// connecting and open
		await rowCount(32);
		await vscode.inspectorFocused();
	};

	it('by a key, in the margin, and under a name', async () => {
		await connect('/first');
		await row(25).click();
		await press('Control+F2');
		await marked(25).waitFor();
		await row(28).click({ position: { x: 6, y: 11 } });
		await marked(28).waitFor();
		await row(30).click();
		await vscode.runCommand('Event Stream: Label Bookmark…');
		await vscode.quickInput.getByText('What to call it').waitFor();
		await vscode.type('the odd one');
		await vscode.page.keyboard.press('Enter');
		await row(30).getByText('the odd one').waitFor();
	});

	it('and goes from one to the next, round the ends', async () => {
		await vscode.inspectorFocused();
		await press('F2');
		await selected(25).waitFor();
		await press('F2');
		await selected(28).waitFor();
		await press('Shift+F2');
		await selected(25).waitFor();
		await press('Shift+F2');
		await selected(30).waitFor();
	});

	it('chooses from a list of them', async () => {
		await vscode.runCommand('Event Stream: List Bookmarks…');
		await option(/#30 · the odd one.*tick.*"n":27/).waitFor();
		await option(/#28/).click();
		await selected(28).waitFor();
	});

	it('sees only them, which changes with each that is set', async () => {
		await filter().fill('is:bookmarked');
		await rowCount(3);
		await selected(28).waitFor();
		await press('Control+F2');
		await rowCount(2);
		await filter().fill('-is:bookmarked');
		await rowCount(30);
		await selected(28).waitFor();
		await press('Control+F2');
		await rowCount(29);
		await filter().fill('is:bookmarked');
		await rowCount(3);
	});

	it('saves the filter, and applies it in another stream', async () => {
		await vscode.inspector.getByRole('button', { name: 'Saved Filters…' }).click();
		await vscode.inspector.getByRole('menuitem', { name: 'Save Filter…' }).click();
		await vscode.quickInput.getByText('A name for the filter is:bookmarked').waitFor();
		await vscode.type('Mine');
		await vscode.page.keyboard.press('Enter');
		await vscode.inspector.getByRole('button', { name: '“Mine” is in force' }).waitFor();

		await connect('/second');
		await row(5).click();
		await press('Control+F2');
		await marked(5).waitFor();
		await vscode.inspector.getByRole('button', { name: 'Saved Filters…' }).click();
		await vscode.inspector.getByRole('menuitem', { name: 'Mine' }).click();
		await rowCount(1);
		await filter().fill('');
		await rowCount(32);
		await vscode.runCommand('Event Stream: Apply Saved Filter…');
		await option(/^Mine.*is:bookmarked/).click();
		await becomes(() => filter().inputValue(), 'is:bookmarked');
		await rowCount(1);
	});

	it('finds all of it again after the window is reloaded', async () => {
		await vscode.runCommand('View: Close Editor');
		await rowCount(3);
		await vscode.inspectorFocused();
		await vscode.runCommand('Developer: Reload Window');
		// What is shown now comes from the file.
		const status = vscode.inspector.getByRole('status', { name: 'Connection' });
		await status.getByText('Capture').waitFor({ timeout: 200_000 });
		await marked(25).waitFor();
		await rowCount(3);
		await row(30).getByText('the odd one').waitFor();
		await vscode.inspector.getByRole('button', { name: '“Mine” is in force' }).waitFor();
		await row(28).click();
		await press('Control+F2');
		await rowCount(2);
	});
});
