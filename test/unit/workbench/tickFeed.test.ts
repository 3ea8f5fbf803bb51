import assert from 'node:assert/strict';
import type { Row } from '../../../src/protocol/row';
import type { Tick } from '../../../src/protocol/tick';
import {
	idleTickMs,
	tailLimitMs,
	TickFeed,
	type TickSource,
} from '../../../src/workbench/panel/tickFeed';
import { FakeClock } from '../../fixtures/fakeClock';
import { rowsFrom, tickOf } from '../media/rows';

/** A feed of a capture that grows by hand, entry n at place n - 1. */
class Fed implements TickSource {
	readonly clock = new FakeClock();
	readonly feed = new TickFeed(this, this.clock);
	readonly sent: Tick[] = [];
	total = 0;
	epoch = 1;
	isOver = false;
	isReaderBusy = false;
	isReaderBroken = false;

	constructor() {
		this.feed.start();
	}

	tick(): Tick {
		return tickOf({ epoch: this.epoch, total: this.total });
	}

	async rows(epoch: number, from: number, to: number) {
		if (this.isReaderBroken) throw new Error('The worker ended.');
		if (this.isReaderBusy) return new Promise<never>(() => {});
		await Promise.resolve();
		const isCurrent = epoch === this.epoch;
		const rows: Row[] = isCurrent ? rowsFrom(from + 1, to - from) : [];
		return { epoch: this.epoch, from, rows };
	}

	isRunning(): boolean {
		return !this.isOver;
	}

	send(tick: Tick): void {
		this.sent.push(tick);
	}

	/** How long each list is that was told of since it was asked before, and which rows came with it. */
	async said(): Promise<{ total: number; rows?: number[] }[]> {
		await new Promise(resolve => setImmediate(resolve));
		return this.sent
			.splice(0)
			.map(({ total, tail }) => ({ total, ...(tail && { rows: tail.rows.map(row => row.seq) }) }));
	}

	grow(total: number): void {
		this.total = total;
		this.feed.request();
	}
}

describe('The feed of ticks', () => {
	it('tells at once what is new, and the rest when that is painted', async () => {
		const fed = new Fed();
		fed.feed.shown(undefined);
		for (const total of [1, 2, 3]) fed.grow(total);
		assert.deepEqual(await fed.said(), [{ total: 1 }]);
		fed.feed.shown(undefined);
		assert.deepEqual(await fed.said(), [{ total: 3 }]);
		fed.feed.shown(undefined);
		assert.deepEqual(await fed.said(), []);
	});

	it('does not leave behind a page that paints nothing for a while', async () => {
		const fed = new Fed();
		fed.grow(5);
		assert.deepEqual(await fed.said(), []);
		fed.clock.advance(idleTickMs);
		assert.deepEqual(await fed.said(), [{ total: 5 }]);
		fed.grow(6);
		fed.clock.advance(idleTickMs - 1);
		assert.deepEqual(await fed.said(), []);
		fed.clock.advance(1);
		assert.deepEqual(await fed.said(), [{ total: 6 }]);
	});

	it('goes on while nothing comes, until the stream is over', async () => {
		const fed = new Fed();
		fed.feed.shown(undefined);
		fed.clock.advance(idleTickMs);
		assert.equal((await fed.said()).length, 1);
		fed.isOver = true;
		fed.feed.shown(undefined);
		fed.clock.advance(10 * idleTickMs);
		assert.deepEqual(await fed.said(), []);
		assert.deepEqual(fed.clock.pending, []);
	});

	it('brings the newest rows that the page lacks, as many as it wants', async () => {
		const fed = new Fed();
		fed.feed.shown({ epoch: 1, has: 0, rows: 3 });
		fed.grow(10);
		assert.deepEqual(await fed.said(), [{ total: 10, rows: [8, 9, 10] }]);
		fed.feed.shown({ epoch: 1, has: 10, rows: 3 });
		fed.grow(12);
		assert.deepEqual(await fed.said(), [{ total: 12, rows: [11, 12] }]);
		fed.feed.shown({ epoch: 1, has: 12, rows: 3 });
		fed.feed.request();
		assert.deepEqual(await fed.said(), [{ total: 12 }], 'it has them all');
		fed.feed.shown({ epoch: 1, has: 12, rows: 3 });
		fed.epoch = 2;
		fed.feed.request();
		assert.deepEqual(await fed.said(), [{ total: 12, rows: [10, 11, 12] }], 'none of this epoch');
	});

	it('brings no rows to a page that shows others', async () => {
		const fed = new Fed();
		fed.feed.shown({ epoch: 1, has: 0, rows: 3 });
		fed.grow(10);
		await fed.said();
		fed.feed.shown(undefined);
		fed.grow(20);
		assert.deepEqual(await fed.said(), [{ total: 20 }]);
	});

	it('waits for the rows for a moment only', async () => {
		const fed = new Fed();
		fed.isReaderBusy = true;
		fed.feed.shown({ epoch: 1, has: 0, rows: 3 });
		fed.grow(10);
		assert.deepEqual(await fed.said(), []);
		fed.clock.advance(tailLimitMs);
		assert.deepEqual(await fed.said(), [{ total: 10 }]);
		fed.isReaderBroken = true;
		fed.feed.shown({ epoch: 1, has: 0, rows: 3 });
		fed.grow(11);
		assert.deepEqual(await fed.said(), [{ total: 11 }]);
	});

	it('brings no rows of an epoch that is over when they are here', async () => {
		const fed = new Fed();
		fed.feed.shown({ epoch: 1, has: 0, rows: 3 });
		fed.grow(10);
		fed.epoch = 2;
		fed.feed.request();
		assert.deepEqual(await fed.said(), [{ total: 10 }]);
		fed.feed.shown({ epoch: 1, has: 0, rows: 3 });
		assert.deepEqual(await fed.said(), [{ total: 10, rows: [8, 9, 10] }]);
	});

	it('costs nothing while no page is there', async () => {
		const fed = new Fed();
		fed.feed.shown({ epoch: 1, has: 0, rows: 3 });
		fed.grow(10);
		fed.feed.stop();
		fed.grow(20);
		fed.feed.shown(undefined);
		assert.deepEqual(await fed.said(), [], 'the one that was being made, too');
		assert.deepEqual(fed.clock.pending, []);
		fed.feed.start();
		fed.feed.shown(undefined);
		fed.grow(21);
		assert.deepEqual(await fed.said(), [{ total: 21 }]);
	});
});
