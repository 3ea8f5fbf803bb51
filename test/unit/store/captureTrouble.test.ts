import assert from 'node:assert/strict';
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { SystemClock } from '../../../src/net/machine/systemClock';
import { CaptureStore } from '../../../src/store/captureStore';
import { bytesOf, queryOf, send, StoreFixture, ticks } from './captureFixture';

describe('When something breaks under a capture', () => {
	const fixture = new StoreFixture();
	after(() => fixture.close());

	it('has all that was committed when the host crashes', async () => {
		const capture = await fixture.create();
		await send(capture, ticks(1, 3000));
		await capture.flush();
		await send(capture, ticks(3001, 10));
		// What lies on the disk at this moment is what a process that is killed leaves.
		const left = fixture.path('left.sqlite');
		for (const suffix of ['', '-wal']) copyFileSync(capture.file + suffix, left + suffix);
		const opened = await fixture.store.openExisting(left);
		assert.ok(opened.progress.kept >= 3000);
		assert.equal((await opened.entries([3000]))[0]?.id, '3000');
		await opened.close({ delete: true });
		assert.ok(!existsSync(left) && !existsSync(`${left}-wal`));
	});

	it('fails alone when what it gets makes no sense, and lets its sender go on', async () => {
		const file = fixture.path('senseless');
		const capture = await fixture.store.create(file, { name: '', url: '' });
		const other = await fixture.create();
		const failed = new Promise<string>(resolve => {
			capture.onDidProgress(({ keepingStopped }) => keepingStopped && resolve(keepingStopped));
		});
		capture.write(bytesOf('data: before any connection\n\n'), 1);
		assert.match(await failed, /^Recording the stream failed: /);
		assert.equal(capture.write(new Uint8Array(9_000_000), 1), true);
		assert.deepEqual(await capture.end(2), { lastEventId: '', events: 0 });
		await send(other, ticks(1, 10));
		assert.equal((await other.flush()).kept, 10);
	});

	it('refuses what is asked of a worker that cannot start', async () => {
		const missing = join(fixture.folder, 'no-such-worker.js');
		const store = new CaptureStore({
			workerPath: missing,
			filterWorkerPath: missing,
			exchangeWorkerPath: missing,
			clock: new SystemClock(),
		});
		await assert.rejects(store.create(fixture.path('never'), { name: '', url: '' }));
		await assert.rejects(store.openExisting(fixture.path('never')));
		await store.close();
	});

	it('says so when a filter cannot be evaluated', async () => {
		const capture = await fixture.create();
		await send(capture, ticks(1, 10));
		await capture.flush();
		const run = capture.startFilter(queryOf('tick'));
		await capture.close({ delete: true });
		if (run.isCounting) await new Promise<void>(resolve => run.onDidChange(() => resolve()));
		// Either it was quicker than the file was gone, or it has words for it.
		assert.ok(run.matches.length === 10 || /could not be opened/.test(run.error ?? ''));
		run.dispose();
	});
}).timeout(120_000);
