import * as assert from 'node:assert/strict';
import * as zlib from 'node:zlib';
import { Coder } from '../../fixtures/coder';
import { RawServer } from '../../fixtures/rawServer';
import { TestSession } from './setUp';

// The best that brotli can do takes it seconds.
const quick = { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 };
const coders = {
	gzip: zlib.gzipSync,
	deflate: zlib.deflateSync,
	br: (bytes: Buffer) => zlib.brotliCompressSync(bytes, { params: quick }),
	zstd: zlib.zstdCompressSync,
} as const;
type Name = keyof typeof coders;

const one = Buffer.from('data: one\n\n');
const two = Buffer.from('data: two\n\n');
const garbage = Buffer.from('garbage');

describe('a coded answer with something odd at an edge', () => {
	let server: RawServer;
	let session: TestSession;

	/** The parts of the body come in packets of their own, each once the one before has been read. */
	const receive = async (coding: string, ...parts: readonly Uint8Array[]) => {
		server = await RawServer.start(async connection => {
			await connection.lines(
				'HTTP/1.1 200 OK',
				'Content-Type: text/event-stream',
				`Content-Encoding: ${coding}`,
				'',
			);
			for (const [index, part] of parts.entries()) {
				await session.log.until(({ events }) => events.length >= index);
				await connection.write(part);
			}
			connection.end();
		});
		session = TestSession.of(server.url);
		session.start();
		await Promise.race([session.reaches('waiting'), session.reaches('failed')]);
	};
	const ending = () =>
		session.log.story.find(line => /^(closed|failed):/.test(line))?.replace(/ · (Z|ERR_)\w+$/, '');

	afterEach(async () => {
		session.dispose();
		assert.deepEqual(session.errors, []);
		await server.until(({ openSockets }) => openSockets === 0);
		await server.close();
	});

	for (const name of Object.keys(coders) as Name[]) {
		const code = coders[name];
		// What comes after the end of the coded data is told, and what came before is not lost by it.
		const surplus = {
			gzip: 'failed: the answer is not valid gzip, after 1 event in 0 ms',
			zstd: 'failed: the answer is not valid zstd, after 1 event in 0 ms',
			deflate:
				'failed: the answer went on after the end of its deflate coding, after 1 event in 0 ms',
			br: 'failed: the answer went on after the end of its br coding, after 1 event in 0 ms',
		}[name];

		it(`${name}, with garbage after its end in the same packet`, async () => {
			await receive(name, Buffer.concat([code(one), garbage]));
			assert.equal(ending(), surplus);
			assert.deepEqual(session.log.events, ['one']);
		});

		it(`${name}, with garbage after its end in a packet of its own`, async () => {
			await receive(name, code(one), garbage);
			assert.equal(ending(), surplus);
			assert.deepEqual(session.log.events, ['one']);
		});

		it(`${name} of an empty body`, async () => {
			await receive(name, code(Buffer.alloc(0)));
			assert.equal(ending(), 'closed: by the server after 0 ms, before any event');
		});

		it(`${name}, and no body at all`, async () => {
			await receive(name);
			assert.equal(ending(), 'closed: by the server after 0 ms, before any event');
		});

		it(`${name} twice`, async () => {
			await receive(`${name}, ${name}`, code(code(one)));
			assert.equal(ending(), 'closed: by the server after 1 event in 0 ms');
			assert.deepEqual(session.log.events, ['one']);
		});

		it(`${name}, of which nothing is true`, async () => {
			await receive(name, one);
			assert.equal(
				ending(),
				`failed: the answer is not valid ${name}, after 0 ms, before any event`,
			);
			assert.deepEqual(session.log.events, []);
		});

		it(`${name} that breaks within a packet, whose sound part counts`, async () => {
			const coded = await new Coder(name).flush('data: one\n\ndata: two\n\n');
			await receive(name, Buffer.concat([coded, Buffer.alloc(100, 0xff)]));
			assert.equal(ending(), `failed: the answer is not valid ${name}, after 2 events in 0 ms`);
			assert.deepEqual(session.log.events, ['one', 'two']);
		});

		it(`${name} that is a bomb`, async () => {
			await receive(name, code(Buffer.concat([one, Buffer.alloc(70_000_000, 'x')])));
			assert.match(
				ending() ?? '',
				/^failed: decompression bomb: [\d.]+ k?B became 6\d\.\d MB, after 1 event in 0 ms$/,
			);
			assert.equal(session.state, 'failed');
			assert.deepEqual(session.log.events, ['one']);
			assert.ok(session.log.body.length < 70_000_000, `${session.log.body.length} bytes`);
		});
	}

	for (const name of ['gzip', 'zstd'] as const) {
		for (const [how, join] of [
			['in one packet', (...parts: Buffer[]) => [Buffer.concat(parts)]],
			['in two packets', (...parts: Buffer[]) => parts],
		] as const) {
			it(`${name} of two members ${how}`, async () => {
				await receive(name, ...join(coders[name](one), coders[name](two)));
				assert.equal(ending(), 'closed: by the server after 2 events in 0 ms');
				assert.deepEqual(session.log.events, ['one', 'two']);
			});
		}
	}

	for (const name of ['gzip', 'deflate', 'br'] as const) {
		it(`${name}, padded with zeros`, async () => {
			await receive(name, Buffer.concat([coders[name](one), Buffer.alloc(20)]));
			assert.equal(ending(), 'closed: by the server after 1 event in 0 ms');
		});
	}
});
