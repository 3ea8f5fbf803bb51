import assert from 'node:assert/strict';
import { becomes } from '../e2e/eventually';
import { commands, workspace } from 'vscode';
import type { InspectorApi, StreamSession } from '../../src/workbench/api';
import { commandIds } from '../../src/workbench/ids';
import { SseServer } from '../fixtures/sseServer';
import { entries, inspectorApi, inState } from './inspector';

describe('the API', () => {
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

	const connect = (path: string): Promise<StreamSession> =>
		api.connect(server.url(path), { reveal: false });

	it('comes with its commands and its setting', async () => {
		const all = await commands.getCommands(true);
		for (const id of Object.values(commandIds)) assert.ok(all.includes(id), id);
		assert.deepEqual(
			workspace.getConfiguration().inspect('eventStreamInspector.endpoints')?.defaultValue,
			[],
		);
	});

	it('connects, and answers queries with what arrived', async () => {
		const session = await connect('/types');
		const found = await entries(session, 'kind:event', 3);
		assert.deepEqual(
			found.map(({ type, data }) => [type, data]),
			[
				['add', '1'],
				['remove', '2'],
				['message', '3'],
			],
		);
		assert.equal(session.state, 'open');
		assert.equal(session.endpoint.url, server.url('/types'));
		assert.ok(api.sessions.includes(session));
		const all = await session.query('');
		assert.deepEqual(
			all.entries.slice(0, 2).map(entry => entry.kind),
			['connecting', 'open'],
		);
		assert.deepEqual(
			all.entries.map(entry => entry.seq),
			all.entries.map((_, index) => index + 1),
		);
		assert.match(all.entries[1]!.data, /200 · HTTP\/1\.1 · text\/event-stream/);
		await becomes(() => session.counts, { received: 5, kept: 5, dropped: 0, bytes: 52 });
	});

	it('sends the request of the standard', async () => {
		const session = await connect('/basic');
		await inState(session, 'open');
		const [request] = server.requests;
		assert.equal(request?.method, 'GET');
		assert.equal(request?.headers.accept, 'text/event-stream');
		assert.equal(request?.headers['cache-control'], 'no-cache');
		assert.equal(request?.headers['accept-encoding'], undefined);
		assert.equal(request?.headers['last-event-id'], undefined);
	});

	it('sends the headers, the method and the body of an endpoint', async () => {
		const session = await api.connect(
			{
				name: 'completion',
				url: server.url('/echo'),
				method: 'post',
				headers: { 'Content-Type': 'application/json', 'X-Client': 'inspector' },
				body: '{"stream":true}',
			},
			{ reveal: false },
		);
		const [event] = await entries(session, 'kind:event', 1);
		const echoed = JSON.parse(event!.data) as { method: string; headers: object; body: string };
		assert.equal(echoed.method, 'POST');
		assert.equal(echoed.body, '{"stream":true}');
		const headers = echoed.headers as Record<string, string>;
		assert.equal(headers['x-client'], 'inspector');
	});

	it('pages through what matches', async () => {
		const session = await connect('/burst?n=2500');
		await entries(session, 'kind:event', 2500);
		const page = await session.query('kind:event', { offset: 2000, limit: 10 });
		assert.equal(page.total, 2500);
		assert.deepEqual(
			page.entries.map(entry => entry.id),
			Array.from({ length: 10 }, (_, index) => String(2001 + index)),
		);
		assert.equal((await session.query('kind:event')).entries.length, 1000);
		assert.equal((await session.query('id:77')).entries[0]?.id, '77');
		assert.equal((await session.query('-kind:event')).total, 2);
		assert.equal((await session.query('/^0000010[0-4]/')).total, 5);
	});

	it('follows the last event ID and the reconnection time', async () => {
		const session = await connect('/ids');
		const found = await entries(session, 'kind:event', 4);
		assert.deepEqual(
			found.map(({ id, lastEventId }) => [id, lastEventId]),
			[
				['1', '1'],
				['ü-2', 'ü-2'],
				[undefined, 'ü-2'],
				['', ''],
			],
		);
		await becomes(() => session.lastEventId, '');
		await becomes(() => session.reconnectionTime, 3000);

		const retrying = await connect('/retry');
		await entries(retrying, 'kind:event', 1);
		await becomes(() => retrying.reconnectionTime, 2500);
		const [retry] = (await retrying.query('kind:retry')).entries;
		assert.equal(retry?.retry, 1500);
	});

	it('reconnects with the last event ID, after the time that the server asked for', async () => {
		const session = await connect('/resume?n=2&retry=300');
		const states: string[] = [];
		session.onDidChangeState(state => states.push(state));
		const found = await entries(session, 'kind:event', 4);
		assert.deepEqual(
			found.slice(0, 4).map(entry => entry.id),
			['1', '2', '3', '4'],
		);
		const [first, second] = server.requests;
		assert.equal(first?.headers['last-event-id'], undefined);
		assert.equal(second?.headers['last-event-id'], '2');
		assert.ok(second.time - first!.time >= 300);
		await becomes(() => states.slice(0, 4), ['open', 'waiting', 'connecting', 'open']);
		const [waiting] = (await session.query('kind:waiting')).entries;
		assert.equal(waiting?.data, '300 ms before reconnecting, as the server asked');
	});

	it('reconnects at once when it is told to, with the ID it is given', async () => {
		const session = await connect('/ticks?rate=100');
		await entries(session, 'kind:event', 3);
		await session.reconnect({ lastEventId: '1000' });
		await entries(session, 'id:1001', 1);
		assert.equal(server.requests[1]?.headers['last-event-id'], '1000');
		await server.until(({ openSockets }) => openSockets === 1);
	});

	it('takes nothing in once it is closed, and can still be queried', async () => {
		const session = await connect('/ticks?rate=500');
		await entries(session, 'kind:event', 20);
		await session.close();
		assert.equal(session.state, 'closed');
		const { total, entries: last } = await session.query('');
		assert.equal(last.at(-1)?.kind, 'closed');
		await server.until(({ openSockets }) => openSockets === 0);
		assert.equal((await session.query('')).total, total);
		assert.ok(!api.sessions.includes(session));
	});

	it('gives the session that runs for the same endpoint, and a new one after it has ended', async () => {
		const first = await connect('/basic');
		assert.equal(await connect('/basic'), first);
		assert.notEqual(await connect('/types'), first);
		await first.close();
		const second = await connect('/basic');
		assert.notEqual(second, first);
		assert.notEqual(second.id, first.id);
	});

	it('rejects what is no endpoint, with a sentence', async () => {
		const reject = (endpoint: unknown, message: RegExp) =>
			assert.rejects(api.connect(endpoint as string), message);
		await reject('not a url', /no scheme\. Begin with http:\/\/ or https:\/\//);
		await reject('ftp://host/x', /ftp: URLs cannot be opened\. Use http:\/\/ or https:\/\//);
		await reject('', /Type the URL/);
		await reject({ name: 'x' }, /URL is missing/);
		await reject({ name: 'x', url: 'http://h/', headers: { 'a b': 'c' } }, /not a valid header/);
		await reject({ name: 'x', url: 'http://h/', headers: { a: 'b\r\nc: d' } }, /header “a”/);
		await reject(42, /endpoint is a URL/);
	});

	it('rejects an invalid filter, with a sentence', async () => {
		const session = await connect('/basic');
		await assert.rejects(session.query('prise:>100'), /“prise” is not a field/);
		await assert.rejects(session.query('/(/'), /regular expression/i);
		await assert.rejects(session.query(undefined as never), /filter must be a string/);
		await assert.rejects(session.query('', { offset: -1 }), /offset must be a whole number/);
		await assert.rejects(
			session.query('kind:event', { limit: 0.5 }),
			/limit must be a whole number/,
		);
	});

	it('rejects an order with an ID that is none, and goes on', async () => {
		const session = await connect('/basic');
		await inState(session, 'open');
		await assert.rejects(session.reconnect({ lastEventId: 5 as never }), /ID must be a string/);
		assert.equal(session.state, 'open');
		await session.reconnect();
		assert.equal((await entries(session, 'kind:connecting', 2)).length, 2);
	});

	it('stops a regular expression that would not end, and goes on', async () => {
		server.route('/trap', async exchange => {
			await exchange.write(`data: ${'a'.repeat(40)}!\n\n`);
			await exchange.untilGone();
		});
		const session = await connect('/trap');
		await entries(session, 'kind:event', 1);
		await assert.rejects(session.query('/^(a+)+$/'), /too long/);
		assert.equal((await session.query('kind:event')).total, 1);
	});
});
