import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { toEndpoint } from '../../../src/domain/endpoint';
import { Session } from '../../../src/net/session';
import type { Capture } from '../../../src/store/capture';
import { saveAttempt } from '../../../src/store/file/saveAttempt';
import { mulberry32, randomChunks } from '../../fixtures/chunks';
import { FakeClock } from '../../fixtures/fakeClock';
import { FakeMachine } from '../../fixtures/fakeMachine';
import { savedByCurl, savedBySocket } from '../../fixtures/savedBody';
import { bytesOf, StoreFixture } from './captureFixture';

/** What a server writes on the connection, piece by piece, in answer to a request. */
type Script = (request: string) => Iterable<Uint8Array | string>;

const head = (...lines: readonly string[]) =>
	['HTTP/1.1 200 OK', 'Content-Type: text/event-stream', ...lines, '\r\n'].join('\r\n');

/** Chunked in pieces of any size, with extensions and a trailer, as HTTP allows. */
function* chunked(body: Uint8Array, longest: number, ...lines: readonly string[]) {
	yield head('Transfer-Encoding: chunked', ...lines);
	for (const [index, piece] of randomChunks(body, 7, longest).entries()) {
		if (piece.length === 0) continue;
		const size = piece.length.toString(16);
		yield index % 3 === 0 ? `${size.toUpperCase()};a="b\\"c"\r\n` : `00${size}\r\n`;
		yield piece;
		yield '\r\n';
	}
	yield '0\r\nX-Trailer: yes\r\n\r\n';
}

const strange = Buffer.concat([
	bytesOf('\ufeff\r\n: BOM and CRLF\r\n\r\ndata: é\r\n\r\n\n\rdata: '),
	Uint8Array.of(0xff, 0xc3, 0x28, 0x00, 0xed, 0xa0, 0x80),
	bytesOf('\n\nid: \u0000\n\r\n\rdata: not finished'),
]);

/** Text that does not shrink to nothing when it is compressed. */
function eventsOf(sizeBytes: number): Buffer {
	const random = mulberry32(3);
	let text = '';
	while (text.length < sizeBytes) text += `id: ${text.length}\ndata: ${random()} ${random()}\n\n`;
	return Buffer.from(text);
}

const large = eventsOf(5_000_000);
const medium = eventsOf(300_000);
const coders = { gzip: gzipSync, br: brotliCompressSync, zstd: zstdCompressSync };
type CoderName = keyof typeof coders;
const codings = Object.keys(coders) as CoderName[];

const scripts: Readonly<Record<string, Script>> = {
	length: () => [head(`Content-Length: ${strange.length}`), strange],
	odd: () => chunked(strange, 9),
	close: () => [head().replace('HTTP/1.1', 'HTTP/1.0'), strange],
	large: () => chunked(large, 70_000),
	bytes: () => chunked(strange, 1),
	short: () => [head('Content-Length: 1000000'), strange],
	cut: () => [...chunked(strange, 9)].slice(0, -4),
	empty: () => [head('Content-Length: 0')],
	coded(request) {
		const coding = codings.find(name => request.toLowerCase().includes(`accept-encoding: ${name}`));
		if (coding === undefined) return chunked(medium, 3000);
		return chunked(coders[coding](medium), 3000, `Content-Encoding: ${coding}`);
	},
	truncated() {
		const coded = gzipSync(medium);
		return chunked(coded.subarray(0, coded.length - 1000), 3000, 'Content-Encoding: gzip');
	},
	/** Each attempt goes on where the one before ended, another way each time. */
	resumed(request) {
		const from = Number(/^last-event-id: *(\d+)/im.exec(request)?.[1] ?? 0);
		const body = bytesOf(`${from === 0 ? '\ufeff' : ''}id: ${from + 1}\r\ndata: ${from}\r\n\r\n`);
		if (from !== 1) return chunked(body, 5);
		return chunked(brotliCompressSync(body), 5, 'Content-Encoding: br');
	},
};
const plain = ['length', 'odd', 'close', 'large', 'bytes', 'short', 'cut', 'empty'];

async function answer(socket: Socket, request: string): Promise<void> {
	const path = /^GET \/(\w+)/.exec(request)?.[1] ?? '';
	for (const piece of scripts[path]!(request)) {
		if (!socket.write(piece)) await new Promise(resolve => socket.once('drain', resolve));
	}
	socket.end();
}

describe('The bytes of an attempt are those that curl -N saves', () => {
	const fixture = new StoreFixture();
	let server: Server;
	let session: Session;
	let captures = 0;
	const url = (path: string) =>
		`http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`;

	before(async () => {
		server = createServer(socket => {
			socket.on('error', () => {});
			socket.setNoDelay();
			let request = '';
			socket.on('data', part => {
				request += part.toString('latin1');
				if (request.endsWith('\r\n\r\n')) void answer(socket, request);
			});
		});
		await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	});
	afterEach(() => session.dispose());
	after(async () => {
		await fixture.close();
		await new Promise(resolve => server.close(resolve));
	});

	/** Connects, and lets `attempts` of them come to their end. */
	async function capture(path: string, headers: Record<string, string> = {}, attempts = 1) {
		const clock = new FakeClock();
		const file = fixture.path(`${path}-${++captures}.sqlite`);
		const kept = await fixture.store.create(file, { name: 'Test', url: url(path) });
		const errors: unknown[] = [];
		session = new Session(toEndpoint({ name: 'Test', url: url(path), headers }), kept, {
			clock,
			machine: new FakeMachine(),
			report: error => errors.push(error),
		});
		for (let attempt = 1; attempt <= attempts; attempt++) {
			const isOver = new Promise<void>(resolve => {
				const listening = session.onDidChangeState(state => {
					if (state !== 'waiting' && state !== 'failed') return;
					listening.dispose();
					resolve();
				});
			});
			if (attempt === 1) session.start();
			else clock.advance(session.waiting?.totalMs ?? 0);
			await isOver;
		}
		assert.deepEqual(errors, []);
		return kept;
	}

	async function saved(kept: Capture, attempt: number, isDecoded = false): Promise<Buffer> {
		const facts = (await kept.attempts()).find(each => each.attempt === attempt);
		assert.ok(facts, `attempt ${attempt} is not there`);
		const file = fixture.path('saved.sse');
		assert.equal(await saveAttempt(kept, facts, file, { isDecoded }), true);
		return readFileSync(file);
	}

	async function sameAsCurl(bytes: Buffer, path: string, headers: Record<string, string> = {}) {
		const bySocket = await savedBySocket(url(path), headers);
		assert.ok(bytes.equals(bySocket), `${bytes.length} bytes, ${bySocket.length} by a socket`);
		const byCurl = await savedByCurl(url(path), headers);
		assert.ok(byCurl === undefined || bytes.equals(byCurl), `${byCurl?.length} bytes by curl`);
	}

	for (const path of plain) {
		it(`of an answer that is “${path}”`, async () => {
			const kept = await capture(path);
			await sameAsCurl(await saved(kept, 1), path);
			const [attempt] = await kept.attempts();
			assert.equal(kept.progress.bytes, attempt?.body.sizeBytes);
		});
	}

	for (const coding of codings) {
		it(`of an answer in ${coding}, as received; decoded it is what was coded`, async () => {
			const headers = { 'Accept-Encoding': coding };
			const kept = await capture('coded', headers);
			const received = await saved(kept, 1);
			await sameAsCurl(received, 'coded', headers);
			assert.ok(received.length < medium.length);
			assert.equal(kept.progress.bytes, received.length);
			assert.ok(medium.equals(await saved(kept, 1, true)));
			// Nothing of it is written for a stream without a coding.
			await sameAsCurl(await saved(await capture('coded'), 1), 'coded');
		});
	}

	it('of gzip that is truncated, as far as it came', async () => {
		const kept = await capture('truncated');
		await sameAsCurl(await saved(kept, 1), 'truncated');
		const decoded = await saved(kept, 1, true);
		assert.ok(decoded.length > 100_000 && decoded.length < medium.length);
		assert.ok(medium.subarray(0, decoded.length).equals(decoded));
	});

	it('of each of several attempts, and of a capture that is opened again', async () => {
		const kept = await capture('resumed', {}, 3);
		const file = fixture.path('several.sqlite');
		await kept.exportTo(file, 'sqlite');
		const opened = await fixture.store.openExisting(file);
		for (const each of [kept, opened]) {
			await sameAsCurl(await saved(each, 1), 'resumed');
			await sameAsCurl(await saved(each, 2), 'resumed', { 'Last-Event-ID': '1' });
			await sameAsCurl(await saved(each, 3), 'resumed', { 'Last-Event-ID': '2' });
			assert.equal((await saved(each, 2, true)).toString(), 'id: 2\r\ndata: 1\r\n\r\n');
		}
	});
}).timeout(120_000);
