import assert from 'node:assert/strict';
import * as path from 'node:path';
import { HumanError } from '../../../src/base/errors';
import { SystemClock } from '../../../src/net/machine/systemClock';
import { queryCapture } from '../../../src/store/captureQuery';
import { FilterRun } from '../../../src/store/filter/filterRun';
import { FilterThreads } from '../../../src/store/filter/filterThreads';
import { Viewer } from '../../../src/store/viewer';
import { FakeClock } from '../../fixtures/fakeClock';
import { bytesOf, queryOf, send, StoreFixture, ticks, until } from './captureFixture';

describe('A filter on a capture', () => {
	const fixture = new StoreFixture();
	after(() => fixture.close());

	it('counts exactly while 100 000 entries arrive', async () => {
		const capture = await fixture.create();
		const run = capture.startFilter(queryOf('"mod":7'));
		const following = capture.onDidProgress(({ lastSeq }) => run.scanTo(lastSeq));
		let looks = 0;
		const looking = run.onDidChange(() => {
			looks++;
			const { matches, scannedTo } = run;
			assert.equal(matches.length, Math.floor((scannedTo + 3) / 10));
		});
		const pieces = 5;
		for (let piece = 0; piece < pieces; piece++) {
			await send(capture, ticks(1 + piece * 20_000, 20_000));
			const { lastSeq } = await capture.flush();
			await until(run, () => run.scannedTo === lastSeq);
			assert.equal(run.isCounting, false);
		}
		const { lastSeq } = capture.progress;
		assert.equal(run.matches.length, 10_000);
		assert.deepEqual(run.matches.slice(9997, 10_000), [99_977, 99_987, 99_997]);
		assert.ok(looks >= pieces, `${looks} looks`);
		looking.dispose();
		run.removeBefore(99_980);
		await send(capture, ticks(7, 1));
		await capture.flush();
		await until(run, () => run.scannedTo === lastSeq + 1);
		assert.deepEqual(run.matches.slice(0, 9), [99_987, 99_997, 100_001]);
		following.dispose();
		run.dispose();
	});

	it('answers queries with the exact total and the page', async () => {
		const capture = await fixture.create();
		await send(capture, ticks(1, 5000));
		const filtered = await queryCapture(capture, queryOf('id:/^[0-9]*7$/'), {
			offset: 498,
			limit: 9,
		});
		assert.equal(filtered.total, 500);
		assert.deepEqual(
			filtered.entries.map(({ seq, id }) => [seq, id]),
			[
				[4987, '4987'],
				[4997, '4997'],
			],
		);
		const everything = await queryCapture(capture, queryOf(''), { offset: 3, limit: 2 });
		assert.equal(everything.total, 5000);
		assert.deepEqual(
			everything.entries.map(entry => entry.seq),
			[4, 5],
		);
		assert.equal((await queryCapture(capture, queryOf(''))).entries.length, 1000);
		assert.deepEqual(await queryCapture(capture, queryOf('nowhere')), { total: 0, entries: [] });
		assert.deepEqual((await queryCapture(capture, queryOf(''), { offset: 6000 })).entries, []);
		const all = await queryCapture(capture, queryOf('tick'), { limit: Infinity });
		assert.equal(all.entries.length, 5000);
		for (const bad of [-1, 1.5, NaN, '1' as never]) {
			for (const [name, page] of Object.entries({
				offset: { offset: bad },
				limit: { limit: bad },
			})) {
				for (const filter of ['', 'tick']) {
					await assert.rejects(queryCapture(capture, queryOf(filter), page), {
						name: 'HumanError',
						message: `The ${name} must be a whole number from 0 on.`,
					});
				}
			}
		}
	});

	it('takes what time a busy machine needs, unless it may never end', async () => {
		const capture = await fixture.create();
		await send(capture, ticks(1, 10));
		const { lastSeq } = await capture.flush();
		for (const [text, deadlines] of [
			['kind:event tick data.n:>3 -retry:5', []],
			['kind:event -(tick data:/7$/)', [3000]],
		] as const) {
			const clock = new FakeClock();
			const place = { file: capture.file, from: 1, to: lastSeq };
			const threads = new FilterThreads(path.resolve('dist', 'filterWorker.js'), clock);
			const run = new FilterRun(threads, clock, queryOf(text), place);
			assert.equal(run.isCounting, true);
			assert.deepEqual(clock.pending, deadlines, text);
			await until(run, () => !run.isCounting);
			assert.deepEqual(clock.pending, []);
			run.dispose();
			threads.dispose();
		}
	});

	it('is ended when a regular expression runs away, and rows are still shown', async () => {
		const capture = await fixture.create();
		await send(capture, ticks(1, 1000));
		await send(capture, [bytesOf(`data: ${'a'.repeat(60)}!\n\n`)]);
		await capture.flush();
		const viewer = new Viewer(capture, new SystemClock());
		viewer.setFilter(queryOf('id:5'));
		await new Promise<void>(resolve => {
			viewer.onDidTick(({ isCounting }) => !isCounting && resolve());
		});
		const seen = viewer.view;
		assert.ok(seen.total > 0);

		viewer.setFilter(queryOf('data:/(a+)+$/'));
		const stopped = new Promise<void>(resolve => {
			viewer.onDidTick(({ filterError }) => filterError !== undefined && resolve());
		});
		let answers = 0;
		const asking = (async () => {
			while (viewer.view.filterError === undefined) {
				const { epoch, total } = viewer.view;
				const { rows } = await viewer.rows(epoch, 0, 50);
				assert.equal(rows.length, Math.min(total, 50));
				answers++;
				await new Promise(resolve => setImmediate(resolve));
			}
		})();
		await Promise.all([stopped, asking]);
		assert.match(viewer.view.filterError ?? '', /^This regular expression takes too long/);
		assert.equal(viewer.view.isCounting, false);
		assert.ok(answers > 10);

		viewer.setFilter(queryOf(''));
		assert.equal(viewer.view.filterError, undefined);
		assert.equal(viewer.view.total, 1001);
		viewer.dispose();
		await assert.rejects(
			queryCapture(capture, queryOf('data:/(a+)+$/')),
			(error: unknown) => error instanceof HumanError && /takes too long/.test(error.message),
		);
	});
}).timeout(120_000);
