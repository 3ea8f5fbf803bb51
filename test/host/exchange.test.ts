import assert from 'node:assert/strict';
import {
	copyFileSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { commands, env, languages, TabInputCustom, Uri, window, workspace } from 'vscode';
import type { Entry } from '../../src/domain/entry';
import type { InspectorApi, StreamSession } from '../../src/workbench/api';
import type { LiveStream } from '../../src/workbench/liveStream';
import { commandIds, editorTypes } from '../../src/workbench/ids';
import { SseServer } from '../fixtures/sseServer';
import { entries, inspectors, inspectorApi, untilTabs } from './inspector';

const editors = () =>
	window.tabGroups.all
		.flatMap(group => group.tabs)
		.filter(({ input }) => input instanceof TabInputCustom);

const folderOf = (session: StreamSession) => dirname((session as LiveStream).capture.file);

describe('captures as files', () => {
	let api: InspectorApi;
	let server: SseServer;
	let session: StreamSession;
	let folder: string;

	before(async () => {
		api = await inspectorApi();
		server = await SseServer.start();
		folder = mkdtempSync(join(tmpdir(), 'exchange-'));
		server.route('/mixed', async exchange => {
			exchange.open({ 'Set-Cookie': 'token=very-secret' });
			await exchange.write('event: tick\nid: 1\ndata: {"n":1}\n\ndata: two\n\n: hello\n\n');
			await exchange.untilGone();
		});
		session = await api.connect({
			name: 'Mixed',
			url: server.url('/mixed'),
			headers: { 'X-Api-Key': 'very-secret' },
		});
		await entries(session, 'kind:comment', 1);
	});
	after(async () => {
		await commands.executeCommand('workbench.action.closeAllEditors');
		await untilTabs(() => inspectors().length === 0 && editors().length === 0);
		await server.close();
		rmSync(folder, { recursive: true });
	});

	const exportTo = async (name: string): Promise<string> => {
		const path = join(folder, name);
		await commands.executeCommand(commandIds.exportCapture, Uri.file(path));
		return readFileSync(path, 'utf8');
	};

	it('are written in every format, without secrets, and nothing is left beside them', async () => {
		for (const name of ['a.jsonl', 'a.sse', 'a.har', 'a.csv', 'a.ssecapture']) {
			const text = await exportTo(name);
			assert.ok(text.length > 0, name);
			assert.ok(!text.includes('very-secret'), name);
		}
		assert.match(readFileSync(join(folder, 'a.csv'), 'utf8'), /^\ufeffseq,time,/);
		assert.deepEqual(readdirSync(folder).sort(), [
			...['a.csv', 'a.har', 'a.jsonl', 'a.sse', 'a.ssecapture'],
		]);
	});

	it('are not written in a format that there is none of', async () => {
		await commands.executeCommand(commandIds.exportCapture, Uri.file(join(folder, 'a.txt')));
		assert.equal(existsSync(join(folder, 'a.txt')), false);
	});

	it('are opened again from each format, with the same entries', async () => {
		const lines = readFileSync(join(folder, 'a.jsonl'), 'utf8');
		for (const name of ['a.jsonl', 'a.har', 'a.ssecapture']) {
			await commands.executeCommand(commandIds.openCapture, Uri.file(join(folder, name)));
			await untilTabs(() => inspectors().length === 2);
			assert.equal(await exportTo('again.jsonl'), lines, name);
			await commands.executeCommand('workbench.action.closeActiveEditor');
			await untilTabs(() => inspectors().length === 1);
		}
		await commands.executeCommand(commandIds.openCapture, Uri.file(join(folder, 'a.sse')));
		await untilTabs(() => inspectors().length === 2);
		const again = (await exportTo('again.jsonl')).trimEnd().split('\n');
		const all = again.map(line => JSON.parse(line) as Entry);
		assert.deepEqual(
			all.map(({ kind, data }) => `${kind} ${data}`),
			['event {"n":1}', 'event two', 'comment hello'],
		);
		await commands.executeCommand('workbench.action.closeActiveEditor');
		await untilTabs(() => inspectors().length === 1);
	});

	it('are shown by an editor: streams and archives when asked, captures of our own ending at once', async () => {
		for (const name of ['a.sse', 'a.har', 'a.jsonl']) {
			const file = Uri.file(join(folder, name));
			await commands.executeCommand('vscode.open', file);
			assert.equal(window.activeTextEditor?.document.uri.path, file.path, name);
			await commands.executeCommand(commandIds.openInInspector);
			await untilTabs(() => editors().length === 1);
			await commands.executeCommand('workbench.action.closeActiveEditor');
			await untilTabs(() => editors().length === 0);
		}
		// VS Code shows no text of it, so that there is no text editor to ask for the file.
		copyFileSync(join(folder, 'a.ssecapture'), join(folder, 'a.sqlite'));
		await commands.executeCommand('vscode.open', Uri.file(join(folder, 'a.sqlite')));
		await commands.executeCommand(commandIds.openInInspector);
		await untilTabs(() => editors().length === 1);
		await commands.executeCommand('workbench.action.closeActiveEditor');
		await untilTabs(() => editors().length === 0);

		await commands.executeCommand('vscode.open', Uri.file(join(folder, 'a.ssecapture')));
		await untilTabs(() => editors().length === 1);
		const [editor] = editors();
		assert.ok(editor?.input instanceof TabInputCustom);
		assert.equal(editor.input.viewType, editorTypes.capture);
		assert.equal(editor.label, 'a.ssecapture');
		await commands.executeCommand('workbench.action.closeActiveEditor');
		await untilTabs(() => editors().length === 0);
	});

	it('of Chromium are shown as well, and a file that is none says what is wrong', async () => {
		const file = join(folder, 'chromium.har');
		copyFileSync(resolve(__dirname, '../../../test/fixtures/archives/chromium.har'), file);
		await commands.executeCommand('vscode.openWith', Uri.file(file), editorTypes.text);
		await untilTabs(() => editors().length === 1);
		const text = await exportTo('of-chromium.jsonl');
		assert.match(text, /"data":"resumed"/);
		assert.ok(!text.includes('very-secret'));
		await commands.executeCommand('workbench.action.closeActiveEditor');
		await untilTabs(() => editors().length === 0);
		const broken = join(folder, 'broken.har');
		writeFileSync(broken, '{"log":\n');
		await commands.executeCommand(commandIds.openCapture, Uri.file(broken));
		assert.equal(inspectors().length, 1);
		const next = await api.connect(server.url('/basic'), { reveal: false });
		assert.equal(folderOf(next), folderOf(session), 'captures are still kept');
		await next.close();
	});

	it('are copied as rows', async () => {
		await commands.executeCommand(commandIds.copyAllAsJsonl);
		assert.equal(await env.clipboard.readText(), await exportTo('copied.jsonl'));
		await commands.executeCommand(commandIds.copyAllAsMarkdown);
		const lines = (await env.clipboard.readText()).trimEnd().split('\n');
		assert.equal(lines.length, 2 + session.counts.kept);
		assert.match(lines.at(-2) ?? '', /\| message \|  \| two \| 11 B \|$/);
	});

	it('are text that folds event by event', async () => {
		const document = await workspace.openTextDocument(Uri.file(join(folder, 'a.sse')));
		assert.equal(document.languageId, 'event-stream');
		assert.ok((await languages.getLanguages()).includes('event-stream'));
		const ranges = await commands.executeCommand<{ start: number; end: number }[]>(
			'vscode.executeFoldingRangeProvider',
			document.uri,
		);
		assert.deepEqual(
			ranges.map(({ start, end }) => [start, end]),
			[[0, 2]],
		);
	});
}).timeout(240_000);
