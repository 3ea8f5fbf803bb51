import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { smallEvent, textPieces, tradeEvery } from '../../fixtures/burst';
import { start } from '../../fixtures/child';
import { becomes, eventually } from '../eventually';
import { tasksDuring } from '../pageTasks';
import { RealVSCode } from '../realVSCode';

const events = 1_000_000;
/** Connecting, open, and the pieces of a text at the end. */
const entries = events + 2 + textPieces.length;
/** The events repeat, but for where they stand. */
const period = 10_000;

describe('a person looks at a million events', () => {
	let server: { child: ChildProcess; line: string };
	let vscode: RealVSCode;

	before(async function () {
		this.timeout(300_000);
		server = await start('fixtures/burstServer');
		vscode = await RealVSCode.start();
		await vscode.runCommand('Event Stream: Connect…');
		const url = `${origin()}/mixed?events=${events}&held`;
		await vscode.type(url);
		await vscode.quickInput.getByText(`Connect to ${url}`).waitFor();
		await vscode.page.keyboard.press('Enter');
		await rowCount(2);
		await vscode.inspectorFocused();
		await vscode.inspector.locator('body').evaluate(() =>
			document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
				// An error on the page, which no test may have.
				console.error(`Content security policy: ${violatedDirective} ${blockedURI}`);
			}),
		);
	});
	after(async () => {
		await vscode?.close();
		server?.child.kill();
	});

	const origin = () => `http://127.0.0.1:${server.line}`;
	const filter = () => vscode.inspector.getByRole('searchbox', { name: 'Filter' });
	const grid = () => vscode.inspector.getByRole('grid', { name: 'Events' });
	const entry = (seq: number) => vscode.inspector.locator(`#entry-${seq}`);
	const details = () => vscode.inspector.getByRole('region', { name: 'Details' });
	const tab = (name: string) => details().getByRole('tab', { name });
	const button = (name: string) =>
		vscode.inspector.getByRole('toolbar', { name: 'Stream' }).getByRole('button', { name });
	const rowCount = async (count: number) => {
		await vscode.inspector
			.locator(`[role=grid][aria-rowcount="${count + 1}"]`)
			.waitFor({ timeout: 50_000 });
	};
	const countNow = async () => Number(await grid().getAttribute('aria-rowcount')) - 1;
	const goTo = async (seq: number, asked = `#${seq}`) => {
		// The box is closed by whatever takes the focus late.
		await eventually(async () => {
			await vscode.runCommand('Event Stream: Go to Entry…');
			await vscode.quickInput.getByText('The number of an entry').waitFor({ timeout: 5000 });
		});
		await vscode.type(asked);
		await vscode.page.keyboard.press('Enter');
		await vscode.inspector.locator(`#entry-${seq}[aria-selected=true]`).waitFor();
	};
	const menuItem = (name: string) => vscode.inspector.getByRole('menuitem', { name });

	it('sees them come in, and the page is never busy for long', async function () {
		this.timeout(90_000);
		const tasks = await tasksDuring(vscode.page, async () => {
			await fetch(`${origin()}/go`);
			await rowCount(entries);
		});
		assert.ok(tasks.length > 0, 'nothing was traced');
		const long = tasks.filter(({ workMs }) => workMs > 100);
		assert.deepEqual(long, [], 'tasks that worked for more than 100 ms');
		await entry(entries).waitFor();
	});

	const filters: Record<string, RegExp> = {
		'"price":101.39': /"price":101\.39/,
		'/price":10[0-9]\\.39/': /price":10[0-9]\.39/,
		'data.price:=101.39': /"price":101\.39,/,
		'data.from:A -data.price:>100.5': /"price":100(\.([0-4]\d?|50?))?,"from":"A"/,
	};
	for (const [text, match] of Object.entries(filters)) {
		it(`filters: ${text}`, async () => {
			let inPeriod = 0;
			for (let n = 0; n < period; n++) if (match.test(smallEvent(n))) inPeriod++;
			assert.ok(inPeriod > 0);
			await filter().fill(text);
			await rowCount((inPeriod * events) / period);
			await filter().fill('');
			await rowCount(entries);
		});
	}

	it('filters by a type, by its chip', async () => {
		const chip = vscode.inspector
			.getByRole('group', { name: 'Types' })
			.getByRole('button', { name: /^trade/ });
		await chip.click();
		await rowCount(events / tradeEvery);
		await chip.click();
		await rowCount(entries);
	});

	it('completes a filter, saves it, and has it again', async () => {
		await filter().focus();
		await vscode.page.keyboard.type('data.pri');
		const completions = vscode.inspector.getByRole('listbox', { name: 'Completions' });
		await completions.getByRole('option', { name: 'price' }).first().click();
		await becomes(() => filter().inputValue(), 'data.price:');
		await vscode.page.keyboard.type('>109.98');
		await rowCount(events / 1000);
		const saved = vscode.inspector.getByRole('button', { name: 'Saved Filters…' });
		await saved.click();
		await menuItem('Save Filter…').click();
		await vscode.quickInput.getByText('A name for the filter').waitFor();
		await vscode.type('Dear');
		await vscode.page.keyboard.press('Enter');
		await vscode.inspector.getByRole('button', { name: '“Dear” is in force' }).waitFor();
		await filter().fill('');
		await rowCount(entries);
		await saved.click();
		await menuItem('Dear').click();
		await rowCount(events / 1000);
		await filter().fill('');
		await rowCount(entries);
	});

	it('has a column for a path', async () => {
		await vscode.inspectorFocused();
		const header = (name: string) =>
			vscode.inspector.getByRole('columnheader', { name, exact: true });
		await header('Data').click({ button: 'right' });
		await menuItem('Add Column from JSON Path…').click();
		await vscode.quickInput.getByText('Add Column from JSON Path').first().waitFor();
		await vscode.type('data.from');
		await vscode.page.keyboard.press('Enter');
		await header('data.from').waitFor();
		await goTo(600_003);
		await entry(600_003).getByRole('gridcell', { name: 'A', exact: true }).waitFor();
		await header('data.from').click({ button: 'right' });
		await menuItem('Remove Column').click();
		await header('data.from').waitFor({ state: 'detached' });
	});

	it('bookmarks entries, and sees only those', async () => {
		for (const seq of [700_000, 12]) {
			await goTo(seq);
			await grid().press('Control+F2');
			await vscode.inspector.locator(`#entry-${seq}.bookmarked`).waitFor();
		}
		await grid().press('F2');
		await vscode.inspector.locator('#entry-700000[aria-selected=true]').waitFor();
		await filter().fill('is:bookmarked');
		await rowCount(2);
		await filter().fill('');
		await rowCount(entries);
	});

	it('goes to any entry', async () => {
		for (const seq of [500_000, 3, 999_999]) await goTo(seq);
	});

	it('goes to the latest event with an ID', async () => {
		// No entry has the number 0, and the first event of each period this ID.
		await goTo(3 + events - period, '0');
	});

	it('finds the next and the previous', async () => {
		await goTo(3);
		await vscode.runCommand('Event Stream: Find in the Rows');
		await vscode.inspector.getByRole('textbox', { name: 'Find' }).fill('"n":4242,');
		const count = vscode.inspector.locator('.find-count');
		const isAt = async (place: number, seq: number) => {
			await count.getByText(`${place} of ${events / period}`, { exact: true }).waitFor();
			await vscode.inspector.locator(`#entry-${seq}[aria-selected=true]`).waitFor();
		};
		await isAt(1, 4245);
		await vscode.page.keyboard.press('Enter');
		await isAt(2, 4245 + period);
		await vscode.page.keyboard.press('Shift+Enter');
		await isAt(1, 4245);
		await vscode.page.keyboard.press('Shift+Enter');
		await isAt(100, 4245 + 99 * period);
		await vscode.page.keyboard.press('Escape');
		await grid().and(vscode.inspector.locator(':focus')).waitFor();
	});

	it('filters by a time, dragged on the strip', async () => {
		const strip = vscode.inspector.getByRole('slider', { name: 'Events over Time' });
		const box = (await strip.boundingBox())!;
		const { mouse } = vscode.page;
		await mouse.move(box.x + 2, box.y + box.height / 2);
		await mouse.down();
		await mouse.move(box.x + box.width - 2, box.y + box.height / 2, { steps: 4 });
		await mouse.up();
		await eventually(async () => {
			assert.match(await filter().inputValue(), /^time:[\d:.]+\.\.[\d:.]+$/);
			const count = await countNow();
			assert.ok(count > 0 && count <= entries, `${count} entries`);
		});
		await filter().fill('');
		await rowCount(entries);
	});

	it('reads an event as JSON, as a change, and as bytes', async () => {
		await goTo(300_001);
		// Entry 3 is the first event, whose `n` is 0.
		const n = (300_001 - 3) % period;
		await tab('Data').click();
		await details()
			.getByRole('treeitem', { name: /^n\b/ })
			.filter({ hasText: String(n) })
			.waitFor();
		await tab('Changes').click();
		await details().getByText('+1', { exact: true }).waitFor();
		await tab('Wire').click();
		await details()
			.getByText(/^Chunk/)
			.first()
			.waitFor();
	});

	it('reads the last events as a text', async () => {
		await goTo(entries);
		await tab('Text').click();
		await details()
			.locator('mark', { hasText: textPieces.at(-1)! })
			.waitFor();
		await details().getByText('4 of 4 · choices[0].delta.content').waitFor();
		await tab('Data').click();
	});

	it('scrolls to any place, by the thumb and by keys', async () => {
		const bar = (await vscode.inspector.locator('.scrollbar').boundingBox())!;
		const { mouse } = vscode.page;
		await mouse.move(bar.x + bar.width / 2, bar.y + bar.height - 3);
		await mouse.down();
		for (const part of [0.9, 0.25, 0.5]) {
			await mouse.move(bar.x + bar.width / 2, bar.y + bar.height * part, { steps: 3 });
			await eventually(async () => {
				const row = vscode.inspector.locator('.pool .row:not([hidden]):not([aria-busy])').first();
				const index = Number(await row.getAttribute('aria-rowindex', { timeout: 2000 }));
				assert.ok(Math.abs(index / entries - part) < 0.1, `row ${index} at ${part}`);
			});
		}
		await mouse.up();
		await grid().focus();
		await vscode.page.keyboard.press('Home');
		await vscode.inspector.locator('#entry-1[aria-selected=true]').waitFor();
		await vscode.page.keyboard.press('PageDown');
		await vscode.inspector.locator('#entry-1[aria-selected=true]').waitFor({ state: 'detached' });
		await vscode.page.keyboard.press('End');
		await vscode.inspector.locator(`#entry-${entries}[aria-selected=true]`).waitFor();
	});

	it('pauses, and goes on', async () => {
		await button('Pause').click();
		await button('Resume').waitFor();
		await fetch(`${origin()}/more?events=500`);
		await vscode.inspector.getByText('500 new while paused').waitFor();
		assert.equal(await countNow(), entries);
		await button('Resume').click();
		await rowCount(entries + 500);
	});

	// What looks at the capture comes before this, which empties it.
	it('clears all of it', async () => {
		await button('Clear').click();
		await rowCount(0);
	});
});
