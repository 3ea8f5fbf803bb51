import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { FilterRun } from '../../../src/store/filter/filterRun';
import { FilterThreads } from '../../../src/store/filter/filterThreads';
import { FakeClock } from '../../fixtures/fakeClock';
import { queryOf, send, StoreFixture, ticks, until } from './captureFixture';

/** Threads that tell which one was taken last. */
class Watched extends FilterThreads {
	latest!: Worker;

	override take(): Worker {
		return (this.latest = super.take());
	}
}

describe('The threads of filters', () => {
	const fixture = new StoreFixture();
	const clock = new FakeClock();
	const path = join(process.cwd(), 'dist/filterWorker.js');
	let threads: Watched;
	beforeEach(() => {
		threads = new Watched(path, clock);
	});
	afterEach(() => threads.dispose());
	after(() => fixture.close());

	const start = (file: string, text: string, to: number) =>
		new FilterRun(threads, clock, queryOf(text), { file, from: 1, to });

	it('are used again, for another filter and another capture', async () => {
		const captures = [await fixture.create(), await fixture.create()];
		const taken: Worker[] = [];
		for (const [capture, count, text] of [
			[captures[0]!, 5000, '"mod":7'],
			[captures[1]!, 3000, 'id:/1$/'],
			[captures[0]!, 5000, 'data.mod:3'],
		] as const) {
			if (capture.progress.kept === 0) await send(capture, ticks(1, count));
			await capture.flush();
			const run = start(capture.file, text, count);
			taken.push(threads.latest);
			await until(run, () => !run.isCounting);
			assert.equal(run.error, undefined);
			assert.equal(run.matches.length, count / 10, text);
			run.dispose();
		}
		assert.equal(new Set(taken).size, 1);
	});

	it('are ready before the filter is, where one is to be expected', () => {
		threads.prepare();
		const first = threads.take();
		threads.release(first, true);
		threads.prepare();
		assert.equal(threads.take(), first);
		threads.release(first, false);
	});

	it('are ended in the middle of something, and when they are one too many', async () => {
		const [busy, idle, surplus] = [threads.take(), threads.take(), threads.take()];
		const ends = [busy, surplus].map(worker => once(worker, 'exit'));
		threads.release(busy, false);
		threads.release(idle, true);
		threads.release(surplus, true);
		await Promise.all(ends);
		assert.equal(threads.take(), idle);
		threads.release(idle, false);
	});

	it('are ended by a regular expression that runs away, and not used again', async () => {
		const capture = await fixture.create();
		await send(capture, [Buffer.from(`data: ${'a'.repeat(60)}!\n\n`)]);
		await capture.flush();
		const run = start(capture.file, 'data:/(a+)+$/', 1);
		const stuck = threads.latest;
		await once(stuck, 'online');
		const end = once(stuck, 'exit');
		clock.advance(10_000);
		assert.match(run.error ?? '', /takes too long/);
		await end;
		run.dispose();
		assert.notEqual(threads.take(), stuck);
		threads.release(threads.latest, false);
	});

	it('do not wait for ever', async () => {
		threads.prepare();
		const spare = threads.take();
		threads.release(spare, true);
		const end = once(spare, 'exit');
		clock.advance(59_000);
		assert.equal(threads.take(), spare);
		threads.release(spare, true);
		clock.advance(61_000);
		await end;
		assert.deepEqual(clock.pending, []);
	});

	it('that cannot be started are no trouble until a filter is', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'threads-'));
		const missing = new FilterThreads(join(folder, 'none.js'), clock);
		missing.prepare();
		const spare = missing.take();
		missing.release(spare, true);
		// `once` would take its error for one of its own.
		await new Promise(resolve => spare.on('exit', resolve));
		const run = new FilterRun(missing, clock, queryOf('a'), { file: '', from: 1, to: 1 });
		await until(run, () => run.error !== undefined);
		assert.match(run.error ?? '', /none\.js/);
		run.dispose();
		missing.dispose();
		rmSync(folder, { recursive: true });
	});
}).timeout(60_000);
