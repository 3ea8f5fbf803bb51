import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { bytesOf, send, StoreFixture, textOf, ticks } from './captureFixture';

describe('Clearing a capture', () => {
	const fixture = new StoreFixture();
	after(() => fixture.close());

	it('lets all entries go, and numbering goes on', async () => {
		const capture = await fixture.create();
		await send(capture, ticks(1, 5000));
		await capture.clear();
		const { received, kept, firstSeq, lastSeq } = capture.progress;
		assert.deepEqual([received, kept, firstSeq, lastSeq], [5000, 0, 5001, 5000]);
		assert.deepEqual(await capture.entries({ from: 1, to: 9999 }), []);
		assert.equal(await capture.entry(5000), undefined);
		assert.equal(await capture.wireBytes(5000), undefined);

		await send(capture, ticks(1, 3), 1500);
		assert.deepEqual((await capture.flush()).kept, 3);
		const entries = await capture.entries({ from: 1, to: 9999 });
		assert.deepEqual(
			entries.map(({ seq, gap, data }) => [seq, gap, data]),
			[
				[5001, 500, '{"n":1,"mod":1}'],
				[5002, 0, '{"n":2,"mod":2}'],
				[5003, 0, '{"n":3,"mod":3}'],
			],
		);
	});

	it('keeps the bytes of a block that is being received, and none of those before', async () => {
		const capture = await fixture.create();
		capture.write(bytesOf('data: secret\n\ndata: a'), 1);
		capture.write(bytesOf('bc'), 2);
		await capture.clear();
		capture.write(bytesOf('def\n'), 3);
		capture.write(bytesOf('\ndata: next\n\n'), 4);
		await capture.flush();
		const [first, second] = await capture.entries({ from: 1, to: 9 });
		assert.equal(first?.data, 'abcdef');
		const wire = (await capture.entry(2))?.wire;
		assert.equal(textOf(wire?.bytes), 'data: abcdef\n\n');
		assert.deepEqual(
			wire?.chunks.map(({ chunk, time, start, length }) => [chunk, time, start, length]),
			[
				[1, 1, 0, 7],
				[2, 2, 7, 2],
				[3, 3, 9, 4],
				[4, 4, 13, 13],
			],
		);
		assert.equal(textOf(await capture.wireBytes(second!.seq)), 'data: next\n\n');
		const file = fixture.path('cleared.sse');
		await capture.exportTo(file, 'sse');
		assert.equal(readFileSync(file, 'utf8'), 'data: abcdef\n\ndata: next\n\n');
	});

	it('leaves an LF that belongs to a cleared entry alone', async () => {
		const capture = await fixture.create();
		capture.write(bytesOf('data: a\r\n\r'), 1);
		await capture.clear();
		capture.write(bytesOf('\ndata: b\n\n'), 2);
		await capture.flush();
		assert.deepEqual(
			(await capture.entries({ from: 1, to: 9 })).map(({ seq, offset, size }) => [
				seq,
				offset,
				size,
			]),
			[[2, 11, 9]],
		);
	});
}).timeout(120_000);
