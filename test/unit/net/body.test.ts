import * as assert from 'node:assert/strict';
import { RecordingSink } from '../../fixtures/recordingSink';
import { SseServer } from '../../fixtures/sseServer';
import { hostileText } from '../../fixtures/troubleRoutes';
import { TestSession } from './setUp';

describe('the body of a stream', () => {
	let server: SseServer;
	let session: TestSession;

	const start = (path: string, log?: RecordingSink) => {
		session = TestSession.of(server.url(path), log);
		session.start();
		return session.log;
	};

	beforeEach(async () => {
		server = await SseServer.start();
	});

	afterEach(async () => {
		session.dispose();
		assert.deepEqual(session.errors, []);
		await server.until(({ openSockets }) => openSockets === 0);
		await server.close();
	});

	it('arrives as it was sent, whatever is in it', async () => {
		const log = start('/hostile');
		await log.until(({ events }) => events.length === 3);
		assert.equal(log.body.toString('utf8'), hostileText);
	});

	it('arrives as it was sent, UTF-8 or not', async () => {
		const log = start('/invalid-utf8');
		await log.until(({ events }) => events.length === 2);
		assert.ok(log.body.includes(Buffer.of(0x80, 0xc3, 0x28, 0xff, 0xfe, 0xed, 0xa0, 0x80)));
		await session.reconnect();
		assert.equal(session.lastEventId, '\ufffd');
	});

	for (const style of ['lf', 'cr', 'crlf', 'mixed']) {
		it(`has events between line ends of the style ${style}`, async () => {
			const log = start(`/line-ends?style=${style}`);
			await log.until(({ events }) => events.length === 2);
			assert.deepEqual(log.events, ['a\nb', 'c']);
		});
	}

	for (const [path, events] of [
		['/bom', ['after a BOM']],
		['/split-utf8', ['ü€😀 whole']],
		['/ignored', ['one', 'two']],
		['/drip?ms=0', ['drop']],
		['/types', ['1', '2', '3']],
		['/comments', ['one']],
		['/retry', ['with an event']],
	] as const) {
		it(`of ${path} is read`, async () => {
			const log = start(path);
			await log.until(({ events: seen }) => seen.length === events.length);
			assert.deepEqual(log.events, events);
		});
	}

	it('may bring an event of 50 MB, every byte of it', async () => {
		const log = start('/big-event');
		const size = 'id: big\ndata: '.length + 50_000_000 + '\n\nid: after\ndata: small\n\n'.length;
		await log.until(() => session.reached?.bytes === size);
		assert.equal(log.events.at(-1), 'small');
	});

	it('may be a line without an end, until it is closed', async () => {
		const log = start('/endless-line');
		await log.until(() => (session.reached?.bytes ?? 0) > 5_000_000);
		await session.close();
		assert.match(log.story.at(-1) ?? '', /^closed: by you after 0 ms, before any event$/);
	});

	it('has for each chunk the time at which it came in', async () => {
		let goOn = () => {};
		const mayGoOn = new Promise<void>(resolve => (goOn = resolve));
		server.route('/two', async exchange => {
			await exchange.write('data: one\n\n');
			await mayGoOn;
			await exchange.write('data: two\n\n');
			await exchange.untilGone();
		});
		const log = start('/two');
		await log.until(({ events }) => events.length === 1);
		session.clock.advance(1234.5);
		goOn();
		await log.until(({ events }) => events.length === 2);
		const times = log.calls.flatMap(each => (each.call === 'write' ? [each.time] : []));
		assert.equal((times[1] ?? 0) - (times[0] ?? 0), 1234.5);
	});

	it('brings nothing more once it is closed, not even what was held back', async () => {
		const log = new RecordingSink();
		log.hasRoom = false;
		start('/burst?n=100000', log);
		await log.until(({ body }) => body.length > 0);
		const before = log.body.length;
		await session.close();
		await server.until(({ openSockets }) => openSockets === 0);
		log.drain();
		for (let turn = 0; turn < 5; turn++) await new Promise(resolve => setImmediate(resolve));
		assert.equal(log.body.length, before);
		assert.equal(log.calls.at(-1)?.call, 'record');
	});

	it('stops reading when the sink has no room, and loses nothing', async () => {
		const log = new RecordingSink();
		log.hasRoom = false;
		start('/burst?n=200000&size=100&end', log);
		await log.until(({ body }) => body.length > 0);
		// The sockets and what lies between them hold some; then the server’s writes stand still.
		const before = log.body.length;
		for (let turn = 0; turn < 50; turn++) await new Promise(resolve => setImmediate(resolve));
		assert.equal(log.body.length, before, 'it read on');
		assert.ok(before <= 65_536, `${before} bytes at once`);
		log.drain();
		await session.reaches('waiting');
		assert.equal(log.events.length, 200_000);
	});

	it('loses nothing when the connection breaks while the sink has no room', async () => {
		const log = new RecordingSink();
		start('/break?n=5000', log);
		await log.until(({ body }) => body.length > 0);
		log.hasRoom = false;
		await session.reaches('waiting');
		assert.equal(log.events.length, 5000);
	});
});
