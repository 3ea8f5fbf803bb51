import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { rowDataLength } from '../../../src/protocol/row';
import { bytesOf, send, StoreFixture, ticks } from './captureFixture';

describe('An ID of a megabyte', () => {
	const fixture = new StoreFixture();
	after(() => fixture.close());

	it('is in force, and does not grow with every event that comes after it', async () => {
		const capture = await fixture.create();
		const huge = 'ü'.repeat(500_000);
		await send(capture, [bytesOf(`event: ${huge}\nid: ${huge}\ndata: one\n\n`)]);
		const after = 'data: x\n\n'.repeat(5000);
		await send(capture, [bytesOf(after)]);
		const { lastEventId, kept } = await capture.flush();
		assert.equal(lastEventId, huge);
		assert.equal(kept, 5001);
		const [own, next] = await capture.entries({ from: 1, to: 2 });
		assert.equal(own?.id, huge);
		assert.equal(own?.lastEventId, huge);
		assert.equal(next?.lastEventId, `${huge.slice(0, 8191)}…`);
		// The file of what is written next to it counts, too.
		const sizeBytes = statSync(capture.file).size + statSync(`${capture.file}-wal`).size;
		assert.ok(sizeBytes < 200_000_000, `${sizeBytes} bytes`);
		const [row] = await capture.rows([1]);
		assert.equal(row?.id, `${huge.slice(0, rowDataLength - 1)}…`);
		assert.equal(row?.type.length, rowDataLength);
		assert.deepEqual(await capture.end(1), { lastEventId: huge, events: 5001 });
	});

	it('leaves those of ordinary length alone', async () => {
		const capture = await fixture.create();
		await send(capture, ticks(1, 3));
		await send(capture, [bytesOf(`id: ${'y'.repeat(8192)}\n\ndata: x\n\n`)]);
		await capture.flush();
		const entries = await capture.entries({ from: 1, to: 9 });
		assert.deepEqual(
			entries.map(entry => entry.lastEventId.length),
			[1, 1, 1, 8192, 8192],
		);
	});
}).timeout(120_000);
