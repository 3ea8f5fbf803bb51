import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { SseServer } from '../../fixtures/sseServer';
import { TestSession } from './setUp';

describe('a session on a machine that', () => {
	let server: SseServer;
	let session: TestSession;

	const start = (path: string) => {
		session = TestSession.of(server.url(path));
		session.start();
		return session;
	};
	/** Sleeps as long, wakes, and notices. */
	const sleep = (ms: number) => {
		session.clock.sleep(ms);
		session.machine.wake(ms);
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

	it('slept while it waited ends the wait at its time', async () => {
		start('/ends');
		await session.reaches('waiting');
		session.clock.advance(1000);
		session.clock.sleep(1500);
		assert.deepEqual(session.clock.pending, [2000], 'as the system’s timers do');
		session.machine.wake(1500);
		assert.deepEqual(session.clock.pending, [500]);
		sleep(3_600_000);
		assert.deepEqual(session.clock.pending, [0]);
		session.clock.advance(0);
		await server.until(({ requests }) => requests.length === 2);
	});

	it('slept says so when the connection turns out to be dead', async () => {
		start('/basic');
		await session.log.until(({ events }) => events.length === 3);
		sleep(12 * 60_000 + 4000);
		assert.equal(session.state, 'open');
		server.dropAll();
		await session.reaches('waiting');
		assert.match(
			session.log.entries('failed')[0]?.data ?? '',
			/, after 3 events in 12 min 4 s · ECONNRESET · woke after 12 min of sleep$/,
		);
	});

	it('slept notices it at the latest when the connection ends', async () => {
		start('/basic');
		await session.reaches('open');
		session.clock.sleep(40_000);
		session.machine.onLook = () => session.machine.wake(40_000);
		server.dropAll();
		await session.reaches('waiting');
		const [failed] = session.log.entries('failed');
		assert.match(failed?.data ?? '', /woke after 40 s of sleep$/);
	});

	it('slept does not say so once something has come since', async () => {
		let more = () => {};
		server.route('/live', async exchange => {
			await exchange.write('data: 1\n\n');
			await Promise.race([exchange.untilGone(), new Promise<void>(resolve => (more = resolve))]);
			await exchange.write('data: 2\n\n');
			exchange.end();
		});
		await start('/live').log.until(({ events }) => events.length === 1);
		sleep(60_000);
		more();
		await session.reaches('waiting');
		assert.match(
			session.log.entries('closed')[0]?.data ?? '',
			/^by the server after 2 events in 1 min$/,
		);
	});

	it('lost the address of the connection fails at once, and connects again', async () => {
		start('/basic');
		await session.log.until(({ events }) => events.length === 3);
		assert.deepEqual(session.machine.localAddresses, ['127.0.0.1']);
		session.machine.loseAddresses();
		await session.reaches('waiting');
		const [failed] = session.log.entries('failed');
		assert.match(
			failed?.data ?? '',
			/^the network address 127\.0\.0\.1 of this connection is gone, after 3 events in \d+ ms$/,
		);
		assert.equal(failed?.details?.failure?.type, 'network-change');
		assert.deepEqual(session.machine.localAddresses, []);
		session.passWait();
		await session.log.until(({ events }) => events.length === 6);
	});

	it('loses addresses does not make it wait longer each time', async () => {
		start('/silent');
		for (const count of [1, 2, 3]) {
			await server.until(({ requests }) => requests.length === count);
			session.machine.loseAddresses();
			await session.reaches('waiting');
			assert.deepEqual(session.clock.pending, [3000]);
			session.passWait();
		}
	});

	it('gets another network ends the back-off, and says so', async () => {
		start('/hang-up');
		for (let count = 0; count < 3; count++) {
			await session.reaches('waiting');
			session.passWait();
		}
		await session.reaches('waiting');
		assert.equal(session.waiting?.totalMs, 24_000);
		session.clock.advance(1000);
		session.machine.gainAddress();
		assert.equal(session.waiting?.totalMs, 3000);
		assert.deepEqual(session.clock.pending, [2000]);
		session.clock.advance(2000);
		await session.reaches('waiting');
		assert.equal(
			session.log.entries('connecting').at(-1)?.data,
			'attempt 5 · the network has changed',
		);
		assert.equal(session.waiting?.totalMs, 3000, 'the back-off begins anew');
	});

	it('may be asked by the system whether the other end is still there', async () => {
		let local = '';
		server.route('/port', async exchange => {
			const port = exchange.response.socket?.remotePort?.toString(16) ?? '';
			local = `0100007F:${port.toUpperCase().padStart(4, '0')}`;
			exchange.open();
			await exchange.untilGone();
		});
		start('/port');
		await session.reaches('open');
		const line = readFileSync('/proc/net/tcp', 'utf8')
			.split('\n')
			.map(each => each.trim().split(/\s+/))
			.find(([, address]) => address === local);
		// The timer of keep-alive is number 2, and its time is in hundredths of a second.
		const [timer, hundredths] = (line?.[5] ?? '').split(':');
		assert.equal(timer, '02');
		const leftMs = parseInt(hundredths ?? '', 16) * 10;
		assert.ok(leftMs > 20_000 && leftMs <= 30_000, `${leftMs} ms`);
	});
});
