import assert from 'node:assert/strict';
import { commands } from 'vscode';
import type { InspectorApi, StreamSession } from '../../src/workbench/api';
import { commandIds } from '../../src/workbench/ids';
import { SseServer } from '../fixtures/sseServer';
import { entries, inspectorApi, inState } from './inspector';

describe('reconnecting', () => {
	let api: InspectorApi;
	let server: SseServer;

	before(async () => {
		api = await inspectorApi();
	});
	beforeEach(async () => {
		server = await SseServer.start();
	});
	afterEach(async () => {
		await Promise.all(api.sessions.map(session => session.close()));
		await commands.executeCommand('workbench.action.closeAllEditors');
		await server.close();
	});

	const run = (id: string, ...args: unknown[]) => commands.executeCommand(id, ...args);
	const sentIds = () =>
		server.requests.map(({ headers }) =>
			Buffer.from(String(headers['last-event-id'] ?? ''), 'latin1').toString(),
		);
	/** What was said about events, by their ID. */
	const notes = async (session: StreamSession) => {
		const { entries: events } = await session.query('kind:event');
		return events.flatMap(({ id, note }) => (note === undefined ? [] : [[id, note]]));
	};
	/** Each request gets the next text, and its stream stays open. */
	const serve = (...texts: string[]) => {
		server.route('/live', async exchange => {
			await exchange.write(texts[server.requests.length - 1] ?? '');
			await exchange.untilGone();
		});
		return api.connect(server.url('/live'));
	};

	it('can be tried out by dropping the connection', async () => {
		const session = await serve('retry: 250\n\nid: 41\ndata: a\n\n', 'id: 42\ndata: b\n\n');
		await entries(session, 'kind:event', 1);
		await run(commandIds.dropConnection);
		assert.equal(session.state, 'waiting');
		await entries(session, 'kind:event', 2);
		assert.deepEqual(sentIds(), ['', '41']);
		const [failed] = await entries(session, 'kind:failed', 1);
		assert.match(failed!.data, /^connection dropped by you, to test, after 1 event in /);
		assert.deepEqual(await notes(session), [['42', 'resumed after 41, nothing missing']]);
	});

	it('by the API is dropped and goes on; what is repeated and skipped is said', async () => {
		const session = await serve(
			'retry: 250\n\nid: 1\ndata: a\n\nid: 2\ndata: b\n\nid: 3\ndata: c\n\n',
			'id: 2\ndata: b\n\nid: 3\ndata: c\n\nid: 6\ndata: f\n\n',
		);
		const [, second, third] = await entries(session, 'kind:event', 3);
		await session.drop();
		await entries(session, 'kind:event', 6);
		assert.deepEqual(await notes(session), [
			['2', `sent before, as #${second!.seq}`],
			['3', `sent before, as #${third!.seq}`],
			[
				'6',
				`2 IDs skipped: 4 – 5; 2 events sent again before it, #${second!.seq} – #${third!.seq}`,
			],
		]);
		await session.close();
		await session.drop();
		assert.equal(session.state, 'closed');
	});

	it('can be waited for no longer', async () => {
		const session = await api.connect(server.url('/ends'));
		await inState(session, 'waiting');
		await run(commandIds.stopWaiting);
		assert.equal(session.state, 'closed');
		const { entries: all } = await session.query('kind:connection');
		assert.equal(all.at(-1)?.data, 'by you while waiting to connect again');
		assert.equal(server.requests.length, 1);
		await run(commandIds.reconnect);
		await inState(session, 'waiting');
		assert.deepEqual(sentIds(), ['', '7']);
	});

	it('is not stopped where nobody waits', async () => {
		const session = await serve('data: a\n\n');
		await inState(session, 'open');
		await run(commandIds.stopWaiting);
		assert.equal(session.state, 'open');
	});

	it('sends the ID that the user has set meanwhile, in its time', async () => {
		const session = await api.connect(server.url('/retry-after?ms=4000&id=5'));
		await inState(session, 'waiting');
		await run(commandIds.editLastEventId, 'ü-41');
		assert.equal(session.lastEventId, 'ü-41');
		assert.equal(session.state, 'waiting');
		await run(commandIds.editLastEventId, 'a\u001bb');
		assert.equal(session.lastEventId, 'ü-41', 'HTTP could not carry the other');
		await server.until(({ requests }) => requests.length === 2);
		const [first, second] = server.requests;
		assert.ok(second!.time - first!.time >= 4000);
		assert.deepEqual(sentIds(), ['', 'ü-41']);
	});

	it('does not take an ID for the next attempt while the stream sets it', async () => {
		const session = await serve('id: 3\ndata: a\n\n');
		await entries(session, 'kind:event', 1);
		await run(commandIds.editLastEventId, '1');
		assert.equal(session.lastEventId, '3');
	});

	it('from an ID cuts, connects and sends it; none if it is empty', async () => {
		const session = await serve('id: 9\ndata: a\n\n');
		await entries(session, 'kind:event', 1);
		await run(commandIds.reconnectFrom, '4');
		await server.until(({ requests }) => requests.length === 2);
		await run(commandIds.reconnectFrom, '');
		await server.until(({ requests }) => requests.length === 3);
		await run(commandIds.reconnectFrom, '\u0007');
		assert.deepEqual(sentIds(), ['', '4', '']);
		await inState(session, 'open');
	});
});
