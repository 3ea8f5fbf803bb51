import * as assert from 'node:assert/strict';
import type { Exchange } from '../../fixtures/exchange';
import { RecordingSink } from '../../fixtures/recordingSink';
import { SseServer } from '../../fixtures/sseServer';
import { TestSession } from './setUp';

describe('the time limits of an endpoint', () => {
	let server: SseServer;
	let session: TestSession;

	const start = (path: string, limits: object, log?: RecordingSink) => {
		session = TestSession.of({ url: server.url(path), ...limits }, log);
		session.start();
		return session;
	};

	/** Lets the stream of `path` send `data: 1`, then `data: 2` …, each at a call. */
	const stepwise = (path: string) => {
		let current: Exchange | undefined;
		server.route(path, async exchange => {
			current = exchange;
			exchange.open();
			await exchange.untilGone();
		});
		let sent = 0;
		return () => current?.write(`data: ${++sent}\n\n`);
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

	it('end an attempt that has no answer in time, for now', async () => {
		start('/silent', { timeoutMs: 5000 });
		await server.until(({ requests }) => requests.length === 1);
		session.clock.advance(4999);
		assert.equal(session.state, 'connecting');
		session.clock.advance(1);
		await session.reaches('waiting');
		const { port } = server;
		assert.deepEqual(session.log.story.slice(1), [
			`failed: no answer within 5 s · 127.0.0.1:${port} · 5 s`,
			'waiting: 3 s before trying again, the default',
		]);
		assert.equal(session.failure?.type, 'timeout');
		assert.equal(session.failure?.isFinal, false);
		session.passWait();
		await server.until(({ requests }) => requests.length === 2);
		assert.deepEqual(session.clock.pending, [5000]);
	});

	it('run through redirects, all together', async () => {
		start('/redirect?to=/silent', { timeoutMs: 5000 });
		await server.until(({ requests }) => requests.length === 2);
		assert.deepEqual(session.clock.pending, [5000]);
		session.clock.advance(5000);
		await session.reaches('waiting');
		assert.equal(session.log.entries('failed')[0]?.details?.hops?.length, 1);
	});

	it('for the answer end with its head: an open stream may be silent', async () => {
		await start('/headers-only', { timeoutMs: 5000 }).reaches('open');
		assert.deepEqual(session.clock.pending, []);
	});

	it('cut an open stream that is silent for too long, and connect again', async () => {
		const send = stepwise('/steps');
		await start('/steps', { idleTimeoutMs: 1000 }).reaches('open');
		session.clock.advance(999);
		await send();
		await session.log.until(({ events }) => events.length === 1);
		session.clock.advance(999);
		await send();
		await session.log.until(({ events }) => events.length === 2);
		session.clock.advance(999);
		assert.equal(session.state, 'open');
		session.clock.advance(1);
		await session.reaches('waiting');
		assert.deepEqual(session.log.story.slice(2), [
			'failed: cut after 1 s of silence, after 2 events in 3 s',
			'waiting: 3 s before reconnecting, the default',
		]);
		assert.equal(session.failure?.type, 'timeout');
		session.passWait();
		await session.reaches('open');
	});

	it('cut a silent POST as well, and leave it so', async () => {
		await start('/headers-only', { method: 'POST', idleTimeoutMs: 1000 }).reaches('open');
		session.clock.advance(1000);
		await session.reaches('failed');
		assert.match(session.log.story.at(-1) ?? '', /silence, .* · not reconnecting: POST/);
	});

	it('do not take our own pause for silence', async () => {
		const send = stepwise('/steps');
		const log = new RecordingSink();
		log.hasRoom = false;
		await start('/steps', { idleTimeoutMs: 1000 }, log).reaches('open');
		await send();
		await log.until(({ events }) => events.length === 1);
		session.clock.advance(10_500);
		assert.equal(session.state, 'open');
		log.drain();
		session.clock.advance(999);
		assert.equal(session.state, 'open');
		session.clock.advance(1);
		await session.reaches('waiting');
	});
});
