import * as assert from 'node:assert/strict';
import { RecordingSink } from '../../fixtures/recordingSink';
import { SseServer } from '../../fixtures/sseServer';
import { TestSession } from './setUp';

describe('a session is to', () => {
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

	it('go away while open: no socket, no timer, not a word more', async () => {
		await start('/ticks?rate=500').log.until(log => log.events.length >= 3);
		session.dispose();
		const calls = session.log.calls.length;
		await server.until(({ openSockets }) => openSockets === 0);
		await settle();
		assert.equal(session.log.calls.length, calls);
		await session.close();
		await session.reconnect();
		await settle();
		assert.equal(session.log.calls.length, calls);
		assert.equal(server.requests.length, 1);
	});

	it('go on when a listener throws or the sink fails, and reports it', async () => {
		const log = new RecordingSink();
		log.beforeEnd = () => Promise.reject(new Error('the disk is full'));
		session = TestSession.of(server.url('/ends'), log);
		session.onDidChangeState(() => {
			throw new Error('a listener’s mistake');
		});
		session.start();
		await log.until(({ story }) => story.at(-1)?.startsWith('waiting') === true);
		assert.equal(log.entries('closed')[0]?.data, 'by the server after 0 ms');
		assert.equal(session.state, 'waiting');
		const messages = session.errors.splice(0).map(error => (error as Error).message);
		assert.ok(messages.includes('the disk is full') && messages.includes('a listener’s mistake'));
	});
});
