import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { bytesOf, send, StoreFixture, textOf, ticks } from './captureFixture';

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
}).timeout(120_000);

describe('A capture of so many entries', () => {
	const fixture = new StoreFixture();
	after(() => fixture.close());

	it('keeps the newest, with their bytes, and counts what went', async () => {
		const capture = await fixture.create({ maxEntries: 1000, whenFull: 'dropOldest' });
		await send(capture, ticks(1, 30_000));
		const progress = await capture.flush();
		assert.equal(progress.received, 30_000);
		assert.equal(progress.kept + progress.dropped, 30_000);
		assert.ok(progress.kept <= 1000 && progress.kept > 900, `${progress.kept} are kept`);
		assert.equal(progress.firstSeq, progress.dropped + 1);
		assert.equal(progress.lastSeq, 30_000);
		assert.equal(progress.keepingStopped, undefined);
		const entries = await capture.entries({ from: 1, to: 30_000 });
		assert.deepEqual(
			[entries.length, entries[0]?.seq, entries.at(-1)?.id],
			[progress.kept, progress.firstSeq, '30000'],
		);
		for (const seq of [progress.firstSeq, 30_000]) {
			assert.equal(
				textOf(await capture.wireBytes(seq)),
				`event: tick\nid: ${seq}\ndata: {"n":${seq},"mod":${seq % 10}}\n\n`,
			);
		}
		assert.equal(await capture.entry(progress.firstSeq - 1), undefined);
	});

	it('or stops there, and says so', async () => {
		const capture = await fixture.create({ maxEntries: 1000, whenFull: 'stop' });
		await send(capture, ticks(1, 5000));
		const progress = await capture.flush();
		assert.deepEqual([progress.kept, progress.dropped, progress.firstSeq], [1000, 4000, 1]);
		assert.match(progress.keepingStopped ?? '', /has reached its limit of 1\u202f000 entries\. /);
		const [last] = await capture.entries([1000]);
		assert.equal(last?.note, progress.keepingStopped);
		await capture.clear();
		await send(capture, ticks(1, 3));
		assert.equal((await capture.flush()).kept, 3);
	});

	it('goes on through attempts and coded bodies', async () => {
		const capture = await fixture.create({ maxEntries: 100, whenFull: 'dropOldest' });
		for (let attempt = 2; attempt < 20; attempt++) {
			capture.begin(attempt, '');
			for (const chunk of ticks(attempt * 1000, 50, 10)) {
				capture.writeCoded(chunk, attempt);
				capture.write(chunk, attempt);
			}
			await capture.end(attempt);
			await capture.flush();
		}
		const { kept, dropped, firstSeq } = capture.progress;
		assert.ok(kept <= 100 && kept > 90);
		assert.equal(kept + dropped, 900);
		assert.match(textOf(await capture.wireBytes(firstSeq)) ?? '', /^event: tick\nid: 18\d\d\d\n/);
	});
}).timeout(120_000);

describe('A capture of so many bytes', () => {
	const fixture = new StoreFixture();
	after(() => fixture.close());

	it('drops the oldest, and its file stays within them', async () => {
		const maxSizeBytes = 3_000_000;
		const capture = await fixture.create({ maxSizeBytes, whenFull: 'dropOldest' });
		await send(capture, ticks(1, 100_000));
		const progress = await capture.flush();
		assert.equal(progress.lastSeq, 100_000);
		assert.equal(progress.kept + progress.dropped, 100_000);
		assert.ok(progress.kept > 1000, `${progress.kept} are kept`);
		await capture.close({ delete: false });
		// A commit of what came at once may make it longer before the oldest go.
		assert.ok(statSync(capture.file).size < maxSizeBytes + 10_000_000);
	});
}).timeout(120_000);
