import assert from 'node:assert/strict';
import { becomes } from '../e2e/eventually';
import { commands } from 'vscode';
import type { InspectorApi, StreamSession } from '../../src/workbench/api';
import { makeCertificate } from '../fixtures/certificates';
import { RawServer, type RawRoute } from '../fixtures/rawServer';
import { SseServer } from '../fixtures/sseServer';
import { entries, inspectorApi, inState } from './inspector';

describe('what goes wrong is an entry, and the session goes on or says why not', () => {
	let api: InspectorApi;
	let server: SseServer;
	let raw: RawServer | undefined;

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
		await raw?.close();
		raw = undefined;
	});

	const connectTo = (url: string): Promise<StreamSession> => api.connect(url, { reveal: false });
	const connect = (path: string): Promise<StreamSession> => connectTo(server.url(path));
	const failure = async (session: StreamSession) => (await entries(session, 'kind:failed', 1))[0]!;

	it('an unknown host', async () => {
		const session = await connectTo('http://no-such-host.invalid/live');
		const { data, details } = await failure(session);
		assert.match(data, /no-such-host\.invalid/);
		assert.equal(details?.failure?.type, 'unknown-host');
		await inState(session, 'waiting');
	});

	it('a connection that is refused', async () => {
		const { port } = server;
		await server.close();
		const session = await connectTo(`http://127.0.0.1:${port}/`);
		const { data, details } = await failure(session);
		assert.match(data, /refused/);
		assert.equal(details?.failure?.code, 'ECONNREFUSED');
		await inState(session, 'waiting');
		server = await SseServer.start();
		await session.reconnect();
		await entries(session, 'kind:connecting', 2);
	});

	it('a certificate that nobody vouches for', async () => {
		const { key, cert } = await makeCertificate();
		const secure = await SseServer.start({ tls: { key, cert } });
		const session = await connectTo(secure.url('/basic'));
		const { details } = await failure(session);
		assert.equal(details?.failure?.type, 'tls');
		await inState(session, 'failed');
		assert.equal(secure.requests.length, 0);
		await secure.close();
	});

	it('404 with a page', async () => {
		const session = await connect('/not-found');
		const { data, details } = await failure(session);
		assert.match(data, /404 Not Found · text\/html/);
		assert.match(details?.failure?.answer?.text ?? '', /<!DOCTYPE html>/);
		await inState(session, 'failed');
		assert.equal(server.requests.length, 1);
	});

	it('200 with a page', async () => {
		const session = await connect('/html');
		const { details } = await failure(session);
		assert.equal(details?.failure?.type, 'content-type');
		assert.match(details?.failure?.title ?? '', /web page/);
		await inState(session, 'failed');
	});

	it('a server that never answers', async () => {
		const session = await connect('/silent');
		await server.until(({ requests }) => requests.length === 1);
		assert.equal(session.state, 'connecting');
		await session.close();
		assert.equal(session.state, 'closed');
		await server.until(({ openSockets }) => openSockets === 0);
	});

	it('a reset in the middle of an event', async () => {
		const session = await connect('/reset?n=2');
		await entries(session, 'kind:waiting', 1);
		const { entries: all } = await session.query('');
		assert.deepEqual(
			all.map(entry => entry.kind),
			['connecting', 'open', 'event', 'event', 'incomplete', 'failed', 'waiting'],
		);
	});

	it('204', async () => {
		const session = await connect('/no-content');
		await inState(session, 'closed');
		const [closed] = await entries(session, 'kind:closed', 1);
		assert.match(closed!.data, /204/);
	});

	it('an event of 50 MB', async () => {
		const session = await connect('/big-event');
		await entries(session, 'id:after', 1);
		const [big] = await entries(session, 'id:big', 1);
		assert.equal(big!.size, 'id: big\ndata: \n\n'.length + 50_000_000);
		assert.ok(big!.data.length < 17_000_000);
		assert.ok((big!.cutBytes ?? 0) > 33_000_000);
		assert.match(big!.note ?? '', /cut/);
		await becomes(() => session.lastEventId, 'after');
	});

	it('a line that does not end', async () => {
		const session = await connect('/endless-line?size=60000000');
		while (session.counts.bytes < 60_000_000) await session.query('kind:open');
		await session.close();
		const [incomplete] = await entries(session, 'kind:incomplete', 1);
		assert.equal(incomplete!.size, 60_000_006);
		assert.ok(incomplete!.data.length < 17_000_000);
	});

	// What a server of HTTP would not send; VS Code puts its own functions in the place of Node's.
	const connectRaw = async (route: RawRoute): Promise<StreamSession> => {
		raw = await RawServer.start(route);
		return connectTo(raw.url);
	};
	const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n';

	it('more headers than Node would tell of', async () => {
		const lines = Array.from({ length: 3000 }, (_, index) => `X-${index}: v\r\n`).join('');
		const session = await connectRaw(connection => connection.write(`${head}${lines}\r\n`));
		const [open] = await entries(session, 'kind:open', 1);
		assert.equal(open!.details?.response?.headers.length, 3001);
	});

	it('headers without end', async () => {
		const session = await connectRaw(async connection => {
			await connection.write(head);
			while (!connection.isGone) await connection.write('X-Pad: yyyy\r\n'.repeat(1000));
		});
		assert.equal((await failure(session)).details?.failure?.code, 'HPE_HEADER_OVERFLOW');
		await inState(session, 'waiting');
	});

	it('headers that take their time, until the limit or the user', async () => {
		const slow: RawRoute = async connection => {
			await connection.write(`${head}X-Slow: y`);
			await connection.untilGone();
		};
		const session = await connectRaw(slow);
		await raw!.until(({ openSockets }) => openSockets === 1);
		assert.equal(session.state, 'connecting');
		await session.close();
		await raw!.until(({ openSockets }) => openSockets === 0);
		const limited = await api.connect(
			{ name: 'limited', url: raw!.url, timeoutMs: 200 },
			{ reveal: false },
		);
		assert.match((await failure(limited)).data, /^no answer within 200 ms/);
	});

	it('a body that is longer than announced', async () => {
		const session = await connectRaw(connection =>
			connection.write(`${head}Content-Length: 11\r\n\r\ndata: one\n\ndata: two\n\n`),
		);
		assert.match((await failure(session)).data, /^the answer went on after its end, after 1 event/);
	});

	it('invalid UTF-8', async () => {
		const session = await connect('/invalid-utf8');
		const [lone] = await entries(session, 'kind:event', 2);
		assert.match(lone!.data, /^lone \ufffd+\(?.* end$/);
		assert.match(lone!.note ?? '', /not valid UTF-8/);
	});

	it('secrets in the URL and in headers stay out of every entry', async () => {
		const session = await api.connect(
			{
				name: 'secret',
				url: server.url('/basic?token=hunter2').replace('//', '//me:swordfish@'),
				headers: { Authorization: 'Bearer opensesame', 'X-Api-Key': 'abracadabra' },
			},
			{ reveal: false },
		);
		await entries(session, 'kind:event', 3);
		assert.equal(server.requests[0]?.headers.authorization, 'Bearer opensesame');
		const text = JSON.stringify((await session.query('')).entries);
		for (const secret of ['hunter2', 'swordfish', 'opensesame', 'abracadabra']) {
			assert.ok(!text.includes(secret), secret);
		}
	});
});
