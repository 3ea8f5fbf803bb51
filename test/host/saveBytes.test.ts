import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { becomes } from '../e2e/eventually';
import { commands, Uri } from 'vscode';
import type { InspectorApi, StreamSession } from '../../src/workbench/api';
import { commandIds } from '../../src/workbench/ids';
import { SseServer } from '../fixtures/sseServer';
import { entries, inspectors, inspectorApi, untilTabs } from './inspector';

describe('the bytes of an attempt', () => {
	const text = ['\ufeffid: 1\r\ndata: one\r\n\r\n', 'data: two\n\ndata: not finished'];
	let api: InspectorApi;
	let server: SseServer;
	let folder: string;
	let session: StreamSession;

	const save = async (name: string, attempt?: number, options?: object) => {
		const file = Uri.file(join(folder, name));
		const saved = await commands.executeCommand<Uri | undefined>(
			commandIds.saveBytes,
			attempt,
			file,
			options,
		);
		assert.equal(saved !== undefined, existsSync(file.fsPath));
		return saved && readFileSync(file.fsPath);
	};

	before(async () => {
		api = await inspectorApi();
		folder = mkdtempSync(join(tmpdir(), 'bytes-'));
		server = await SseServer.start();
		// The second attempt gets the rest, and gets it as gzip.
		server.route('/halves', async exchange => {
			if (exchange.lastEventId === '') {
				await exchange.write(text[0] ?? '');
				return exchange.end();
			}
			exchange.open({ 'Content-Encoding': 'gzip' });
			await exchange.write(gzipSync(text[1] ?? ''));
			await exchange.untilGone();
		});
		session = await api.connect({
			name: 'Halves',
			url: server.url('/halves'),
			reconnect: 'never',
		});
		await entries(session, 'kind:closed', 1);
		await session.reconnect();
		await entries(session, 'type:message', 2);
	});
	after(async () => {
		await commands.executeCommand('workbench.action.closeAllEditors');
		await untilTabs(() => inspectors().length === 0);
		await server.close();
		rmSync(folder, { recursive: true });
	});

	it('are saved as they came, while the stream is open', async () => {
		assert.equal(session.state, 'open');
		assert.equal((await save('first.sse', 1))?.toString(), text[0]);
		assert.deepEqual(await save('second.sse.gz', 2), gzipSync(text[1] ?? ''));
		assert.deepEqual(await save('latest.sse.gz'), gzipSync(text[1] ?? ''));
	});

	it('are saved decoded', async () => {
		assert.equal((await save('second.sse', 2, { decoded: true }))?.toString(), text[1]);
	});

	it('are counted as received', () => {
		const received = Buffer.byteLength(text[0] ?? '') + gzipSync(text[1] ?? '').length;
		return becomes(() => session.counts.bytes, received);
	});

	it('are not saved for an attempt that brought none', async () => {
		assert.equal(await save('third.sse', 3), undefined);
	});

	it('are saved from a capture that is opened again', async () => {
		const file = Uri.file(join(folder, 'halves.sqlite'));
		await commands.executeCommand(commandIds.exportCapture, file);
		await commands.executeCommand(commandIds.openCapture, file);
		await untilTabs(() => inspectors().length === 2);
		assert.deepEqual(await save('opened.sse.gz', 2), gzipSync(text[1] ?? ''));
		await commands.executeCommand('workbench.action.closeActiveEditor');
		await untilTabs(() => inspectors().length === 1);
	});

	it('are refused in part, unless a part is wanted', async () => {
		await commands.executeCommand(commandIds.clear);
		await entries(session, 'kind:event', 0);
		assert.equal(await save('cleared.sse', 1), undefined);
		assert.equal((await save('nothing.sse', 1, { partial: true }))?.length, 0);
	});
}).timeout(240_000);
