import * as assert from 'node:assert/strict';
import { RecordingSink } from '../../fixtures/recordingSink';
import { SseServer } from '../../fixtures/sseServer';
import { TestSession } from './setUp';

describe('a session, ordered to', () => {
	let server: SseServer;
	let session: TestSession;

	const start = (path: string, log?: RecordingSink) => {
		session = TestSession.of(server.url(path), log);
		session.start();
		return session;
	};
	/** Lets everything that is under way come to rest: a turn of the event loop is more than a promise needs. */
	const settle = async () => {
		for (let turn = 0; turn < 5; turn++) await new Promise(resolve => setImmediate(resolve));
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

	it('close while open, records the end and writes nothing more', async () => {
		await start('/ticks?rate=500').log.until(log => log.events.length >= 3);
		session.clock.advance(12_000);
		const closed = session.close();
		const written = session.log.body.length;
		await closed;
		assert.match(session.log.story.at(-1) ?? '', /^closed: by you after \d+ events in 12 s$/);
		assert.equal(session.state, 'closed');
		const calls = session.log.calls.length;
		await server.until(({ openSockets }) => openSockets === 0);
		await settle();
		assert.equal(session.log.calls.length, calls);
		assert.equal(session.log.body.length, written);
		assert.deepEqual(session.log.calls.at(-2)?.call, 'end');
	});

	it('close while the server does not answer, at once', async () => {
		start('/silent');
		await server.until(({ requests }) => requests.length === 1);
		await session.close();
		assert.deepEqual(session.log.story, [
			'connecting: GET',
			'closed: by you after 0 ms, before an answer',
		]);
		assert.equal(
			session.log.calls.some(({ call }) => call === 'end'),
			false,
		);
		assert.deepEqual(session.states, ['closed']);
	});

	it('close before the connection stands', async () => {
		await start('/basic').close();
		assert.equal(session.log.story.at(-1), 'closed: by you after 0 ms, before an answer');
		await settle();
		assert.equal(session.state, 'closed');
	});

	it('close while waiting', async () => {
		await start('/ends').reaches('waiting');
		await session.close();
		assert.equal(session.log.story.at(-1), 'closed: by you while waiting to connect again');
		assert.equal(session.waiting, undefined);
		session.clock.advance(1e9);
		await settle();
		assert.equal(server.requests.length, 1);
	});

	it('close twice, and once more afterwards', async () => {
		await start('/basic').reaches('open');
		await Promise.all([session.close(), session.close()]);
		await session.close();
		assert.equal(session.log.entries('closed').length, 1);
		assert.equal(session.log.calls.filter(({ call }) => call === 'end').length, 1);
	});

	it('close after it failed, and says nothing', async () => {
		await start('/not-found').reaches('failed');
		const before = session.log.story;
		await session.close();
		assert.deepEqual(session.log.story, before);
		assert.equal(session.state, 'failed');
	});

	it('close just as the server has ended the stream: the server did it, and nobody reconnects', async () => {
		const log = new RecordingSink();
		let goOn = () => {};
		log.beforeEnd = () => new Promise(resolve => (goOn = resolve));
		await start('/ends', log).log.until(({ calls }) => calls.some(({ call }) => call === 'end'));
		const closed = session.close();
		goOn();
		await closed;
		assert.match(log.story.at(-1) ?? '', /^closed: by the server after 2 events/);
		assert.equal(session.state, 'closed');
		assert.equal(session.lastEventId, '7');
	});

	it('reconnect while open', async () => {
		await start('/ids').log.until(log => log.events.length === 4);
		await session.reconnect();
		assert.equal(session.state, 'connecting');
		await session.reaches('open');
		assert.deepEqual(session.log.story.slice(2, 4), [
			'closed: by you after 4 events in 0 ms',
			'connecting: attempt 2',
		]);
		assert.deepEqual(session.states, ['open', 'connecting', 'open']);
	});

	it('reconnect with another last event ID', async () => {
		await start('/resume?n=2').reaches('waiting');
		await session.reconnect({ lastEventId: '100' });
		await session.reaches('waiting');
		assert.deepEqual(session.log.events.slice(2), ['event 101', 'event 102']);
		assert.equal(server.requests.length, 2);
		await session.reconnect({ lastEventId: '' });
		await session.reaches('waiting');
		assert.equal(server.requests[2]?.headers['last-event-id'], undefined);
	});

	it('reconnect while waiting, which ends the waiting', async () => {
		await start('/ends').reaches('waiting');
		await session.reconnect();
		assert.deepEqual(session.clock.pending, []);
		assert.equal(session.log.story.at(-1), 'connecting: attempt 2 · sends Last-Event-ID 7');
		await session.reaches('waiting');
		assert.equal(server.requests.length, 2);
	});

	it('reconnect after the end, for good or by an order', async () => {
		await start('/no-content').reaches('closed');
		await session.reconnect();
		await session.reaches('closed');
		await session.close();
		await session.reconnect();
		await session.reaches('closed');
		assert.equal(server.requests.length, 3);
	});

	it('reconnect after a failure, and forgets how many there were', async () => {
		await start('/hang-up').reaches('waiting');
		session.passWait();
		await session.reaches('waiting');
		assert.equal(session.waiting?.totalMs, 6000);
		await session.reconnect();
		await session.reaches('waiting');
		assert.equal(session.waiting?.totalMs, 3000);
	});

	it('close and reconnect at once: it is connected, once', async () => {
		await start('/basic').reaches('open');
		await Promise.all([session.close(), session.reconnect()]);
		await session.reaches('open');
		await server.until(({ openSockets }) => openSockets === 1);
		assert.equal(server.requests.length, 2);
		assert.equal(session.log.entries('closed').length, 1);
	});

	it('reconnect and close at once: it is closed', async () => {
		await start('/basic').reaches('open');
		await Promise.all([session.reconnect(), session.close()]);
		await settle();
		assert.equal(session.state, 'closed');
		assert.equal(server.requests.length, 1);
		assert.equal(session.log.entries('closed').length, 1);
	});

	it('close by a listener that hears of the attempt', async () => {
		await start('/ends').reaches('waiting');
		let closed: Promise<void> | undefined;
		session.onDidChangeState(state => {
			if (state === 'connecting') closed = session.close();
		});
		session.passWait();
		await closed;
		await settle();
		assert.equal(session.state, 'closed');
		assert.equal(server.requests.length, 1);
	});
});
