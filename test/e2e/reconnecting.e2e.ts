import assert from 'node:assert/strict';
import { becomes } from './eventually';
import { SseServer } from '../fixtures/sseServer';
import { RealVSCode } from './realVSCode';

describe('a stream that comes again', () => {
	let server: SseServer;
	let vscode: RealVSCode;

	before(async function () {
		this.timeout(300_000);
		server = await SseServer.start();
		// Numbered from Last-Event-ID, and it does not reconnect by itself while the test looks.
		server.route('/live', async exchange => {
			const first = Number(exchange.lastEventId || 0) + 1;
			await exchange.write('retry: 600000\n\n');
			for (let id = first; id < first + 4; id++) {
				await exchange.write(`id: ${id}\ndata: number ${id}\n\n`);
			}
			await exchange.untilGone();
		});
		vscode = await RealVSCode.start();
		await vscode.connect(server.url('/live'));
		await state('Open');
		await vscode.inspectorFocused();
	});
	after(async () => {
		await vscode?.close();
		await server?.close();
	});

	const sentIds = () => server.requests.map(({ headers }) => headers['last-event-id']);
	const state = (word: string) =>
		vscode.inspector.getByRole('status', { name: 'Connection' }).getByText(word).first().waitFor();
	const row = (text: string) => vscode.inspector.getByRole('row').filter({ hasText: text });
	const button = (name: string) => vscode.inspector.getByRole('button', { name, exact: true });

	it('from an event that the user picks, and says what is repeated', async function () {
		this.timeout(300_000);
		await row('number 2').click({ button: 'right' });
		await vscode.inspector.getByRole('menuitem', { name: 'Reconnect from This Event' }).click();
		await row('resumed after 2, nothing missing').filter({ hasText: 'number 3' }).waitFor();
		await row('sent before, as #').filter({ hasText: 'number 4' }).waitFor();
		await row('2 events sent again before it').filter({ hasText: 'number 5' }).waitFor();
		assert.deepEqual(sentIds(), [undefined, '2']);
		await row('by you after 4 events').waitFor();
	});

	it('unless the user stops waiting', async function () {
		this.timeout(300_000);
		await button('More Actions…').click();
		await vscode.inspector.getByRole('menuitem', { name: 'Drop Connection' }).click();
		await state('Reconnecting in');
		await row('connection dropped by you, to test').waitFor();
		await button('Reconnect Now').waitFor();
		await button('Stop Waiting').click();
		await row('by you while waiting to connect again').waitFor();
		await state('Closed');
		assert.equal(server.requests.length, 2);
	});

	it('with the ID that the user sets', async function () {
		this.timeout(300_000);
		await button('Edit…').click();
		const input = vscode.quickInput.locator('.quick-input-box input');
		await input.waitFor();
		await becomes(() => input.inputValue(), '6');
		await vscode.type('8');
		await vscode.page.keyboard.press('Enter');
		await vscode.inspector.getByText('will send Last-Event-ID 8').waitFor();
		assert.equal(server.requests.length, 2, 'not before the user says so');
		await vscode.inspector.getByRole('button', { name: 'Reconnect', exact: true }).first().click();
		await row('number 9').filter({ hasText: 'resumed after 8, nothing missing' }).waitFor();
		assert.deepEqual(sentIds(), [undefined, '2', '8']);
	});

	it('by commands, each where it makes sense', async function () {
		this.timeout(300_000);
		await vscode.runCommand('Event Stream: Reconnect with Last-Event-ID…');
		await vscode.quickInput.locator('.quick-input-box input').waitFor();
		await vscode.type('3');
		await vscode.page.keyboard.press('Enter');
		await row('number 4').filter({ hasText: 'resumed after 3' }).waitFor();
		assert.equal(sentIds().at(-1), '3');
		await vscode.runCommand('Event Stream: Drop Connection, to Test Reconnection');
		await state('Reconnecting in');
		await vscode.runCommand('Event Stream: Stop Waiting');
		await state('Closed');
	});
});
