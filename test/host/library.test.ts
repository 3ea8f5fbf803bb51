import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commands, extensions, Uri, window } from 'vscode';
import { newCaptureName } from '../../src/store/catalogue/captureName';
import type { InspectorApi, StreamSession } from '../../src/workbench/api';
import { commandIds } from '../../src/workbench/ids';
import { SseServer } from '../fixtures/sseServer';
import { entries, inspectors, inspectorApi, inState, untilTabs } from './inspector';

/** What only a look inside tells: where the capture of a stream is. */
const fileOf = (session: StreamSession) =>
	(session as unknown as { capture: { file: string } }).capture.file;

describe('captures that outlive their panel', () => {
	let api: InspectorApi;
	let server: SseServer;

	before(async () => {
		api = await inspectorApi();
	});
	beforeEach(async () => {
		server = await SseServer.start();
		server.route('/live', async exchange => {
			const first = Number(exchange.lastEventId || 0) + 1;
			for (let id = first; id < first + 3; id++) {
				await exchange.write(`id: ${id}\ndata: number ${id}\n\n`);
			}
			await exchange.untilGone();
		});
	});
	afterEach(async () => {
		await commands.executeCommand('workbench.action.closeAllEditors');
		await untilTabs(() => inspectors().length === 0);
		await server.close();
	});

	it('are opened again, and the stream goes on where they end, when the user says so', async () => {
		const session = await api.connect(server.url('/live'));
		await entries(session, 'kind:event', 3);
		const file = fileOf(session);
		await untilTabs(() => inspectors().length === 1);
		await window.tabGroups.close(inspectors());
		await server.until(({ openSockets }) => openSockets === 0);
		await inState(session, 'closed');
		assert.ok(existsSync(file));

		await commands.executeCommand(commandIds.openCapture, Uri.file(file));
		await untilTabs(() => inspectors().length === 1);
		assert.deepEqual([api.sessions.length, server.requests.length], [0, 1], 'nothing by itself');
		await commands.executeCommand(commandIds.reconnect);
		const [again] = api.sessions;
		await entries(again!, 'kind:event data:"number 4"', 1);
		assert.equal(server.requests[1]?.headers['last-event-id'], '3');
		assert.equal(inspectors().length, 1, 'in the same panel');
		assert.notEqual(fileOf(again!), file);
	});

	it('are opened with every committed entry when the writer was killed', async () => {
		const session = await api.connect(server.url('/live'));
		const file = join(dirname(fileOf(session)), newCaptureName());
		const { extensionPath } = extensions.getExtension('sse-tools.event-stream-inspector')!;
		const child = fork(join(extensionPath, 'out/test/fixtures/captureProcess.js'), [file], {
			cwd: extensionPath,
			stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
		});
		await once(child.stdout!, 'data');
		await commands.executeCommand(commandIds.openCapture, Uri.file(file));
		await untilTabs(() => inspectors().some(tab => tab.label === 'Killed'));
		await window.tabGroups.close(inspectors().find(tab => tab.label === 'Killed')!);
		assert.ok(existsSync(`${file}-wal`), 'still being written');

		child.kill('SIGKILL');
		await once(child, 'close');
		await commands.executeCommand(commandIds.openCapture, Uri.file(file));
		await untilTabs(() => inspectors().some(tab => tab.label === 'Killed'));
		const exported = Uri.file(`${file}.jsonl`);
		await commands.executeCommand(commandIds.exportCapture, exported);
		assert.ok(existsSync(exported.fsPath));
	});
});
