import assert from 'node:assert/strict';
import { FrameHolder, type Frame } from '../../../media/model/frame';
import { FakeClock } from '../../fixtures/fakeClock';
import { rowsFrom } from './rows';

const frame = (epoch: number, from: number): Frame => ({
	epoch,
	from,
	rows: rowsFrom(from + 1, 3),
	cutPx: 0,
});
const holes = (epoch: number, from: number): Frame => ({
	...frame(epoch, from),
	rows: [undefined, undefined, undefined],
});

describe('the frame that is painted', () => {
	let clock: FakeClock;
	let holder: FrameHolder;
	let expired = 0;
	beforeEach(() => {
		clock = new FakeClock();
		expired = 0;
		holder = new FrameHolder(clock, () => expired++);
	});

	it('is the ideal one if that is complete', () => {
		const ideal = frame(1, 0);
		assert.equal(holder.next(ideal, true), ideal);
	});

	it('is the one before for a moment, then has places for what is missing', () => {
		const before = holder.next(frame(1, 0), true);
		assert.equal(holder.next(holes(1, 50), false), before);
		clock.advance(100);
		assert.equal(holder.next(holes(1, 60), false), before);
		clock.advance(60);
		assert.equal(expired, 1);
		const late = holes(1, 60);
		assert.equal(holder.next(late, false), late);
		const next = holes(1, 70);
		assert.equal(holder.next(next, false), next, 'and stays so until it is complete');
	});

	it('stays longer where all rows change', () => {
		const before = holder.next(frame(1, 0), true);
		assert.equal(holder.next(holes(2, 0), false), before);
		clock.advance(400);
		assert.equal(holder.next(holes(2, 0), false), before);
		const after = frame(2, 0);
		assert.equal(holder.next(after, true), after);
		clock.advance(1000);
		assert.equal(expired, 0);
	});

	it('is empty while there is none before', () => {
		assert.deepEqual(holder.next(holes(1, 0), false).rows, []);
	});
});
