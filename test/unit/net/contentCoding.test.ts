import * as assert from 'node:assert/strict';
import { contentCoding, contentCodingName } from '../../../src/net/body/contentCoding';
import { Coder, type CoderName } from '../../fixtures/coder';
import { RecordingSink } from '../../fixtures/recordingSink';
import { SseServer } from '../../fixtures/sseServer';
import { TestSession } from './setUp';

describe('the content coding of an answer', () => {
	for (const [values, name, codings] of [
		[[], undefined, []],
		[[''], undefined, []],
		[['identity'], undefined, []],
		[['gzip'], 'gzip', ['gzip']],
		[[' X-GZip '], 'x-gzip', ['gzip']],
		[['deflate, br'], 'deflate, br', ['deflate', 'br']],
		[['zstd', 'identity,gzip'], 'zstd, gzip', ['zstd', 'gzip']],
		[['compress'], 'compress', undefined],
		[['gzip, dcb'], 'gzip, dcb', undefined],
		[['constructor'], 'constructor', undefined],
		[['gzip,gzip,gzip,gzip,gzip,gzip'], 'gzip, gzip, gzip, gzip, gzip, gzip', undefined],
	] as const) {
		it(`is read from ${JSON.stringify(values)}`, () => {
			const headers = values.map(value => ['content-Encoding', value] as const);
			assert.equal(contentCodingName(headers), name);
			assert.deepEqual(
				contentCoding(headers),
				codings === undefined ? { isKnown: false, name } : { isKnown: true, codings },
			);
		});
	}
});

describe('a coded stream', () => {
	let server: SseServer;
	let session: TestSession;

	const start = (log?: RecordingSink) => {
		session = TestSession.of(server.url('/coded'), log);
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

	const cases: [string, CoderName[]][] = [
		['gzip', ['gzip']],
		['x-gzip', ['x-gzip']],
		['deflate', ['deflate']],
		['deflate', ['deflate-raw']],
		['br', ['br']],
		['zstd', ['zstd']],
		['deflate, gzip', ['deflate', 'gzip']],
		['br, identity, zstd', ['br', 'zstd']],
		['gzip, gzip, br', ['gzip', 'gzip', 'br']],
	];
	for (const [header, names] of cases) {
		it(`of ${header} (${names.join()}) is read event by event, as it is flushed`, async () => {
			let log: RecordingSink | undefined;
			const sent: Buffer[] = [];
			const noted = (bytes: Buffer) => {
				sent.push(bytes);
				return bytes;
			};
			server.route('/coded', async exchange => {
				const coder = new Coder(...names);
				exchange.open({ 'Content-Encoding': header });
				for (let number = 1; number <= 4; number++) {
					await exchange.write(noted(await coder.flush(`data: ${number} grüß\n\n`)));
					// The next one goes out when this one has been seen, and not before.
					await log?.until(({ events }) => events.length === number);
					session.clock.advance(100);
				}
				await exchange.write(noted(await coder.end()));
				exchange.end();
			});
			log = start();
			await session.reaches('waiting');
			assert.deepEqual(log.events, ['1 grüß', '2 grüß', '3 grüß', '4 grüß']);
			const shown = header.replace(', identity', '');
			assert.deepEqual(log.story.slice(1, 3), [
				`open: 200 · HTTP/1.1 · text/event-stream · ${shown} · headers after 0 ms`,
				'closed: by the server after 4 events in 400 ms',
			]);
			assert.equal(log.entries('open')[0]?.details?.response?.contentCoding, shown);
			const times = log.calls.flatMap(each => (each.call === 'write' ? [each.time] : []));
			assert.deepEqual(
				times.map(time => time - (times[0] ?? 0)),
				[0, 100, 200, 300],
			);
			assert.deepEqual(log.codedBody, Buffer.concat(sent));
			assert.equal(log.body.toString(), '1234'.replace(/./g, 'data: $& grüß\n\n'));
		});

		it(`of ${header} (${names.join()}) is read however it is cut`, async () => {
			const text = Array.from({ length: 50 }, (_, i) => `data: ${i * 7919}\n\n`).join('');
			const coded = await Coder.code(text, ...names);
			server.route('/coded', async exchange => {
				exchange.open({ 'Content-Encoding': header });
				exchange.response.socket?.setNoDelay();
				for (const byte of coded) await exchange.write(Buffer.of(byte));
				exchange.end();
			});
			const log = start();
			await session.reaches('waiting');
			assert.equal(log.body.toString(), text);
			assert.equal(log.entries('failed').length, 0);
		});
	}

	for (const coding of ['gzip', 'zstd'] as const) {
		it(`of more than one part of ${coding} goes on`, async () => {
			const parts = [
				await Coder.code('data: 1\n\n', coding),
				await Coder.code('data: 2\n\n', coding),
			];
			server.route('/coded', exchange => {
				exchange.open({ 'Content-Encoding': coding });
				exchange.response.end(Buffer.concat(parts));
			});
			const log = start();
			await session.reaches('waiting');
			assert.deepEqual(log.events, ['1', '2']);
		});
	}

	it('whose coding ends before the answer does stays open until the answer ends', async () => {
		const coded = await Coder.code('data: 1\n\n', 'deflate');
		server.route('/coded', async exchange => {
			exchange.open({ 'Content-Encoding': 'deflate' });
			await exchange.write(coded);
			await session.log.until(({ events }) => events.length === 1);
			await exchange.write(Buffer.alloc(8)); // padding
			exchange.end();
		});
		const log = start();
		await session.reaches('waiting');
		assert.deepEqual(log.events, ['1']);
		assert.equal(log.entries('failed').length, 0);
	});

	it('without a byte is an empty stream', async () => {
		server.route('/coded', exchange => {
			exchange.open({ 'Content-Encoding': 'gzip' });
			exchange.end();
		});
		const log = start();
		await session.reaches('waiting');
		assert.equal(log.story[2], 'closed: by the server after 0 ms, before any event');
	});

	it('stops being read when the sink has no room, and loses nothing', async () => {
		const text = `data: ${'x'.repeat(100)}\n\n`.repeat(100_000);
		const coded = await Coder.code(text, 'br', 'gzip');
		server.route('/coded', exchange => {
			exchange.open({ 'Content-Encoding': 'br, gzip' });
			exchange.response.end(coded);
		});
		const log = new RecordingSink();
		log.hasRoom = false;
		start(log);
		await log.until(({ body }) => body.length > 0);
		const before = log.body.length;
		for (let turn = 0; turn < 50; turn++) await new Promise(resolve => setImmediate(resolve));
		assert.equal(log.body.length, before, 'it read on');
		assert.ok(before <= 131_072, `${before} bytes at once`);
		log.drain();
		await session.reaches('waiting');
		assert.equal(log.body.length, text.length);
		assert.equal(log.events.length, 100_000);
	});

	it('is taken as received before it is decoded, and waits there, too', async () => {
		const coded = await Coder.code('data: x\n\n', 'gzip');
		server.route('/coded', exchange => {
			exchange.open({ 'Content-Encoding': 'gzip' });
			exchange.response.end(coded);
		});
		const log = new RecordingSink();
		log.hasRoomForCoded = false;
		start(log);
		await log.until(({ codedBody }) => codedBody.length > 0);
		assert.equal(session.reached?.bytes, coded.length, 'bytes on the wire are counted');
		for (let turn = 0; turn < 50; turn++) await new Promise(resolve => setImmediate(resolve));
		assert.equal(log.body.length, 0, 'it read on');
		log.drain();
		await session.reaches('waiting');
		assert.deepEqual(log.codedBody, coded);
		assert.deepEqual(log.events, ['x']);
		const calls = log.calls.map(({ call }) => call).filter(call => call.startsWith('write'));
		assert.deepEqual(calls, ['writeCoded', 'write']);
	});

	it('brings nothing more once it is closed, not even what was held back', async () => {
		const coded = await Coder.code('data: x\n\n'.repeat(100_000), 'zstd');
		server.route('/coded', async exchange => {
			exchange.open({ 'Content-Encoding': 'zstd' });
			await exchange.write(coded);
			await exchange.untilGone();
		});
		const log = new RecordingSink();
		log.hasRoom = false;
		start(log);
		await log.until(({ body }) => body.length > 0);
		const before = log.body.length;
		await session.close();
		await server.until(({ openSockets }) => openSockets === 0);
		log.drain();
		for (let turn = 0; turn < 5; turn++) await new Promise(resolve => setImmediate(resolve));
		assert.equal(log.body.length, before);
	});
});
