import * as assert from 'node:assert/strict';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip, gzipSync, zstdCompressSync } from 'node:zlib';
import { maxAnswerBytes } from '../../../src/net/body/answerBody';
import { Coder, type CoderName } from '../../fixtures/coder';
import type { Exchange } from '../../fixtures/exchange';
import { RecordingSink } from '../../fixtures/recordingSink';
import { SseServer } from '../../fixtures/sseServer';
import { TestSession } from './setUp';

describe('a coded answer that is no good', () => {
	let server: SseServer;
	let session: TestSession;

	const connect = (log?: RecordingSink) => {
		session = TestSession.of(server.url('/coded'), log);
		return session.toFail();
	};

	const answer = (coding: string, body: Uint8Array, status = 200) =>
		server.route('/coded', exchange => {
			const type = status === 200 ? 'text/event-stream' : 'text/html';
			exchange.response.writeHead(status, { 'Content-Type': type, 'Content-Encoding': coding });
			exchange.response.end(body);
		});

	/** A gigabyte from a megabyte or three, made while it is sent; of one line, unless `filling` has more. */
	const bomb = async ({ response }: Exchange, head: string, filling = 'x') => {
		const million = Buffer.alloc(1_000_000, filling);
		const content = function* () {
			yield Buffer.from(head);
			for (let i = 0; i < 1000; i++) yield million;
		};
		// It ends with an error when the client has had enough.
		await pipeline(content, createGzip({ level: 9 }), response).catch(() => {});
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

	for (const coding of ['gzip', 'deflate', 'br', 'zstd'] as const) {
		it(`because its ${coding} is truncated: what came before counts`, async () => {
			const coder = new Coder(coding);
			const events = await coder.flush('id: 7\ndata: one\n\ndata: two\n\ndata: th');
			answer(coding, events);
			const { data, report } = await connect();
			assert.deepEqual(session.log.events, ['one', 'two']);
			assert.equal(session.log.frames.at(-1)?.kind, 'incomplete');
			assert.equal(session.lastEventId, '7');
			assert.equal(
				data,
				`the answer ended before its ${coding} coding did, after 2 events in 0 ms`,
			);
			assert.equal(report.type, 'protocol');
			assert.equal(report.isFinal, false);
		});
	}

	const corrupt: [string, CoderName][] = [
		['gzip', 'gzip'],
		['deflate', 'deflate'],
		['deflate', 'deflate-raw'],
		['br', 'br'],
		['zstd', 'zstd'],
	];
	for (const [coding, name] of corrupt) {
		it(`because it stops being ${name}: what came before counts`, async () => {
			const coder = new Coder(name);
			server.route('/coded', async exchange => {
				exchange.open({ 'Content-Encoding': coding });
				await exchange.write(await coder.flush('data: one\n\n'));
				await session.log.until(({ events }) => events.length === 1);
				await exchange.write(Buffer.alloc(100, 0xff));
				await exchange.untilGone();
			});
			const { data, report } = await connect();
			assert.match(data, new RegExp(`^the answer is not valid ${coding}, after 1 event in 0 ms`));
			assert.equal(report.type, 'protocol');
			assert.equal(report.isFinal, false);
			assert.match(report.explanation, /The reason given is “.+”\.$/);
		});
	}

	it('because nothing of it is coded', async () => {
		answer('gzip', Buffer.from('data: one\n\n'));
		const { data } = await connect();
		assert.match(
			data,
			/^the answer is not valid gzip, after 0 ms, before any event · Z_DATA_ERROR$/,
		);
		assert.deepEqual(session.log.events, []);
	});

	it('because the inner of two codings is truncated', async () => {
		const inner = await new Coder('br').flush('data: one\n\n');
		answer('br, gzip', gzipSync(inner));
		assert.match((await connect()).data, /^the answer ended before its br coding did/);
		assert.deepEqual(session.log.events, ['one']);
	});

	it('because the window of zstd takes more memory than a body may', async () => {
		const params = { [constants.ZSTD_c_windowLog]: 27 };
		answer('zstd', zstdCompressSync(Buffer.alloc(200_000_000, 'x'), { params }));
		assert.match((await connect()).report.explanation, /memory/);
	});

	it('because it broke off: that is what is said, and what came before counts', async () => {
		const coder = new Coder('gzip');
		const log = new RecordingSink();
		log.hasRoom = false;
		server.route('/coded', async exchange => {
			exchange.open({ 'Content-Encoding': 'gzip' });
			for (let i = 0; i < 500; i++) await exchange.write(await coder.flush(`data: ${i}\n\n`));
			await log.until(({ body }) => body.length > 0);
			await exchange.reset();
		});
		const failing = connect(log);
		await server.until(({ requests, openSockets }) => requests.length === 1 && openSockets === 0);
		log.drain();
		const { report } = await failing;
		assert.equal(report.type, 'reset');
		assert.equal(log.events.at(-1), '499');
	});

	it('because it is a bomb: a gigabyte from a megabyte', async () => {
		server.route('/coded', async exchange => {
			exchange.open({ 'Content-Encoding': 'gzip' });
			await bomb(exchange, 'data: before\n\ndata: ');
		});
		const { data, report } = await connect();
		assert.deepEqual(session.log.events, ['before']);
		assert.match(
			data,
			/^decompression bomb: \d\d\.\d kB became 6\d\.\d MB, after 1 event in 0 ms$/,
		);
		assert.equal(report.type, 'protocol');
		assert.equal(report.isFinal, true);
		assert.match(report.explanation, /must not retry by itself/);
		assert.ok(session.log.body.length < 70_000_000, `${session.log.body.length} bytes`);
	}).timeout(120_000);

	it('because it is a bomb made of events, which are less alike than the bytes of a line', async () => {
		const event = `data: ${'{"price":101.25,"symbol":"ACME","quantity":1234567}'.repeat(20)}\n\n`;
		server.route('/coded', async exchange => {
			exchange.open({ 'Content-Encoding': 'gzip' });
			await bomb(exchange, 'data: before\n\n', event);
		});
		const { data, report } = await connect();
		assert.match(
			data,
			/^decompression bomb: \d{3}\.\d kB became 6\d\.\d MB, after 6\d.\d{3} events/,
		);
		assert.equal(report.isFinal, true);
		assert.ok(session.log.events.length > 50_000);
	});

	it('because it is a bomb of an error page, of which the beginning is enough', async () => {
		server.route('/coded', async exchange => {
			const headers = { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' };
			exchange.response.writeHead(500, headers);
			await bomb(exchange, '<h1>Sorry</h1>');
		});
		const { report } = await connect();
		assert.equal(report.type, 'status');
		assert.equal(report.answer?.isComplete, false);
		assert.equal(report.answer?.text.length, maxAnswerBytes);
		assert.ok((report.answer?.sizeBytes ?? 0) < 1_500_000);
	}).timeout(120_000);

	for (const coding of ['gzip', 'br', 'zstd'] as const) {
		it(`because of a 404 in ${coding}, which is shown decoded`, async () => {
			const page = '<h1>Nicht gefunden: ü</h1>\n';
			answer(coding, await Coder.code(page, coding), 404);
			const { data, report, details } = await connect();
			assert.equal(data, '404 Not Found · text/html · 0 ms');
			const sizeBytes = Buffer.byteLength(page);
			assert.deepEqual(report.answer, { text: page, sizeBytes, isComplete: true });
			assert.equal(details.response?.contentCoding, coding);
		});
	}

	it('because of a 404 whose coding is truncated, as far as it goes', async () => {
		answer('gzip', await new Coder('gzip').flush('<h1>Not'), 404);
		const { report } = await connect();
		assert.deepEqual(report.answer, { text: '<h1>Not', sizeBytes: 7, isComplete: false });
	});

	it('because of a 404 in a coding that nobody knows', async () => {
		answer('compress', Buffer.of(0x1f, 0x9d, 0x90, 0x44), 404);
		const { report } = await connect();
		assert.deepEqual(report.answer, { text: '', sizeBytes: 4, isComplete: false });
	});
});
