import * as assert from 'node:assert/strict';
import { RecordingSink } from '../../fixtures/recordingSink';
import { SseServer } from '../../fixtures/sseServer';
import { TestSession } from './setUp';

describe('a session', () => {
	let server: SseServer;
	let session: TestSession;

	const start = (pathOrEndpoint: string | object, log?: RecordingSink) => {
		const given = typeof pathOrEndpoint === 'string' ? server.url(pathOrEndpoint) : pathOrEndpoint;
		session = TestSession.of(given, log);
		session.start();
		return session;
	};

	beforeEach(async () => {
		server = await SseServer.start();
	});

	afterEach(async () => {
		session.dispose();
		assert.deepEqual(session.errors, []);
		await server.until(({ openSockets }) => openSockets === 0);
		assert.deepEqual(session.clock.pending, [], 'a timer is left');
		await server.close();
	});

	it('sends exactly what the standard’s clients send', async () => {
		await start('/basic').reaches('open');
		const sent = [
			['Host', `127.0.0.1:${server.port}`],
			['Accept', 'text/event-stream'],
			['Cache-Control', 'no-cache'],
			['Connection', 'close'],
		];
		assert.deepEqual(server.requests[0]?.rawHeaders, sent.flat());
		assert.equal(server.requests[0]?.method, 'GET');
	});

	it('sends the endpoint’s method, headers and body', async () => {
		start({
			url: server.url('/echo'),
			method: 'POST',
			headers: { 'Content-Type': 'application/json', Authorization: 'Bearer secret' },
			body: '{"q":"grüß"}',
		});
		await session.reaches('open');
		const [request] = server.requests;
		assert.equal(request?.body, '{"q":"grüß"}');
		assert.equal(request?.headers['content-length'], '14');
		assert.equal(request?.headers.authorization, 'Bearer secret');
		assert.equal(session.log.story[0], 'connecting: POST · 14 B body');
		assert.doesNotMatch(JSON.stringify(session.log.entries()), /secret/);
	});

	it('tells the story of a stream: connecting, open, its bytes, closed, waiting', async () => {
		await start('/ends').reaches('waiting');
		assert.deepEqual(session.log.story, [
			'connecting: GET',
			'open: 200 · HTTP/1.1 · text/event-stream · headers after 0 ms',
			'closed: by the server after 2 events in 0 ms',
			'waiting: 3 s before reconnecting, the default',
		]);
		assert.deepEqual(
			session.log.calls.map(({ call }) => call).filter(call => call !== 'write'),
			['begin', 'record', 'record', 'end', 'record', 'record'],
		);
		assert.deepEqual(session.log.events, ['one', 'two']);
		assert.deepEqual(session.states, ['open', 'waiting']);
		assert.equal(session.lastEventId, '7');
		assert.equal(session.waiting?.totalMs, 3000);
		const open = session.log.entries('open')[0]?.details;
		assert.equal(open?.response?.remoteAddress, `127.0.0.1:${server.port}`);
		assert.equal(open?.response?.httpVersion, '1.1');
		assert.equal(typeof open?.timings?.headersMs, 'number');
	});

	it('reconnects after the time that retry set, with the last event ID', async () => {
		await start('/resume?n=2&retry=1234').reaches('waiting');
		assert.equal(
			session.log.story.at(-1),
			'waiting: 1.23 s before reconnecting, as the server asked',
		);
		session.clock.advance(1233);
		assert.equal(session.state, 'waiting');
		session.clock.advance(1);
		assert.equal(session.state, 'connecting');
		await session.reaches('waiting');
		assert.deepEqual(session.log.events, ['event 1', 'event 2', 'event 3', 'event 4']);
		assert.equal(server.requests[0]?.headers['last-event-id'], undefined);
		assert.equal(server.requests[1]?.headers['last-event-id'], '2');
		assert.equal(session.log.entries('connecting')[1]?.data, 'attempt 2 · sends Last-Event-ID 2');
		assert.equal(session.reconnectionTimeMs, 1234);
	});

	it('carries an ID beyond Latin-1, as UTF-8', async () => {
		await start(`/retry-after?ms=10&id=${encodeURIComponent('日本-ü-😀')}`).reaches('waiting');
		session.passWait();
		await session.reaches('waiting');
		const sent = server.requests[1]?.headers['last-event-id'];
		assert.equal(Buffer.from(String(sent), 'latin1').toString('utf8'), '日本-ü-😀');
	});

	it('does not send an ID that HTTP cannot carry, and says so', async () => {
		await start(`/retry-after?ms=10&id=${encodeURIComponent('a\u001bb')}`).reaches('waiting');
		session.passWait();
		await session.reaches('waiting');
		assert.equal(session.lastEventId, 'a\u001bb');
		assert.equal(server.requests[1]?.headers['last-event-id'], undefined);
		assert.equal(
			session.log.entries('connecting')[1]?.data,
			'attempt 2 · Last-Event-ID not sent: it contains the control character U+001B, which HTTP cannot carry',
		);
	});

	it('says that HTTP does not carry the spaces around an ID', async () => {
		await start(`/retry-after?ms=10&id=${encodeURIComponent(' 7 ')}`).reaches('waiting');
		session.passWait();
		await session.reaches('waiting');
		assert.equal(session.lastEventId, ' 7 ');
		assert.equal(server.requests[1]?.headers['last-event-id'], '7');
		assert.equal(
			session.log.entries('connecting')[1]?.data,
			'attempt 2 · sends Last-Event-ID 7 · without the spaces around it',
		);
	});

	it('begins with the endpoint’s last event ID', async () => {
		await start({ url: server.url('/resume?n=1'), lastEventId: '41' }).reaches('waiting');
		assert.deepEqual(session.log.events, ['event 42']);
		assert.equal(session.log.story[0], 'connecting: GET · sends Last-Event-ID 41');
	});

	it('does not spin when a closing stream asks for no pause', async () => {
		await start('/retry-zero').reaches('waiting');
		for (let attempt = 2; attempt <= 5; attempt++) {
			assert.deepEqual(session.clock.pending, [250]);
			session.clock.advance(249);
			assert.equal(server.requests.length, attempt - 1);
			session.clock.advance(1);
			await session.reaches('waiting');
			assert.equal(server.requests.length, attempt);
		}
	});

	it('waits beyond 2^31 ms', async () => {
		await start('/retry-after?ms=9999999999').reaches('waiting');
		assert.equal(session.waiting?.totalMs, 9_999_999_999);
		session.clock.advance(9_999_999_998);
		assert.equal(session.state, 'waiting');
		session.clock.advance(1);
		await session.reaches('waiting');
		assert.equal(server.requests.length, 2);
	});

	it('is closed for good by 204', async () => {
		await start('/no-content').reaches('closed');
		assert.equal(
			session.log.story.at(-1),
			'closed: 204 No Content: the server asked not to reconnect',
		);
		assert.equal(session.log.entries().at(-1)?.details?.response?.status, 204);
		assert.equal(session.failure, undefined);
	});

	it('reads a POST once, and says why', async () => {
		await start({ url: server.url('/ends'), method: 'POST' }).reaches('closed');
		assert.equal(
			session.log.story.at(-1),
			'closed: by the server after 2 events in 0 ms · not reconnecting: POST requests might not bear repeating',
		);
	});

	it('keeps what came before a reset, then reconnects', async () => {
		await start('/reset?n=2').reaches('waiting');
		const address = `127.0.0.1:${server.port}`;
		assert.deepEqual(session.log.events, ['event 1', 'event 2']);
		assert.equal(session.log.frames.at(-1)?.kind, 'incomplete');
		assert.deepEqual(session.log.story.slice(2), [
			`failed: connection reset by ${address} in the middle of the answer, after 2 events in 0 ms · ECONNRESET`,
			'waiting: 3 s before reconnecting, the default',
		]);
		assert.equal(session.lastEventId, '2');
		assert.equal(session.failure?.type, 'reset');
		session.passWait();
		await session.reaches('open');
		assert.equal(session.failure, undefined);
		assert.equal(server.requests[1]?.headers['last-event-id'], '2');
	});

	for (const path of ['/break?n=1', '/bad-chunk']) {
		it(`takes ${path} for a failure for now`, async () => {
			await start(path).reaches('waiting');
			assert.deepEqual(session.log.entries('failed').length, 1);
			assert.equal(session.log.events.length, 1);
			assert.equal(session.failure?.isFinal, false);
		});
	}

	it('stays open through silence', async () => {
		await start('/headers-only').reaches('open');
		session.clock.advance(24 * 3600 * 1000);
		assert.equal(session.state, 'open');
		assert.equal(server.openSockets, 1);
	});

	it('counts the bytes of the attempt', async () => {
		await start('/basic').log.until(log => log.events.length === 3);
		assert.equal(session.reached?.bytes, 'data: one\n\ndata: two\n\ndata: three\n\n'.length);
		assert.equal(session.reached?.openedAt, session.clock.now());
	});

	it('takes note of facts while it is open', async () => {
		await start('/headers-only').reaches('open');
		session.noteFacts({ lastEventId: '9', reconnectionTime: 700 });
		assert.equal(session.lastEventId, '9');
		assert.equal(session.reconnectionTimeMs, 700);
	});
});
