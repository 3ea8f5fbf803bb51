import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	type CodeAction,
	type CodeLens,
	commands,
	ConfigurationTarget,
	Range,
	type TextDocument,
	Uri,
	window,
	workspace,
} from 'vscode';
import { commandIds, settingKeys } from '../../src/workbench/ids';
import { SseServer } from '../fixtures/sseServer';
import { inspectorApi, inspectors, untilTabs } from './inspector';

describe('streams in code', () => {
	let folder: string;
	let server: SseServer;

	before(async () => {
		await inspectorApi();
		server = await SseServer.start();
		folder = mkdtempSync(join(tmpdir(), 'code-streams-'));
	});
	after(async () => {
		await commands.executeCommand('workbench.action.closeAllEditors');
		await untilTabs(() => inspectors().length === 0);
		await server.close();
		rmSync(folder, { recursive: true });
	});

	const open = (name: string, text: string) => {
		const file = join(folder, name);
		writeFileSync(file, text);
		return workspace.openTextDocument(Uri.file(file));
	};
	const title = 'Inspect stream';
	const lensesIn = async ({ uri }: TextDocument) => {
		const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri);
		return found.filter(({ command }) => command?.title.includes(title));
	};
	/** With the cursor where a stream begins in the line, or, if none does, where the line begins. */
	const actionsAt = async (document: TextDocument, line: number) => {
		const { text } = document.lineAt(line);
		const character = Math.max(text.search(/new E|fetchE|GET/), 0);
		const range = new Range(line, character, line, character);
		const { uri } = document;
		const found = await commands.executeCommand<CodeAction[]>(
			'vscode.executeCodeActionProvider',
			uri,
			range,
		);
		return found.filter(action => action.title === title);
	};

	const ofLanguages: Record<string, string> = {
		'a.js': "const a = new EventSource('URL');",
		'a.ts': "const a: EventSource = new EventSource('URL');",
		'a.tsx': "const a = <Feed source={new EventSource('URL')} />;",
		'fetch.ts': "await fetchEventSource('URL', {});",
		'a.html': "<script>new EventSource('URL')</script>",
		'a.http': 'GET URL\nAccept: text/event-stream\n',
		'a.rest': 'GET URL\nAccept: text/event-stream\n',
	};
	for (const [name, text] of Object.entries(ofLanguages)) {
		it(`have a lens and an action: ${name}`, async () => {
			const document = await open(name, text.replace('URL', server.url('/basic')));
			assert.equal((await lensesIn(document)).length, 1);
			const [action, ...more] = await actionsAt(document, 0);
			assert.deepEqual(more, []);
			assert.equal(action?.command?.command, commandIds.inspectStream);
			assert.equal(action.kind?.value, 'inspectStream');
		});
	}

	it('have an action only where they stand', async () => {
		const lines = [
			`new EventSource('${server.url('/basic')}');`,
			'',
			'const other = "event-stream";',
		];
		const document = await open('places.js', lines.join('\n'));
		assert.equal((await actionsAt(document, 0)).length, 1);
		assert.equal((await actionsAt(document, 2)).length, 0);
		assert.equal((await lensesIn(document)).length, 1);
	});

	it('are connected to by the action', async () => {
		const document = await open('run.js', `new EventSource('${server.url('/types')}');`);
		const { command, arguments: given = [] } = (await actionsAt(document, 0))[0]!.command!;
		await commands.executeCommand(command, ...given);
		await untilTabs(() => inspectors().length === 1);
		await server.until(() => server.requestsTo('/types').length === 1);
	});

	it('have neither where the setting says no, and are inspected by the command all the same', async () => {
		const document = await open('off.js', `new EventSource('${server.url('/basic')}');`);
		const set = (value: boolean | undefined) =>
			workspace.getConfiguration().update(settingKeys.codeLens, value, ConfigurationTarget.Global);
		await set(false);
		try {
			assert.deepEqual(await lensesIn(document), []);
			assert.deepEqual(await actionsAt(document, 0), []);
			// The command is asked for, not offered.
			await window.showTextDocument(document);
			await commands.executeCommand(commandIds.inspectStream);
			await server.until(() => server.requestsTo('/basic').length === 1);
		} finally {
			await set(undefined);
		}
		assert.equal((await lensesIn(document)).length, 1);
	});
}).timeout(120_000);
