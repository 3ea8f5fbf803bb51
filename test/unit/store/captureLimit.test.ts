import assert from 'node:assert/strict';
import { bytesOf, send, StoreFixture, ticks } from './captureFixture';

describe('A capture that cannot be written any more', () => {
	const fixture = new StoreFixture();
	after(() => fixture.close());

	it('says so, counts what it drops, and still follows the stream', async () => {
		const capture = await fixture.create({ maxSizeBytes: 2_000_000 });
		await send(capture, ticks(1, 50_000));
		capture.write(bytesOf('retry: 1234\nid: last\n\n'), 1);
		capture.record({ kind: 'closed', time: 2, attempt: 1, data: 'closed' });
		const progress = await capture.flush();
		assert.match(progress.keepingStopped ?? '', /^The capture has reached its limit of 2\.0 MB\. /);
		assert.equal(progress.received, 50_002);
		assert.equal(progress.kept + progress.dropped, 50_002);
		assert.ok(progress.kept > 0 && progress.dropped > 0);
		assert.equal(progress.lastSeq, progress.kept);
		assert.equal(progress.events, 50_000);
		assert.equal(progress.reconnectionTime, 1234);
		assert.deepEqual(await capture.end(3), {
			lastEventId: 'last',
			reconnectionTime: 1234,
			events: 50_000,
		});
		const kept = await capture.entries({ from: 1, to: 50_000 });
		assert.equal(kept.length, progress.kept);
		assert.equal(kept.at(-1)?.seq, progress.lastSeq);
	});

	it('goes on once it has been cleared, and other captures never notice', async () => {
		const capture = await fixture.create({ maxSizeBytes: 2_000_000 });
		const other = await fixture.create();
		await send(capture, ticks(1, 50_000));
		await send(other, ticks(1, 100));
		const { lastSeq } = await capture.flush();
		await capture.clear();
		assert.equal(capture.progress.keepingStopped, undefined);
		await send(capture, ticks(1, 3));
		await capture.flush();
		const entries = await capture.entries({ from: 1, to: 99_999 });
		assert.deepEqual(
			entries.map(({ seq, id }) => [seq, id]),
			[1, 2, 3].map(n => [lastSeq + n, String(n)]),
		);
		assert.equal((await other.flush()).kept, 100);
	});
}).timeout(20_000);
