import assert from 'node:assert/strict';
import { Timeline } from '../../../media/model/timeline';
import type { Tick } from '../../../src/protocol/tick';
import { FakeClock } from '../../fixtures/fakeClock';
import { rowsFrom, tickOf } from './rows';

const settled = () => new Promise(resolve => setImmediate(resolve));

/** A timeline over a host whose entry n stands at place n - `first`. */
class Told {
	readonly clock = new FakeClock();
	readonly timeline: Timeline;
	/** The number of the first entry that matches. */
	first = 1;
	tick = tickOf();
	isSilent = false;

	constructor(rowsInSight = 10) {
		this.timeline = new Timeline(
			async ({ epoch, from, to }) => {
				if (this.isSilent) return new Promise(() => {});
				const rows = rowsFrom(from + this.first, Math.max(0, Math.min(to, this.tick.total) - from));
				return { epoch: this.tick.epoch, from, rows: epoch === this.tick.epoch ? rows : [] };
			},
			async ({ seq }) => ({ index: Math.max(0, seq - this.first), isExact: seq >= this.first }),
			this.clock,
			() => {},
		);
		this.timeline.viewport.resize(rowsInSight * 22);
	}

	/** A tick, and what follows from it. */
	async tell(more: Partial<Tick>): Promise<(number | undefined)[]> {
		this.tick = { ...this.tick, ...more };
		this.timeline.takeTick(this.tick);
		return this.paint();
	}

	/** The numbers of the entries that are painted once all is answered. */
	async paint(): Promise<(number | undefined)[]> {
		this.timeline.frame();
		await settled();
		this.timeline.frame();
		await settled();
		return this.timeline.frame().rows.map(row => row?.seq);
	}
}

const numbers = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, place) => from + place);

describe('the timeline', () => {
	it('follows the newest rows', async () => {
		const told = new Told();
		assert.deepEqual(await told.tell({ total: 3 }), [1, 2, 3]);
		assert.deepEqual(await told.tell({ total: 1000 }), numbers(991, 1000));
	});

	it('paints the newest rows that are here while newer ones are on their way', async () => {
		const told = new Told();
		await told.tell({ total: 100 });
		told.isSilent = true;
		assert.deepEqual(await told.tell({ total: 5000 }), numbers(91, 100));
		told.clock.advance(10_000);
		assert.deepEqual(await told.paint(), numbers(91, 100), 'not a hole, however long it takes');
	});

	it('shows the rows that come with a tick, without asking', async () => {
		const told = new Told();
		await told.tell({ total: 100 });
		assert.deepEqual(told.timeline.wantedTail, { epoch: 1, has: 100, rows: 13 });
		told.isSilent = true;
		const tail = { from: 100, rows: rowsFrom(101, 3) };
		assert.deepEqual(await told.tell({ total: 103, tail }), numbers(94, 103));
		told.timeline.scrolled(viewport => viewport.scrollTo(viewport.topPx - 44));
		assert.equal(told.timeline.wantedTail, undefined, 'one looks at others');
	});

	it('wants all rows in sight where one of them is missing', async () => {
		const told = new Told();
		told.isSilent = true;
		await told.tell({ total: 100 });
		assert.deepEqual(told.timeline.wantedTail, { epoch: 1, has: 0, rows: 13 });
	});

	it('stays where one has scrolled to', async () => {
		const told = new Told();
		await told.tell({ total: 100 });
		told.timeline.scrolled(viewport => viewport.scrollTo(viewport.topPx - 44));
		assert.deepEqual(await told.tell({ total: 200 }), numbers(89, 98));
		assert.equal(told.timeline.newCount, 100);
		told.timeline.follow();
		assert.deepEqual(await told.paint(), numbers(191, 200));
	});

	it('keeps its place by the entry when a filter changes what is before it', async () => {
		const told = new Told();
		await told.tell({ total: 1000 });
		told.timeline.scrolled(viewport => viewport.scrollTo(22 * 500 + 7));
		assert.equal((await told.paint())[0], 501);
		told.first = 301;
		assert.deepEqual(await told.tell({ epoch: 2, total: 700 }), numbers(501, 511));
		assert.equal(told.timeline.frame().cutPx, 7);
	});

	it('keeps the old rows until those of another filter are here', async () => {
		const told = new Told();
		await told.tell({ total: 50 });
		told.isSilent = true;
		assert.deepEqual(await told.tell({ epoch: 2, total: 20 }), numbers(41, 50));
		assert.deepEqual(await told.tell({ epoch: 3, total: 0, isCounting: true }), numbers(41, 50));
		assert.deepEqual(await told.tell({ epoch: 3, total: 0, isCounting: false }), []);
	});

	it('moves the selection and shows it', async () => {
		const told = new Told();
		await told.tell({ total: 100 });
		const { timeline } = told;
		const select = async (act: () => void) => {
			act();
			await told.paint();
			return timeline.selection.seq;
		};
		assert.equal(await select(() => timeline.move(-1)), 100, 'begins at the last one in sight');
		assert.equal(await select(() => timeline.move(-1)), 99);
		assert.equal(await select(() => timeline.move(-50)), 49);
		assert.ok((await told.paint()).includes(49));
		assert.equal(await select(() => timeline.move(-Infinity)), 1);
		assert.equal(await select(() => timeline.move(Infinity)), 100);
		assert.equal(await select(() => timeline.move(1)), 100);
		assert.equal(timeline.following.isOn, false);
		assert.equal(await select(() => timeline.selectShown(2)), 93);
	});

	it('keeps the selection over filters, and moves on from where it would stand', async () => {
		const told = new Told();
		await told.tell({ total: 100 });
		told.timeline.select(49);
		await told.paint();
		told.first = 20;
		await told.tell({ epoch: 2, total: 81 });
		assert.equal(told.timeline.selection.seq, 50);
		assert.equal(told.timeline.selection.index, 30);
		told.first = 60;
		await told.tell({ epoch: 3, total: 41 });
		assert.equal(told.timeline.selection.seq, 50);
		assert.equal(told.timeline.selection.index, undefined);
		told.timeline.move(1);
		await told.paint();
		assert.equal(told.timeline.selection.seq, 61);
	});

	it('begins where an earlier view left off', async () => {
		const told = new Told();
		told.timeline.restore({
			isFollowing: false,
			anchor: { seq: 301, yPx: -4 },
			selection: 305,
		});
		assert.deepEqual(await told.tell({ total: 1000 }), numbers(301, 311));
		assert.equal(told.timeline.selection.index, 304);
		assert.deepEqual(told.timeline.anchor, { seq: 301, yPx: -4 });
	});

	it('freezes while paused and follows again after', async () => {
		const told = new Told();
		await told.tell({ total: 100 });
		const frozen = await told.tell({ epoch: 2, isPaused: true, beyond: 0 });
		assert.deepEqual(frozen, numbers(91, 100));
		assert.deepEqual(await told.tell({ beyond: 300 }), frozen);
		assert.equal(told.timeline.newCount, 300);
		const resumed = await told.tell({ epoch: 3, isPaused: false, beyond: 0, total: 400 });
		assert.deepEqual(resumed, numbers(391, 400));
	});

	it('is empty after clearing', async () => {
		const told = new Told();
		await told.tell({ total: 100 });
		assert.deepEqual(await told.tell({ epoch: 2, total: 0 }), []);
		told.first = 101;
		assert.deepEqual(await told.tell({ total: 2 }), [101, 102]);
	});
});
