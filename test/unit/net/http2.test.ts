import * as assert from 'node:assert/strict';
import type { Http2ServerResponse } from 'node:http2';
import { makeCertificate, type Certificate } from '../../fixtures/certificates';
import { Coder } from '../../fixtures/coder';
import { startHandshakeRelay } from '../../fixtures/handshakeRelay';
import { RecordingSink } from '../../fixtures/recordingSink';
import { SseServer } from '../../fixtures/sseServer';
import { TestSession } from './setUp';

describe('a session over HTTP/2', () => {
	let certificate: Certificate;
	let server: SseServer;
	let session: TestSession;

	const start = (path: string, more: object = {}, log?: RecordingSink) => {
		session = TestSession.trusting(certificate.ca, { url: server.url(path), ...more }, log);
		session.start();
		return session;
	};

	before(async () => {
		certificate = await makeCertificate({ authority: 'Test Authority' });
	});

	beforeEach(async () => {
		server = await SseServer.start({ tls: certificate, http2: 'only' });
	});

	afterEach(async () => {
		session.dispose();
		assert.deepEqual(session.errors, []);
		await server.until(({ openSockets }) => openSockets === 0);
		assert.deepEqual(session.clock.pending, [], 'a timer is left');
		await server.close();
	});

	it('opens a stream and tells of it as of any other', async () => {
		const { log } = start('/basic', { headers: { 'X-Own': 'yes', Connection: 'keep-alive' } });
		await log.until(({ events }) => events.length === 3);
		assert.deepEqual(log.events, ['one', 'two', 'three']);
		const [open] = log.entries('open');
		assert.equal(open?.data, '200 · HTTP/2 · text/event-stream · headers after 0 ms');
		const { response, request, timings } = open?.details ?? {};
		assert.equal(response?.httpVersion, '2');
		assert.equal(response?.statusText, '');
		assert.equal(response?.remoteAddress, `127.0.0.1:${server.port}`);
		assert.match(response?.tls?.protocol ?? '', /^TLSv1\.[23]$/);
		assert.equal(response?.headers[0]?.[0], 'content-type');
		// As it was sent: lower case, and nothing that is the connection’s.
		assert.deepEqual(request?.headers, [
			['accept', 'text/event-stream'],
			['cache-control', 'no-cache'],
			['x-own', 'yes'],
		]);
		assert.deepEqual(Object.keys(timings ?? {}), ['tcpMs', 'tlsMs', 'sentMs', 'headersMs']);
		const [received] = server.requests;
		assert.equal(received?.httpVersion, '2.0');
		const names = received?.rawHeaders.filter((_, i) => i % 2 === 0);
		assert.deepEqual(names?.toSorted(), [
			':authority',
			':method',
			':path',
			':scheme',
			'accept',
			'cache-control',
			'x-own',
		]);
	});

	it('names the server as the Host of the endpoint does', async () => {
		const { log } = start('/echo', { headers: { Host: 'localhost' } });
		await log.until(({ events }) => events.length === 1);
		assert.equal(JSON.parse(log.events[0] ?? '').headers[':authority'], 'localhost');
		const headers = log.entries('open')[0]?.details?.request?.headers;
		assert.deepEqual(headers?.[0], [':authority', 'localhost']);
	});

	it('sends values without the spaces around them, which the other end would drop', async () => {
		server.route('/spaced', async exchange => {
			await exchange.write('id:  7 \ndata: x\n\n');
			exchange.end();
		});
		start('/spaced', { headers: { 'X-A': ' a ' } });
		await session.reaches('waiting');
		session.passWait();
		await server.until(({ requests }) => requests.length === 2);
		const { headers } = server.requests[1] ?? {};
		assert.deepEqual([headers?.['x-a'], headers?.['last-event-id']], ['a', '7']);
		await session.reaches('waiting');
	});

	it('ends with the server’s end, and goes on with the last event ID', async () => {
		const { log } = start('/ends');
		await session.reaches('waiting');
		assert.deepEqual(log.entries('closed')[0]?.data, 'by the server after 2 events in 0 ms');
		server.route('/ends', async exchange => {
			exchange.open();
			await exchange.untilGone();
		});
		session.passWait();
		await server.until(({ requests }) => requests.length === 2);
		assert.equal(server.requests[1]?.headers['last-event-id'], '7');
		await session.reaches('open');
	});

	it('sends a last event ID as UTF-8', async () => {
		let got = '';
		server.route('/ids', async exchange => {
			got = exchange.lastEventId;
			exchange.open();
			await exchange.untilGone();
		});
		start('/ids', { lastEventId: 'ünï-☃-😀' });
		await session.reaches('open');
		assert.equal(got, 'ünï-☃-😀');
	});

	it('sends a body', async () => {
		const body = { question: 'why? – “so”', more: 'x'.repeat(200_000) };
		const { log } = start('/echo', { method: 'POST', body });
		await log.until(({ events }) => events.length === 1);
		const echo = JSON.parse(log.events[0] ?? '');
		assert.equal(echo.method, 'POST');
		assert.deepEqual(JSON.parse(echo.body), body);
		assert.equal(echo.headers['content-type'], 'application/json');
		assert.equal(echo.headers['content-length'], String(Buffer.byteLength(echo.body)));
	});

	it('sends a body of no bytes', async () => {
		const { log } = start('/echo', { method: 'POST', body: '' });
		await log.until(({ events }) => events.length === 1);
		assert.equal(JSON.parse(log.events[0] ?? '').headers['content-length'], '0');
	});

	it('follows redirects, each on a connection of its own', async () => {
		const { log } = start('/redirect?to=/redirect?to=/basic');
		await log.until(({ events }) => events.length === 3);
		const { hops, timings, response } = log.entries('open')[0]?.details ?? {};
		assert.deepEqual(
			hops?.map(({ to }) => to),
			[server.url('/redirect?to=/basic'), server.url('/basic')],
		);
		assert.equal(response?.httpVersion, '2');
		assert.equal(Object.keys(timings ?? {})[0], 'redirectsMs');
		await server.until(({ openSockets }) => openSockets === 1);
	});

	it('stays closed after 204', async () => {
		const { log } = start('/no-content');
		await session.reaches('closed');
		assert.match(log.story.at(-1) ?? '', /^closed: 204 No Content/);
	});

	it('shows the body of an answer that is no stream', async () => {
		const { data, report } = await start('/not-found').toFail();
		assert.match(data, /^404 Not Found · text\/html/);
		assert.match(report.answer?.text ?? '', /<title>/);
		assert.equal(report.answer?.isComplete, true);
	});

	it('keeps headers that come several times, in order', async () => {
		server.route('/twice', async exchange => {
			exchange.open({ 'X-A': ['1', '2'], 'X-B': '3', 'Set-Cookie': ['a=1', 'b=2'] });
			await exchange.untilGone();
		});
		const { log } = start('/twice');
		await session.reaches('open');
		const headers = log.entries('open')[0]?.details?.response?.headers ?? [];
		const own = headers.filter(([name]) => /^(x-|set-cookie)/.test(name));
		assert.deepEqual(
			own.map(([name]) => name),
			['x-a', 'x-a', 'x-b', 'set-cookie', 'set-cookie'],
		);
		assert.deepEqual(
			own.slice(0, 3).map(([, value]) => value),
			['1', '2', '3'],
		);
	});

	it('reads a coded stream event by event', async () => {
		const coder = new Coder('gzip');
		let more = () => Promise.resolve();
		server.route('/gzip', async exchange => {
			exchange.open({ 'Content-Encoding': 'gzip' });
			await exchange.write(await coder.flush('data: 1\n\n'));
			more = async () => exchange.write(await coder.flush('data: 2\n\n'));
			await exchange.untilGone();
		});
		const { log } = start('/gzip');
		await log.until(({ events }) => events.length === 1);
		await more();
		await log.until(({ events }) => events.length === 2);
		assert.match(log.entries('open')[0]?.data ?? '', /HTTP\/2 · text\/event-stream · gzip/);
	});

	it('holds the server back while there is no room, and loses nothing', async () => {
		const log = new RecordingSink();
		log.hasRoom = false;
		const chunk = `data: ${'x'.repeat(65_529)}\n\n`;
		let written = 0;
		let ping = () => Promise.resolve();
		server.route('/flood', async exchange => {
			const { session: http2 } = (exchange.response as unknown as Http2ServerResponse).stream;
			ping = () => new Promise(resolve => http2?.ping(() => resolve()));
			exchange.open();
			while (written < 8_000_000) {
				written += chunk.length;
				await exchange.write(chunk);
			}
			exchange.end();
		});
		start('/flood', {}, log);
		await log.until(({ body }) => body.length > 0);
		// What lets the server go on would come before the answer to a ping.
		for (let before = -1; before < written; await ping()) before = written;
		assert.ok(written < 4_000_000, `${written} bytes were written`);
		assert.ok(log.body.length < 1_048_576, `${log.body.length} bytes were delivered`);
		log.drain();
		await session.reaches('waiting');
		assert.equal(log.body.length, written);
		assert.match(log.story.at(-2) ?? '', /^closed: by the server/);
	});

	it('takes what comes together with the end of the handshake', async () => {
		await server.close();
		server = await SseServer.start({
			tls: { ...certificate, maxVersion: 'TLSv1.2' },
			http2: 'only',
		});
		const relay = await startHandshakeRelay(server.port);
		try {
			const url = `https://127.0.0.1:${relay.port}/basic`;
			session = TestSession.trusting(certificate.ca, url);
			session.start();
			await session.log.until(({ events }) => events.length === 3);
			assert.equal(relay.joined, 1);
			assert.equal(session.log.entries('open')[0]?.details?.response?.httpVersion, '2');
		} finally {
			session.dispose();
			await relay.close();
		}
	});

	for (const [what, path] of [
		['before the answer', '/silent'],
		['while it is open', '/basic'],
	] as const) {
		it(`is cut at once, ${what}`, async () => {
			start(path);
			await server.until(({ requests }) => requests.length === 1);
			if (path === '/basic') await session.reaches('open');
			await session.close();
			await server.until(({ openSockets }) => openSockets === 0);
			assert.match(session.log.story.at(-1) ?? '', /^closed: by you/);
		});
	}

	it('says that the connection broke', async () => {
		const { log } = start('/basic');
		await log.until(({ events }) => events.length === 3);
		server.dropAll();
		await session.reaches('waiting');
		// Whether a reset comes as one depends on what else is under way on the connection.
		assert.match(
			log.entries('failed')[0]?.data ?? '',
			/^connection (reset|closed) by 127\.0\.0\.1:\d+ in the middle of the answer, after 3 events in 0 ms/,
		);
	});
});
