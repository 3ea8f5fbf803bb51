import * as assert from 'node:assert/strict';
import { RawServer, type RawConnection, type RawRoute } from '../../fixtures/rawServer';
import { TestSession } from './setUp';

describe('a server that takes its time', () => {
	let server: RawServer;
	let session: TestSession;

	const start = async (route: RawRoute, limits: object = {}) => {
		server = await RawServer.start(route);
		session = TestSession.of({ url: server.url, ...limits });
		session.start();
	};

	/** Lets the server send one byte of a head that never ends, at each call. */
	const drip = async (limits: object = {}) => {
		const connected = new Promise<RawConnection>(resolve => {
			void start(async connection => {
				await connection.write('HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nX-Slow: ');
				resolve(connection);
				await connection.untilGone();
			}, limits);
		});
		const connection = await connected;
		return () => connection.write('y');
	};

	afterEach(async () => {
		session.dispose();
		assert.deepEqual(session.errors, []);
		await server.until(({ openSockets }) => openSockets === 0);
		assert.deepEqual(session.clock.pending, [], 'a timer is left');
		await server.close();
	});

	it('with each byte of its headers is given up in time, if there is a limit', async () => {
		const sendByte = await drip({ timeoutMs: 5000 });
		for (let second = 1; second < 5; second++) {
			await sendByte();
			session.clock.advance(1000);
			assert.equal(session.state, 'connecting');
		}
		await sendByte();
		session.clock.advance(1000);
		await session.reaches('waiting');
		assert.deepEqual(session.log.story.slice(1), [
			`failed: no answer within 5 s · ${server.address} · 5 s`,
			'waiting: 3 s before trying again, the default',
		]);
	});

	it('with each byte of its headers is waited for without a limit, until the user cuts it', async () => {
		const sendByte = await drip();
		for (let minute = 1; minute <= 60; minute++) {
			await sendByte();
			session.clock.advance(60_000);
		}
		assert.equal(session.state, 'connecting');
		assert.equal(session.reached?.startedAt, session.clock.now() - 3_600_000);
		await session.close();
		assert.equal(session.reached, undefined);
		assert.equal(session.log.story.at(-1), 'closed: by you after 1 h, before an answer');
	});

	it('and says every now and then that it is at work, is given up in time', async () => {
		let working = () => {};
		await start(
			async connection => {
				working = () => void connection.write('HTTP/1.1 102 Processing\r\n\r\n');
				working();
				await connection.untilGone();
			},
			{ timeoutMs: 5000 },
		);
		await server.until(({ openSockets }) => openSockets === 1);
		for (let second = 1; second <= 5; second++) {
			working();
			session.clock.advance(1000);
		}
		await session.reaches('waiting');
		assert.match(session.log.story[1] ?? '', /^failed: no answer within 5 s/);
	});

	it('and then answers after all, is listened to', async () => {
		await start(async connection => {
			await connection.write('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'.repeat(20));
			await connection.lines('HTTP/1.1 200 OK', 'Content-Type: text/event-stream', '');
			await connection.write('data: at last\n\n');
			await connection.untilGone();
		});
		await session.log.until(({ events }) => events.length === 1);
		assert.deepEqual(session.log.events, ['at last']);
	});
});
