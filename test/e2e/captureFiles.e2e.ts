import assert from 'node:assert/strict';
import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SseServer } from '../fixtures/sseServer';
import { captureLine } from './captureLine';
import { becomes, eventually } from './eventually';
import { RealVSCode } from './realVSCode';
import { told } from './told';

/** Files that cannot be opened, and what a person is told of them. */
const broken = [
	['broken.har', '{"log":\n', 'broken.har, line 2: the file ends in the middle of its JSON.'],
	['log.jsonl', '{"level":"info"}\n', 'log.jsonl, line 1: this entry has no “kind” that is known.'],
	['none.ssecapture', 'none', 'none.ssecapture is not a capture of this extension.'],
] as const;

describe('captures as files in the workbench', () => {
	let server: SseServer;
	let vscode: RealVSCode;
	/** The rows of the stream, as they were when it had ended. */
	let seen: string[];

	before(async function () {
		this.timeout(300_000);
		server = await SseServer.start();
		vscode = await RealVSCode.start();
		// Before the first of them is looked for: what is there is then remembered.
		for (const [name, text] of broken) write(name, text);
		write('notes.txt', 'nothing');
		await vscode.connect(server.url('/types'));
		await rowCount(5);
		await vscode.inspectorFocused();
		await vscode.runCommand('Event Stream: Disconnect');
		await rowCount(6);
		seen = await rows();
	});
	after(async () => {
		await vscode?.close();
		await server?.close();
	});

	const write = (name: string, text: string) => writeFileSync(join(vscode.workspace, name), text);
	const rowCount = (count: number) =>
		vscode.inspector.locator(`[role=grid][aria-rowcount="${count + 1}"]`).waitFor();
	const rows = () => vscode.inspector.getByRole('row').allInnerTexts();
	const option = (name: string) => vscode.quickInput.getByRole('option', { name });
	const choose = (text: string) =>
		vscode.quickInput.getByText(text, { exact: true }).first().click();
	const reopen = async () => {
		await vscode.runCommand('View: Reopen Editor With...');
		await choose('Event Stream Inspector');
	};
	/** As the export suggests it, which is named after the URL. */
	const exported = (ending: string) => `127.0.0.1-${server.port}-types${ending}`;

	it('are told of where VS Code cannot show them, and their path is copied', async function () {
		this.timeout(120_000);
		await vscode.runCommand('Event Streams: Focus on Captures View');
		await captureLine(vscode, '/types').first().click({ button: 'right' });
		// VS Code takes no click on a menu that has just opened.
		await vscode.page.getByRole('menuitem', { name: 'Reveal File' }).hover();
		await vscode.page.keyboard.press('Enter');
		const message = await told(vscode, 'The capture is the file');
		const copied = () => vscode.page.evaluate(() => navigator.clipboard.readText());
		await message.getByRole('button', { name: 'Copy Path' }).click();
		await eventually(async () => assert.match(await copied(), /[0-9a-f]{16}\.sqlite$/));
		assert.ok(existsSync(await copied()), await copied());
	});

	for (const [format, ending] of [
		['JSON Lines', '.jsonl'],
		['HTTP Archive (HAR)', '.har'],
		['Capture (SQLite)', '.sqlite'],
	] as const) {
		it(`are exported: ${format}`, async function () {
			this.timeout(120_000);
			await vscode.inspector.getByRole('button', { name: 'Export Capture…' }).click();
			await choose(format);
			const file = await vscode.suggestedFile(ending);
			assert.equal(basename(file), exported(ending));
			await vscode.page.keyboard.press('Enter');
			await told(vscode, `6 entries are exported to ${basename(file)}.`);
			assert.ok(existsSync(file));
			if (ending === '.sqlite') copyFileSync(file, join(vscode.workspace, 'ours.ssecapture'));
		});
	}

	it('are opened by the dialog for files, which lists those that can be', async function () {
		this.timeout(120_000);
		await vscode.runCommand('View: Close All Editors');
		await vscode.runCommand('Event Stream: Open Capture…');
		await vscode.suggestedFile('/workspace/');
		await option(exported('.jsonl')).waitFor();
		assert.equal(await option('notes.txt').count(), 0);
		await option(exported('.jsonl')).click();
		await becomes(rows, seen);
		await captureLine(vscode, exported('.jsonl')).first().waitFor();
	});

	for (const ending of ['.jsonl', '.har', '.sqlite']) {
		it(`are shown by an editor with the same rows: ${ending}`, async function () {
			this.timeout(120_000);
			await vscode.runCommand('View: Close All Editors');
			await vscode.openFile(exported(ending));
			await reopen();
			await becomes(rows, seen);
		});
	}
	it('are shown by it at once with the ending of our own', async function () {
		this.timeout(120_000);
		await vscode.runCommand('View: Close All Editors');
		await vscode.openFile('ours.ssecapture');
		await becomes(rows, seen);
	});

	for (const [name, , sentence] of broken) {
		it(`say what is wrong with them: ${name}`, async function () {
			this.timeout(120_000);
			await vscode.runCommand('View: Close All Editors');
			await vscode.openFile(name);
			if (!name.endsWith('.ssecapture')) await reopen();
			await told(vscode, sentence);
			await vscode.page.getByRole('button', { name: 'Try Again' }).waitFor();
		});
	}
});
