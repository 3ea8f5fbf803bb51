import assert from 'node:assert/strict';
import { Emitter } from '../../../src/base/emitter';
import type { Progress } from '../../../src/store/progress';
import { MatchList } from '../../../src/store/filter/matchList';
import { Viewer, type View, type ViewedCapture } from '../../../src/store/viewer';
import { FakeClock } from '../../fixtures/fakeClock';
import { queryOf } from './captureFixture';

/** A filter that finds what the test says. */
class ScriptedRun {
	readonly matches = new MatchList();
	readonly changed = new Emitter<void>();
	readonly onDidChange = this.changed.event;
	scannedTo = 0;
	target = 0;
	error: string | undefined;
	isDisposed = false;

	get isCounting() {
		return this.error === undefined && this.scannedTo < this.target;
	}
	scanTo(seq: number) {
		this.target = seq;
	}
	removeBefore(seq: number) {
		this.matches.removeBefore(seq);
	}
	dispose() {
		this.isDisposed = true;
	}
	find(scannedTo: number, ...seqs: number[]) {
		this.matches.append(seqs);
		this.scannedTo = scannedTo;
		this.changed.fire();
	}
	fail(error: string) {
		this.error = error;
		this.changed.fire();
	}
}

/** A capture of as many entries as the test says. */
class ScriptedCapture implements ViewedCapture {
	readonly progressed = new Emitter<Progress>();
	readonly onDidProgress = this.progressed.event;
	readonly runs: ScriptedRun[] = [];
	readonly asked: unknown[] = [];
	progress: Progress = {
		received: 0,
		kept: 0,
		dropped: 0,
		bytes: 0,
		events: 0,
		firstSeq: 1,
		lastSeq: 0,
		lastEventId: '',
	};

	startFilter() {
		const run = new ScriptedRun();
		run.scanTo(this.progress.lastSeq);
		this.runs.push(run);
		return run;
	}
	rows(seqs: unknown) {
		this.asked.push(seqs);
		return Promise.resolve([]);
	}
	clear() {
		this.arrive(this.progress.lastSeq, this.progress.lastSeq + 1);
		return Promise.resolve();
	}
	arrive(lastSeq: number, firstSeq = this.progress.firstSeq) {
		this.progress = { ...this.progress, firstSeq, lastSeq, kept: lastSeq - firstSeq + 1 };
		this.progressed.fire(this.progress);
	}
}

describe('A viewer', () => {
	let clock: FakeClock;
	let capture: ScriptedCapture;
	let viewer: Viewer;
	let ticks: View[];
	beforeEach(() => {
		clock = new FakeClock();
		capture = new ScriptedCapture();
		viewer = new Viewer(capture, clock);
		ticks = [];
		viewer.onDidTick(view => ticks.push(view));
	});

	it('ticks at once, then at most 20 times a second, and tells the last state', () => {
		capture.arrive(1);
		assert.deepEqual(
			ticks.map(tick => tick.total),
			[1],
		);
		for (let n = 2; n <= 1000; n++) {
			clock.advance(1);
			capture.arrive(n);
		}
		assert.ok(ticks.length <= 21, `${ticks.length} ticks`);
		assert.ok(ticks.length >= 20, `${ticks.length} ticks`);
		clock.advance(50);
		assert.equal(ticks.at(-1)?.total, 1000);
		clock.advance(1000);
		assert.deepEqual(clock.pending, []);
	});

	it('says nothing while hidden, and how things stand when shown again', () => {
		viewer.setVisible(false);
		capture.arrive(5);
		viewer.setPaused(true);
		clock.advance(1000);
		assert.equal(ticks.length, 0);
		viewer.setVisible(true);
		assert.equal(ticks.length, 1);
		assert.equal(ticks[0]?.total, 5);
	});

	it('tells the first matches at once, and before that nothing that would be in their way', () => {
		capture.arrive(1000);
		clock.advance(60);
		ticks = [];
		viewer.setFilter(queryOf('x'));
		assert.equal(ticks.length, 0);
		clock.advance(20);
		capture.runs[0]!.find(100, 7);
		assert.deepEqual(
			ticks.map(({ total, isCounting }) => [total, isCounting]),
			[[1, true]],
		);
		clock.advance(5);
		capture.arrive(1001);
		capture.runs[0]!.find(200, 107);
		assert.equal(ticks.length, 1);
		viewer.setFilter(queryOf('y'));
		clock.advance(2);
		capture.runs[1]!.find(50, 3, 5);
		assert.equal(ticks.at(-1)?.total, 2);
		clock.advance(50);
		viewer.setFilter(queryOf('z'));
		clock.advance(50);
		assert.equal(ticks.at(-1)?.isCounting, true);
		viewer.setVisible(false);
		const { length } = ticks;
		capture.runs[2]!.find(50, 3);
		assert.equal(ticks.length, length);
	});

	it('asks for rows by number, and none of an old epoch or beyond the end', async () => {
		capture.arrive(10);
		const { epoch } = viewer.view;
		assert.deepEqual(await viewer.rows(epoch, 2, 5), { epoch, from: 2, rows: [] });
		await viewer.rows(epoch, 8, 50);
		await viewer.rows(epoch + 1, 0, 5);
		await viewer.rows(epoch, 10, 20);
		assert.deepEqual(capture.asked, [
			{ from: 3, to: 5 },
			{ from: 9, to: 10 },
		]);
	});

	it('keeps what is seen until a filter that is evaluated anew has considered all', () => {
		capture.arrive(10);
		viewer.setFilter(queryOf('is:bookmarked'));
		capture.runs[0]!.find(10, 2, 4);
		const { epoch } = viewer.view;
		viewer.renewFilter(queryOf('is:bookmarked'));
		capture.runs[1]!.find(5, 2, 4);
		assert.deepEqual([viewer.view.epoch, viewer.view.total], [epoch, 2]);
		viewer.renewFilter(queryOf('is:bookmarked'));
		assert.ok(capture.runs[1]!.isDisposed);
		capture.runs[2]!.find(5, 2, 3, 4);
		assert.deepEqual([viewer.view.epoch, viewer.view.total], [epoch, 2]);
		capture.runs[2]!.find(10, 6);
		assert.deepEqual([viewer.view.epoch, viewer.view.total], [epoch + 1, 4]);
		assert.ok(capture.runs[0]!.isDisposed);
		viewer.setFilter(queryOf('is:bookmarked a'));
		viewer.renewFilter(queryOf('is:bookmarked a'));
		capture.runs[4]!.find(5, 3);
		assert.deepEqual([viewer.view.epoch, viewer.view.total], [epoch + 2, 1]);
	});

	it('stands still while paused, and counts what comes after', async () => {
		capture.arrive(10);
		const { epoch } = viewer.view;
		viewer.setPaused(true);
		capture.arrive(15);
		const paused = { epoch: epoch + 1, total: 10, isCounting: false, isPaused: true, beyond: 5 };
		assert.deepEqual(viewer.view, paused);
		await viewer.rows(epoch + 1, 8, 20);
		assert.deepEqual(capture.asked, [{ from: 9, to: 10 }]);
		viewer.setPaused(true);
		assert.deepEqual(viewer.view, paused);
		assert.deepEqual(viewer.locate(epoch + 1, 12), { index: 10, isExact: false });
		viewer.setPaused(false);
		assert.deepEqual(viewer.view, {
			epoch: epoch + 2,
			total: 15,
			isCounting: false,
			isPaused: false,
			beyond: 0,
		});
	});

	it('keeps what is seen until a filter has something to show', async () => {
		capture.arrive(100);
		const { epoch } = viewer.view;
		viewer.setFilter(queryOf('a'));
		capture.runs[0]!.find(50);
		assert.deepEqual(
			[viewer.view.epoch, viewer.view.total, viewer.view.isCounting],
			[epoch, 100, true],
		);
		capture.runs[0]!.find(60, 55, 57);
		assert.deepEqual(
			[viewer.view.epoch, viewer.view.total, viewer.view.isCounting],
			[epoch + 1, 2, true],
		);
		capture.runs[0]!.find(100, 80);
		assert.deepEqual(
			[viewer.view.epoch, viewer.view.total, viewer.view.isCounting],
			[epoch + 1, 3, false],
		);
		await viewer.rows(epoch + 1, 1, 9);
		assert.deepEqual(capture.asked, [[57, 80]]);
		assert.deepEqual(viewer.locate(epoch + 1, 57), { index: 1, isExact: true });
		assert.deepEqual(viewer.locate(epoch + 1, 58), { index: 2, isExact: false });
		assert.deepEqual(viewer.locate(epoch + 1, 99), { index: 3, isExact: false });

		viewer.setFilter(queryOf('b'));
		viewer.setFilter(queryOf('c'));
		assert.equal(capture.runs[1]?.isDisposed, true);
		assert.equal(viewer.view.total, 3);
		capture.runs[2]!.find(100); // all considered, none found
		assert.deepEqual([viewer.view.epoch, viewer.view.total], [epoch + 2, 0]);
		assert.equal(capture.runs[0]?.isDisposed, true);

		viewer.setFilter(queryOf(''));
		assert.deepEqual([viewer.view.epoch, viewer.view.total], [epoch + 3, 100]);
		viewer.dispose();
		assert.ok(capture.runs.every(run => run.isDisposed));
	});

	it('follows a filter while entries arrive, paused or not', () => {
		capture.arrive(10);
		viewer.setFilter(queryOf('a'));
		const run = capture.runs[0]!;
		run.find(10, 4);
		viewer.setPaused(true);
		capture.arrive(20);
		assert.equal(run.target, 20);
		run.find(20, 12, 15);
		assert.deepEqual([viewer.view.total, viewer.view.beyond], [1, 2]);
		viewer.setPaused(false);
		assert.deepEqual([viewer.view.total, viewer.view.beyond], [3, 0]);
	});

	it('keeps what is seen when a filter fails, and says why', () => {
		capture.arrive(10);
		viewer.setFilter(queryOf('a'));
		capture.runs[0]!.fail('too long');
		const { total, isCounting, filterError } = viewer.view;
		assert.deepEqual([total, isCounting, filterError], [10, false, 'too long']);
		clock.advance(50);
		assert.equal(ticks.at(-1)?.filterError, 'too long');
	});

	it('begins anew when the capture is cleared', async () => {
		capture.arrive(10);
		viewer.setFilter(queryOf('a'));
		capture.runs[0]!.find(10, 4, 5);
		const { epoch } = viewer.view;
		await viewer.clear();
		assert.deepEqual([viewer.view.epoch, viewer.view.total], [epoch + 1, 0]);
		viewer.setFilter(queryOf(''));
		capture.arrive(12);
		assert.equal(viewer.view.total, 2);
		assert.deepEqual(viewer.locate(viewer.view.epoch, 3), { index: 0, isExact: false });
		assert.deepEqual(viewer.locate(viewer.view.epoch, 12), { index: 1, isExact: true });
	});
});
