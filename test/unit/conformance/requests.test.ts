import * as assert from 'node:assert/strict';
import type { Exchange } from '../../fixtures/exchange';
import { SseServer } from '../../fixtures/sseServer';
import { TestSession } from '../net/setUp';

describe('The requests of a stream', () => {
	let server: SseServer;
	let session: TestSession;

	/** Lets the session make `count` attempts; the server ends each stream at once. */
	const attempts = async (count: number, endpoint: object | string = server.url('/live')) => {
		session = TestSession.of(endpoint);
		session.start();
		for (let attempt = 1; attempt < count; attempt++) {
			await session.reaches('waiting');
			session.passWait();
		}
		await server.until(({ requests }) => requests.length === count);
		await session.reaches('waiting');
		return server.requests;
	};
	const answersWith = (text: (exchange: Exchange) => string) =>
		server.route('/live', async exchange => {
			await exchange.write(text(exchange));
			exchange.end();
		});

	beforeEach(async () => {
		server = await SseServer.start();
	});

	afterEach(async () => {
		session.dispose();
		assert.deepEqual(session.errors, []);
		await server.until(({ openSockets }) => openSockets === 0);
		await server.close();
	});

	it('ask each time for an event stream that no cache has kept', async () => {
		answersWith(() => 'data: x\n\n');
		for (const { method, headers } of await attempts(3)) {
			assert.equal(method, 'GET');
			assert.equal(headers.accept, 'text/event-stream');
			assert.equal(headers['cache-control'], 'no-cache');
			assert.equal(headers['last-event-id'], undefined);
		}
	});

	it('carry the headers of the endpoint', async () => {
		answersWith(() => 'data: x\n\n');
		const headers = { 'X-First': 'one', 'x-second': 'two' };
		for (const request of await attempts(2, { url: server.url('/live'), headers })) {
			assert.equal(request.headers['x-first'], 'one');
			assert.equal(request.headers['x-second'], 'two');
		}
	});

	for (const method of ['POST', 'REPORT']) {
		it(`of the method ${method} carry the body each time, if they may be repeated`, async () => {
			answersWith(() => 'data: x\n\n');
			const requests = await attempts(2, {
				url: server.url('/live'),
				method,
				headers: { 'Content-Type': 'application/json; charset=utf-8' },
				body: '{"query": "größer"}',
				reconnect: 'auto',
			});
			for (const request of requests) {
				assert.equal(request.method, method);
				assert.equal(request.body, '{"query": "größer"}');
				assert.equal(request.headers['content-type'], 'application/json; charset=utf-8');
			}
		});
	}

	it('bring no cookie back', async () => {
		server.route('/live', async exchange => {
			exchange.open({ 'Set-Cookie': 'session=1' });
			await exchange.write('data: x\n\n');
			exchange.end();
		});
		const requests = await attempts(2);
		assert.deepEqual(
			requests.map(({ headers }) => headers.cookie),
			[undefined, undefined],
		);
	});

	// What it is, the ID.
	for (const [what, id] of [
		['beyond ASCII', '→ 7…'],
		['of 255 characters', 'z'.repeat(255)],
		['that a web page would have to ask for', 'a<b"c>'],
	] as const) {
		it(`bring an ID ${what} back as it was, and go on doing so`, async () => {
			answersWith(({ lastEventId }) =>
				lastEventId === '' ? `id: ${id}\nretry: 200\ndata: hello\n\n` : `data: ${lastEventId}\n\n`,
			);
			await attempts(3);
			assert.deepEqual(session.log.events, ['hello', id, id]);
			assert.deepEqual(
				session.log.frames.map(({ lastEventId }) => lastEventId),
				[id, id, id],
			);
		});
	}

	for (const value of ['\0\0', 'a\0', '\0a', 'a\0a', ' \0']) {
		it(`bring no ID back that came as ${JSON.stringify(value)}`, async () => {
			answersWith(() => `id: ${value}\nretry: 200\ndata: hello\n\n`);
			const requests = await attempts(2);
			assert.equal(requests[1]?.headers['last-event-id'], undefined);
			assert.deepEqual(session.log.events, ['hello', 'hello']);
			assert.equal(session.lastEventId, '');
		});
	}

	it('carry the last event ID that the endpoint begins with', async () => {
		answersWith(() => 'data: x\n\n');
		const requests = await attempts(2, { url: server.url('/live'), lastEventId: 'abc' });
		assert.deepEqual(
			requests.map(({ headers }) => headers['last-event-id']),
			['abc', 'abc'],
		);
	});
});
