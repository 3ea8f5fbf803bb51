import * as assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import type { Route } from '../../fixtures/exchange';
import { SseServer } from '../../fixtures/sseServer';
import { TestSession } from './setUp';

const first: Route = async exchange => {
	await exchange.write('id: 1\ndata: one\n\n');
	exchange.end();
};

describe('a server that answers otherwise when the stream reconnects', () => {
	let server: SseServer;
	let session: TestSession;

	/** The answer to the first attempt is a stream that ends; to the second, `second`. */
	const reconnect = async (second: Route) => {
		server.route('/fickle', exchange =>
			server.requests.length === 1 ? first(exchange) : second(exchange),
		);
		session = TestSession.of(server.url('/fickle'));
		session.start();
		await session.reaches('waiting');
		session.passWait();
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

	const answers =
		(status: number, headers: Record<string, string>, body = ''): Route =>
		exchange =>
			exchange.answer(status, headers, body);
	const json = { 'Content-Type': 'application/json' };
	const stream = { 'Content-Type': 'text/event-stream' };

	// What comes the second time; how the session is then, and what it says.
	const ends: [string, Route, 'failed' | 'closed', string][] = [
		[
			'with JSON',
			answers(200, json, '{"error":"expired"}'),
			'failed',
			'200 OK · application/json instead of text/event-stream · 0 ms',
		],
		[
			'with a page to log in',
			answers(200, { 'Content-Type': 'text/html' }, '<h1>Log in</h1>'),
			'failed',
			'200 OK · text/html instead of text/event-stream · 0 ms',
		],
		[
			'with an error',
			answers(503, json, '{"error":"down"}'),
			'failed',
			'503 Service Unavailable · application/json · 0 ms',
		],
		[
			'with a stream of another status',
			answers(201, stream, 'data: x\n\n'),
			'failed',
			'201 Created · text/event-stream · 0 ms',
		],
		[
			'with a coding that nobody knows',
			answers(200, { ...stream, 'Content-Encoding': 'dcz' }, 'x'),
			'failed',
			'200 OK · coded with dcz, which cannot be read here · 0 ms',
		],
		[
			'with a redirect to a file',
			answers(302, { Location: 'file:///etc/passwd' }),
			'failed',
			'302 Found to file:///etc/passwd · 0 ms',
		],
		[
			'with nothing more',
			answers(204, {}),
			'closed',
			'204 No Content: the server asked not to reconnect',
		],
	];
	for (const [what, second, state, words] of ends) {
		it(`${what} ends it, and what came before stays`, async () => {
			await reconnect(second);
			await session.reaches(state);
			assert.equal(session.log.story.at(-1), `${state}: ${words}`);
			assert.deepEqual(session.log.events, ['one']);
			assert.equal(session.lastEventId, '1');
			assert.equal(session.attempt, 2);
		});
	}

	const two = 'data: zwei – ü\n\n';
	const streams: [string, Route][] = [
		[
			'with a charset, which does not count',
			answers(200, { 'Content-Type': 'text/event-stream; charset=iso-8859-1' }, two),
		],
		[
			'coded',
			exchange => {
				exchange.open({ 'Content-Encoding': 'gzip' });
				exchange.response.end(gzipSync(two));
			},
		],
		['by a redirect', answers(307, { Location: '/moved' })],
	];
	for (const [what, second] of streams) {
		it(`${what} goes on`, async () => {
			server.route('/moved', answers(200, stream, two));
			await reconnect(second);
			await session.log.until(({ events }) => events.length === 2);
			assert.deepEqual(session.log.events, ['one', 'zwei – ü']);
			assert.equal(server.requests[1]?.headers['last-event-id'], '1');
		});
	}

	it('may open and close in a loop: no faster than the policy, and nothing piles up', async () => {
		server.route('/loop', async exchange => {
			await exchange.write('retry: 0\n\n');
			exchange.end();
		});
		const warnings: Error[] = [];
		const listen = (warning: Error) => warnings.push(warning);
		process.on('warning', listen);
		session = TestSession.of(server.url('/loop'));
		session.start();
		for (let attempt = 1; attempt <= 100; attempt++) {
			await session.reaches('waiting');
			assert.deepEqual(session.clock.pending, [250]);
			await server.until(({ openSockets }) => openSockets === 0);
			session.passWait();
		}
		await session.reaches('waiting');
		assert.equal(session.attempt, 101);
		const kinds = session.log.entries().map(({ kind }) => kind);
		const round = ['connecting', 'open', 'closed', 'waiting'];
		assert.deepEqual(kinds, Array.from({ length: 101 }, () => round).flat());
		process.off('warning', listen);
		assert.deepEqual(warnings, []);
	});
});
