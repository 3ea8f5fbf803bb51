import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { becomes } from '../e2e/eventually';
import { commands, Uri } from 'vscode';
import type { InspectorApi } from '../../src/workbench/api';
import { commandIds } from '../../src/workbench/ids';
import { SseServer } from '../fixtures/sseServer';
import { entries, inspectors, inspectorApi, untilTabs } from './inspector';

describe('captures', () => {
	let api: InspectorApi;
	let server: SseServer;
	let folder: string;

	before(async () => {
		api = await inspectorApi();
		server = await SseServer.start();
		folder = mkdtempSync(join(tmpdir(), 'exports-'));
		const session = await api.connect(server.url('/comments'));
		await entries(session, 'kind:comment', 3);
	});
	after(async () => {
		await server.close();
		rmSync(folder, { recursive: true });
	});

	const exportTo = async (name: string): Promise<string> => {
		const path = join(folder, name);
		await commands.executeCommand(commandIds.exportCapture, Uri.file(path));
		return readFileSync(path, 'latin1');
	};

	it('are exported as the bytes that came', async () => {
		assert.equal(await exportTo('stream.sse'), ': heartbeat\n\ndata: one\n\n:\n\n: heartbeat\n\n');
	});

	it('are exported as JSON, one entry a line', async () => {
		const lines = (await exportTo('stream.jsonl')).trimEnd().split('\n');
		const kinds = lines.map(line => (JSON.parse(line) as { kind: string }).kind);
		assert.deepEqual(kinds, ['connecting', 'open', 'comment', 'event', 'comment', 'comment']);
	});

	it('are exported as they are, and opened again; the file stays when the panel is closed', async () => {
		assert.match(await exportTo('stream.sqlite'), /^SQLite format 3/);
		await commands.executeCommand('workbench.action.closeAllEditors');
		await untilTabs(() => inspectors().length === 0);
		const file = Uri.file(join(folder, 'stream.sqlite'));
		await commands.executeCommand(commandIds.openCapture, file);
		await untilTabs(() => inspectors().length === 1);
		// It has no connection.
		await becomes(() => api.sessions.length, 0);
		assert.match(await exportTo('again.sse'), /^: heartbeat\n\ndata: one/);
		await commands.executeCommand('workbench.action.closeAllEditors');
		await untilTabs(() => inspectors().length === 0);
		assert.match(readFileSync(file.fsPath, 'latin1'), /^SQLite format 3/);
	});
});
