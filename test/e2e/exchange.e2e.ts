import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SseServer } from '../fixtures/sseServer';
import { becomes } from './eventually';
import { RealVSCode } from './realVSCode';

const stream = [
	': hello',
	'',
	'event: tick',
	'id: 1',
	'data: {"n": 1, "list": [true, null, "x"]}',
	'',
	'event: trade',
	'data: {',
	'data:   "price": 100.5',
	'data: }',
	'',
	'retry: soon',
	'unknown: field',
	'data: plain text',
	'',
	'',
].join('\n');

describe('a person takes captures out of the inspector, and into it', () => {
	let server: SseServer;
	let vscode: RealVSCode;

	before(async function () {
		this.timeout(300_000);
		server = await SseServer.start();
		vscode = await RealVSCode.start();
		for (const name of ['saved.sse', 'other.sse'])
			writeFileSync(join(vscode.workspace, name), stream);
	});
	after(async () => {
		await vscode?.close();
		await server?.close();
	});

	const inspector = () => vscode.inspector;
	const rowCount = (count: number) =>
		inspector()
			.locator(`[role=grid][aria-rowcount="${count + 1}"]`)
			.waitFor();
	/** The line of the list in the quick input that has the text. */
	const choose = async (text: string) => {
		await vscode.quickInput.getByText(text, { exact: true }).first().click();
	};

	it('exports what the filter shows, from the toolbar', async function () {
		this.timeout(300_000);
		await vscode.connect(server.url('/types'));
		await rowCount(5);
		await inspector().getByRole('searchbox', { name: 'Filter' }).fill('type:add,remove');
		await rowCount(2);
		await inspector().getByRole('button', { name: 'Export Capture…' }).click();
		await vscode.quickInput.getByText('The Whole Capture').waitFor();
		await choose('What the Filter Shows');
		await vscode.quickInput.getByText('HTTP Archive (HAR)').waitFor();
		await choose('JSON Lines');
		const file = await vscode.suggestedFile('.jsonl');
		await vscode.page.keyboard.press('Enter');
		await becomes(() => existsSync(file), true);
		const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
		const types = lines.map(line => (JSON.parse(line) as { type: string }).type);
		assert.deepEqual(types, ['add', 'remove']);
		await vscode.page
			.getByText(`2 entries are exported to ${basename(file)}.`)
			.first()
			.waitFor();
	});

	it('copies the rows as a table', async function () {
		this.timeout(120_000);
		await inspector().getByRole('button', { name: 'More Actions…' }).click();
		await inspector().getByRole('menuitem', { name: 'Copy All as Markdown Table' }).click();
		await vscode.page.getByText('2 rows are on the clipboard.').first().waitFor();
		const text = await vscode.page.evaluate(() => navigator.clipboard.readText());
		assert.match(text, /\| event \| add \|  \| 1 \|/);
		assert.equal(text.trimEnd().split('\n').length, 4);
	});

	it('reads a stream as text, in colour, event by event', async function () {
		this.timeout(300_000);
		await vscode.openFile('saved.sse');
		const lines = vscode.page.locator('.editor-instance .view-line');
		await lines.filter({ hasText: 'plain text' }).waitFor();
		const colour = (text: string) =>
			vscode.page
				.locator('.editor-instance .view-line span span')
				.filter({ hasText: text })
				.first()
				.evaluate(span => getComputedStyle(span).color);
		await becomes(
			async () => new Set(await Promise.all(['hello', 'tick', '"n"', '100.5'].map(colour))).size,
			4,
		);
		await vscode.runCommand('Fold All');
		await lines.filter({ hasText: 'plain text' }).waitFor({ state: 'detached' });
		await lines.filter({ hasText: 'price' }).waitFor({ state: 'detached' });
		assert.equal(await lines.filter({ hasText: 'event: tick' }).count(), 1);
		await vscode.runCommand('Unfold All');
		await lines.filter({ hasText: 'plain text' }).waitFor();
	});

	it('reopens it with the inspector, and goes back to the text', async function () {
		this.timeout(300_000);
		await vscode.runCommand('View: Reopen Editor With...');
		await vscode.quickInput.getByText('Event Stream Inspector').first().waitFor();
		await choose('Event Stream Inspector');
		await rowCount(6);
		await inspector().getByText('plain text').first().waitFor();
		await inspector().getByRole('searchbox', { name: 'Filter' }).fill('data.price:>100');
		await rowCount(1);
	});

	it('opens it from the title of the editor', async function () {
		this.timeout(300_000);
		await vscode.openFile('other.sse');
		await vscode.page.getByRole('button', { name: 'Open in Inspector' }).first().click();
		await rowCount(6);
	});
});
