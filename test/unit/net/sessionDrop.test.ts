import * as assert from 'node:assert/strict';
import { SseServer } from '../../fixtures/sseServer';
import { TestSession } from './setUp';

describe('a session whose connection the user drops', () => {
	let server: SseServer;
	let session: TestSession;

	const start = (endpoint: string | object) => {
		session = TestSession.of(endpoint);
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
		assert.equal(session.machine.watching, 0);
		await server.close();
	});

	it('while open, reconnects as after a break: the policy’s delay, the last ID', async () => {
		server.route('/live', async exchange => {
			await exchange.write('retry: 700\nid: 8\ndata: 1\n\nid: 9\ndata: 2\n\n');
			await exchange.untilGone();
		});
		await start(server.url('/live')).log.until(({ events }) => events.length === 2);
		session.clock.advance(12_000);
		await session.drop();
		assert.equal(session.state, 'waiting');
		const [failed, waiting] = session.log.entries().slice(-2);
		assert.match(
			failed?.data ?? '',
			/^connection dropped by you, to test, after 2 events in 12 s$/,
		);
		assert.equal(failed?.kind, 'failed');
		assert.equal(failed?.details?.failure?.type, 'dropped');
		assert.equal(waiting?.data, '700 ms before reconnecting, as the server asked');
		await server.until(({ openSockets }) => openSockets === 0);
		session.passWait();
		await session.reaches('open');
		assert.equal(server.requests[1]?.headers['last-event-id'], '9');
	});

	it('before an answer, tries again', async () => {
		start(server.url('/silent'));
		await server.until(({ requests }) => requests.length === 1);
		await session.drop();
		assert.match(session.log.story[1] ?? '', /^failed: connection dropped by you, to test · 0 ms$/);
		assert.equal(session.log.story[2], 'waiting: 3 s before trying again, the default');
		assert.deepEqual(session.states, ['waiting']);
	});

	it('and that is a POST, does not repeat it, and says so', async () => {
		start({ name: 'x', url: server.url('/basic'), method: 'POST' });
		await session.reaches('open');
		await session.drop();
		assert.equal(session.state, 'failed');
		assert.match(
			session.log.story.at(-1) ?? '',
			/^failed: connection dropped by you.*POST requests might/,
		);
		assert.equal(session.failure?.advice, 'Reconnect to go on from the last event ID.');
	});

	it('where there is none, does nothing', async () => {
		start(server.url('/ends'));
		await session.reaches('waiting');
		const { story } = session.log;
		await session.drop();
		assert.deepEqual(session.log.story, story);
		assert.deepEqual(session.clock.pending, [3000]);
		await session.close();
		await session.drop();
		assert.equal(session.state, 'closed');
	});

	it('just as it is closed, is closed', async () => {
		start(server.url('/basic'));
		await session.reaches('open');
		await Promise.all([session.drop(), session.close()]);
		assert.equal(session.state, 'closed');
		assert.deepEqual(session.log.entries('waiting'), []);
	});

	it('edits the ID that the next attempt sends: the wait goes on', async () => {
		start(server.url('/ends'));
		await session.reaches('waiting');
		session.clock.advance(1000);
		session.editLastEventId('ü-41');
		assert.equal(session.state, 'waiting');
		assert.deepEqual(session.clock.pending, [2000]);
		session.clock.advance(2000);
		await server.until(({ requests }) => requests.length === 2);
		const sent = server.requests[1]?.headers['last-event-id'];
		assert.equal(Buffer.from(String(sent), 'latin1').toString(), 'ü-41');
		await session.reaches('waiting');
		assert.equal(session.lastEventId, '7');
	});

	it('and whose server then sends another type is failed for good', async () => {
		let count = 0;
		server.route('/turns', async exchange => {
			if (count++ > 0)
				return exchange.answer(200, { 'Content-Type': 'text/html' }, '<h1>Log in</h1>');
			await exchange.write('retry: 300\nid: 5\ndata: 1\n\n');
			await exchange.untilGone();
		});
		await start(server.url('/turns')).log.until(({ events }) => events.length === 1);
		await session.drop();
		session.passWait();
		await session.reaches('failed');
		assert.equal(server.requests[1]?.headers['last-event-id'], '5');
		assert.equal(session.failure?.type, 'content-type');
		assert.equal(session.failure?.isFinal, true);
		assert.equal(session.failure?.answer?.text, '<h1>Log in</h1>');
		assert.match(session.log.story.at(-1) ?? '', /^failed: .*text\/html/);
		session.clock.advance(1e9);
		assert.equal(server.requests.length, 2);
	});

	it('starts again from the original URL, with a fresh request', async () => {
		server.route('/from', exchange =>
			exchange.answer(301, { Location: `/basic?n=${server.requests.length}` }),
		);
		await start(server.url('/from')).log.until(({ events }) => events.length === 3);
		await session.drop();
		session.passWait();
		await session.log.until(({ events }) => events.length === 6);
		assert.deepEqual(
			server.requests.map(({ url }) => url),
			['/from', '/basic?n=1', '/from', '/basic?n=3'],
		);
	});
});
