import assert from 'node:assert/strict';
import type { Capture } from '../../../src/store/capture';
import { bytesOf, send, StoreFixture, textOf, ticks } from './captureFixture';

/** The attempt opens, with a coding if one is named. */
function open(capture: Capture, attempt: number, contentCoding?: string): void {
	const coding = contentCoding === undefined ? {} : { contentCoding };
	const response = { status: 200, statusText: '', httpVersion: '1.1', headers: [], ...coding };
	const details = { response };
	capture.record({ kind: 'open', time: 1000 * attempt, attempt, data: 'opened', details });
}

function close(capture: Capture, attempt: number): void {
	capture.record({ kind: 'closed', time: 2, attempt, data: 'closed by the server' });
}

/** All bytes from the place `from` on that are in the capture, and the size of the largest piece. */
async function allBytes(capture: Capture, attempt: number, isDecoded = false, from = 0) {
	const pieces: Uint8Array[] = [];
	for (let at = from; ;) {
		const piece = await capture.attemptBytes(attempt, { isDecoded, from: at, to: Infinity });
		if (piece === undefined) break;
		pieces.push(piece.bytes);
		at = piece.from + piece.bytes.length;
	}
	const largest = Math.max(0, ...pieces.map(({ length }) => length));
	return { bytes: Buffer.concat(pieces), largest };
}

describe('The bytes of an attempt', () => {
	const fixture = new StoreFixture();
	after(() => fixture.close());

	it('are those that came, attempt by attempt, in pieces of a megabyte at most', async () => {
		const capture = await fixture.create();
		open(capture, 1);
		const first = [...ticks(1, 60_000)];
		const sent = Buffer.concat(first);
		assert.ok(sent.length > 2_000_000);
		await send(capture, first);
		await capture.end(1);
		close(capture, 1);
		capture.begin(2, '');
		open(capture, 2);
		capture.write(bytesOf('\ufeff\r\n\r\nno event: '), 3);
		capture.write(Uint8Array.of(0xff, 0, 0xc3), 4);
		const body = { sizeBytes: sent.length, keptBytes: sent.length };
		assert.deepEqual(await capture.attempts(), [
			{ attempt: 1, opened: 1000, ending: 'closed by the server', body },
			{ attempt: 2, opened: 2000, body: { sizeBytes: 20, keptBytes: 20 } },
		]);
		const { bytes, largest } = await allBytes(capture, 1);
		assert.ok(bytes.equals(sent));
		assert.equal(largest, 1_048_576);
		const second = Buffer.concat([
			bytesOf('\ufeff\r\n\r\nno event: '),
			Uint8Array.of(0xff, 0, 0xc3),
		]);
		assert.deepEqual((await allBytes(capture, 2)).bytes, second);
		assert.deepEqual((await allBytes(capture, 2, true)).bytes, second);
		const part = await capture.attemptBytes(1, { from: 300_000, to: 300_100 });
		assert.equal(part?.from, 300_000);
		assert.ok(sent.subarray(300_000, 300_100).equals(part.bytes));
		assert.equal(await capture.attemptBytes(2, { from: 20, to: 99 }), undefined);
		assert.equal(await capture.attemptBytes(3, { from: 0, to: 99 }), undefined);
	});

	it('are kept as received and decoded, where they came coded', async () => {
		const capture = await fixture.create();
		open(capture, 1);
		capture.write(bytesOf('data: plain\n\n'), 1);
		await capture.end(1);
		capture.begin(2, '');
		open(capture, 2, 'gzip');
		capture.writeCoded(bytesOf('<head>'), 10);
		capture.writeCoded(bytesOf('<ab>'), 11);
		capture.write(bytesOf('data: a'), 11);
		capture.write(bytesOf('b\n\n'), 11);
		await capture.flush();
		capture.write(bytesOf('data: c\n'), 11);
		capture.writeCoded(bytesOf('<end>'), 12);
		capture.write(bytesOf('\n'), 12);
		const [plain, coded] = await capture.attempts();
		assert.equal(plain?.coding, undefined);
		assert.equal(plain?.coded, undefined);
		assert.equal(coded?.coding, 'gzip');
		assert.deepEqual(coded.coded, { sizeBytes: 15, keptBytes: 15 });
		assert.deepEqual(coded.body, { sizeBytes: 19, keptBytes: 19 });
		assert.equal(capture.progress.bytes, 13 + 15, 'those on the wire are counted');
		assert.equal(textOf((await allBytes(capture, 2)).bytes), '<head><ab><end>');
		assert.equal(textOf((await allBytes(capture, 2, true)).bytes), 'data: ab\n\ndata: c\n\n');

		// Chunks are those of the network: what one of them brought is not taken apart.
		const events = await capture.entries({ from: 1, to: 9 });
		const wireOf = async (data: string) => {
			const { seq } = events.find(entry => entry.data === data)!;
			const { wire, coding, received } = (await capture.entry(seq))!;
			assert.equal(received, undefined);
			return [
				coding,
				wire?.chunks.map(({ chunk, time, start, length }) => [chunk, time, start, length]),
			];
		};
		assert.deepEqual(await wireOf('plain'), [undefined, [[1, 1, 0, 13]]]);
		assert.deepEqual(await wireOf('ab'), ['gzip', [[3, 11, 0, 10]]]);
		assert.deepEqual(await wireOf('c'), [
			'gzip',
			[
				[3, 11, 0, 8],
				[4, 12, 8, 1],
			],
		]);
		const opened = events.find(({ kind, attempt }) => kind === 'open' && attempt === 2)!;
		const full = await capture.entry(opened.seq);
		assert.equal(textOf(full?.wire?.bytes), 'data: ab\n\ndata: c\n\n');
		assert.equal(full?.wire?.offset, 0);
		assert.equal(textOf(full.received?.bytes), '<head><ab><end>');
		assert.deepEqual(
			full.received?.chunks.map(({ chunk, time, start }) => [chunk, time, start]),
			[
				[2, 10, 0],
				[3, 11, 6],
				[4, 12, 10],
			],
		);
		assert.equal(full.coding, 'gzip');
		assert.equal(full.missingBytes, undefined);
	});

	it('are in a capture that is exported and opened again', async () => {
		const capture = await fixture.create();
		open(capture, 1, 'br');
		capture.writeCoded(bytesOf('<a>'), 1);
		capture.write(bytesOf('data: a\n\n'), 1);
		const before = await capture.attempts();
		const copy = fixture.path('coded.sqlite');
		await capture.exportTo(copy, 'sqlite');
		const opened = await fixture.store.openExisting(copy);
		assert.deepEqual(await opened.attempts(), before);
		assert.equal(textOf((await allBytes(opened, 1)).bytes), '<a>');
		assert.equal(opened.progress.bytes, 3);
	});

	it('count as missing once they are cleared', async () => {
		const capture = await fixture.create();
		open(capture, 1, 'gzip');
		capture.writeCoded(bytesOf('<ab>'), 1);
		capture.write(bytesOf('data: a\n\ndata: b'), 1);
		await capture.clear();
		capture.writeCoded(bytesOf('<c>'), 2);
		capture.write(bytesOf('c\n\n'), 2);
		close(capture, 1);
		const [attempt] = await capture.attempts();
		assert.deepEqual(attempt?.coded, { sizeBytes: 7, keptBytes: 3 });
		assert.deepEqual(attempt.body, { sizeBytes: 19, keptBytes: 10 });
		assert.deepEqual(await capture.attemptBytes(1, { from: 0, to: 7 }), {
			bytes: bytesOf('<c>'),
			from: 4,
		});
		assert.equal(textOf((await allBytes(capture, 1, true)).bytes), 'data: bc\n\n');
		const closed = await capture.entry((await capture.entries({ from: 1, to: 9 })).at(-1)!.seq);
		assert.equal(closed?.missingBytes, 4);
		assert.equal(closed.received?.offset, 4);
		assert.equal(closed.wire?.offset, 9);
		await capture.clear();
		const [cleared] = await capture.attempts();
		assert.equal(cleared?.ending, undefined);
		assert.equal(cleared?.coded?.keptBytes, 0);
		assert.equal(capture.progress.bytes, 7);
	});

	it('count as missing when keeping has stopped, also after the capture is closed', async () => {
		const capture = await fixture.create({ maxSizeBytes: 2_000_000 });
		open(capture, 1, 'zstd');
		for (const chunk of ticks(1, 50_000)) {
			capture.writeCoded(chunk, 1);
			await send(capture, [chunk]);
		}
		const { keepingStopped } = await capture.flush();
		assert.match(keepingStopped ?? '', /limit/);
		const [attempt] = await capture.attempts();
		const sent = Buffer.concat([...ticks(1, 50_000)]);
		for (const { sizeBytes, keptBytes } of [attempt!.body, attempt!.coded!]) {
			assert.equal(sizeBytes, sent.length);
			assert.ok(keptBytes > 0 && keptBytes < sizeBytes);
		}
		const { bytes } = await allBytes(capture, 1);
		assert.ok(bytes.equals(sent.subarray(0, attempt!.coded!.keptBytes)), 'a beginning is kept');
		await capture.close({ delete: false });
		const opened = await fixture.store.openExisting(capture.file);
		assert.deepEqual(await opened.attempts(), [attempt]);
	});

	it('are none for an attempt that never opened', async () => {
		const capture = await fixture.create();
		capture.record({ kind: 'connecting', time: 1, attempt: 1, data: 'GET' });
		capture.record({ kind: 'failed', time: 2, attempt: 1, data: 'refused' });
		capture.begin(2, '');
		open(capture, 2, 'gzip');
		assert.deepEqual(await capture.attempts(), [
			{
				attempt: 2,
				opened: 2000,
				coding: 'gzip',
				body: { sizeBytes: 0, keptBytes: 0 },
				coded: { sizeBytes: 0, keptBytes: 0 },
			},
		]);
		assert.equal((await capture.entry(1))?.wire, undefined);
		assert.equal((await capture.entry(2))?.wire, undefined);
		const opened = await capture.entry(3);
		assert.equal(opened?.wire?.length, 0);
		assert.equal(opened?.received?.length, 0);
	});
}).timeout(120_000);
