import * as assert from 'node:assert/strict';
import { SseServer } from '../../fixtures/sseServer';
import { TestSession } from '../net/setUp';

describe('A stream that comes again', () => {
	let server: SseServer;
	let session: TestSession;

	/** For the first request the first text, and so on; each stream stays open. */
	const serve = (...texts: string[]) => {
		let next = 0;
		server.route('/live', async exchange => {
			exchange.open();
			await exchange.write(texts[next++] ?? '');
			await exchange.untilGone();
		});
	};
	const start = () => {
		session = TestSession.of(server.url('/live'));
		session.start();
		return session.log;
	};
	/** Cuts the connection on the server’s side and lets the wait pass. */
	const breakOff = async () => {
		server.dropAll();
		await session.reaches('waiting');
		session.passWait();
		await session.reaches('open');
	};
	const sentIds = () => server.requests.map(({ headers }) => headers['last-event-id']);

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

	it('is asked for from the last ID on, and goes on with new ones', async () => {
		serve('id: a\ndata: 1\n\n', 'id: b\ndata: 2\n\n');
		const log = start();
		await log.until(({ events }) => events.length === 1);
		await breakOff();
		await log.until(({ events }) => events.length === 2);
		assert.deepEqual(sentIds(), [undefined, 'a']);
		assert.deepEqual(log.events, ['1', '2']);
		assert.equal(log.frames.at(-1)?.lastEventId, 'b');
	});

	it('is asked for from the last ID on although later events had none', async () => {
		serve('id: a\ndata: 1\n\ndata: 2\n\n');
		await start().until(({ events }) => events.length === 2);
		await breakOff();
		assert.deepEqual(sentIds(), [undefined, 'a']);
	});

	it('is asked for without an ID once an empty one came', async () => {
		serve('id: a\ndata: 1\n\nid: \ndata: 2\n\n');
		await start().until(({ events }) => events.length === 2);
		await breakOff();
		assert.deepEqual(sentIds(), [undefined, undefined]);
	});

	it('brings nothing of an event that was cut off, not even its ID', async () => {
		serve('id: a\ndata: 1\n\nid: b\ndata: hal', 'data: 3\n\n');
		const log = start();
		await log.until(({ body }) => body.toString().endsWith('hal'));
		await breakOff();
		await log.until(({ events }) => events.length === 2);
		assert.deepEqual(log.events, ['1', '3']);
		assert.equal(log.frames.at(-1)?.lastEventId, 'a');
		assert.deepEqual(sentIds(), [undefined, 'a']);
	});

	it('may be asked for by the user at any time', async () => {
		serve('data: 1\n\n', 'data: 2\n\n');
		const log = start();
		await log.until(({ events }) => events.length === 1);
		await session.reconnect();
		await log.until(({ events }) => events.length === 2);
		assert.deepEqual(log.events, ['1', '2']);
		assert.deepEqual(session.states, ['open', 'connecting', 'open']);
	});

	// What the server asks for, how long the wait is in ms.
	for (const [field, delayMs] of [
		['retry:03000', 3000],
		['retry:3000\nretry:1000x', 3000],
		['retry:1000\nretry:5000x', 1000],
	] as const) {
		it(`is asked for after ${delayMs} ms if ${JSON.stringify(field)} was said`, async () => {
			server.route('/live', async exchange => {
				await exchange.write(`${field}\ndata: x\n\n`);
				exchange.end();
			});
			start();
			await session.reaches('waiting');
			assert.deepEqual(session.clock.pending, [delayMs]);
			session.clock.advance(delayMs - 1);
			assert.equal(server.requests.length, 1);
			session.clock.advance(1);
			await session.reaches('waiting');
			assert.equal(server.requests.length, 2);
		});
	}

	it('is announced each time, until 204 ends it for good', async () => {
		let count = 0;
		server.route('/live', async exchange => {
			count++;
			if (count === 3) return exchange.answer(204, { 'Content-Type': 'text/event-stream' });
			await exchange.write(`retry: 2\nid: ${count}\nevent: part\ndata: number ${count}\n\n`);
			exchange.end();
		});
		start();
		assert.equal(session.state, 'connecting');
		await session.reaches('waiting');
		session.passWait();
		await session.reaches('waiting');
		session.passWait();
		await session.reaches('closed');
		const states = ['open', 'waiting', 'connecting', 'open', 'waiting', 'connecting', 'closed'];
		assert.deepEqual(session.states, states);
		assert.deepEqual(
			session.log.frames.map(({ type, data, lastEventId }) => [type, data, lastEventId]),
			[
				['part', 'number 1', '1'],
				['part', 'number 2', '2'],
			],
		);
		assert.equal(session.failure, undefined);
	});

	it('does not come again once it is closed', async () => {
		serve('retry: 250\ndata: 1\n\n');
		await start().until(({ events }) => events.length === 1);
		assert.equal(session.state, 'open');
		const closed = session.close();
		await closed;
		assert.equal(session.state, 'closed');
		session.clock.advance(1e9);
		await server.until(({ openSockets }) => openSockets === 0);
		assert.equal(server.requests.length, 1);
	});

	it('does not come again if it is closed by who hears that it ended', async () => {
		server.route('/live', async exchange => {
			await exchange.write('data: 1\n\n');
			exchange.end();
		});
		session = TestSession.of(server.url('/live'));
		session.onDidChangeState(state => {
			if (state === 'waiting') void session.close();
		});
		session.start();
		await session.reaches('closed');
		assert.deepEqual(session.clock.pending, []);
		session.clock.advance(1e9);
		await server.until(({ openSockets }) => openSockets === 0);
		assert.equal(server.requests.length, 1);
	});

	it('is none if it is closed before the server answers', async () => {
		server.route('/live', exchange => exchange.untilGone());
		start();
		await server.until(({ requests }) => requests.length === 1);
		await session.close();
		session.clock.advance(1e9);
		assert.equal(session.state, 'closed');
		assert.deepEqual(session.states, ['closed']);
		assert.deepEqual(session.log.events, []);
	});
});
