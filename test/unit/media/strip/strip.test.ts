import assert from 'node:assert/strict';
import { barAt, barsOf, scaleOf, segmentsOf } from '../../../../media/model/strip/bars';
import { outagesOf } from '../../../../media/model/strip/outages';
import { axisTimes, timeAt, xOf } from '../../../../media/model/strip/scale';
import { StripModel } from '../../../../media/model/strip/strip';
import type { DensityNews } from '../../../../src/protocol/toWebview';
import { slotCount, troubleSlot } from '../../../../src/protocol/overview';

const start = new Date(2026, 10, 22, 12, 0, 58).getTime();

/** Spans with so many events of the first type; numbers from 1 on. */
function density(events: readonly number[], more: Partial<DensityNews> = {}): DensityNews {
	const counts = new Uint32Array(events.length * slotCount);
	const firstSeqs = new Uint32Array(events.length);
	let seq = 1;
	for (const [span, count] of events.entries()) {
		counts[span * slotCount] = count;
		firstSeqs[span] = seq;
		seq += count;
	}
	return {
		type: 'density',
		startTime: start,
		spanMs: 100,
		counts,
		firstSeqs,
		lastSeq: seq - 1,
		outages: new Float64Array(),
		...more,
	};
}

describe('the scale of the strip', () => {
	const lengthOf = (of: DensityNews | undefined, now?: number) => {
		const scale = scaleOf(of, now === undefined ? undefined : start + now, 1000);
		return scale && scale.endTime - scale.startTime;
	};

	it('is all that there is, and up to now', () => {
		assert.equal(lengthOf(undefined), undefined);
		assert.equal(lengthOf(density([])), undefined);
		assert.equal(lengthOf(density([1, 0, 2])), 300);
		assert.equal(lengthOf(density([1]), 60_000), 60_000);
	});

	it('is not large while little has come', () => {
		assert.equal(lengthOf(density([1, 0, 2]), 350), 10_000);
		assert.equal(lengthOf(density([]), 0), 10_000);
		assert.equal(lengthOf(density([0])), 10_000);
	});

	it('goes both ways, and not beyond its edges', () => {
		const scale = { startTime: 1000, endTime: 2000, widthPx: 500 };
		assert.deepEqual(
			[0, 1000, 1500, 9999].map(time => xOf(scale, time)),
			[0, 0, 250, 500],
		);
		assert.deepEqual(
			[-1, 0, 250, 600].map(x => timeAt(scale, x)),
			[1000, 1000, 1500, 2000],
		);
	});

	const clock = (time: number) => new Date(time).toTimeString().slice(0, 8);
	for (const [lengthMs, stepMs, first] of [
		[10, 1, '12:00:58'],
		[136_000, 10_000, '12:01:00'],
		[3_600_000, 300_000, '12:05:00'],
		[86_400_000, 2 * 3_600_000, '14:00:00'],
		[30 * 86_400_000, 3 * 86_400_000, '00:00:00'],
	] as const) {
		it(`has round times over ${lengthMs} ms`, () => {
			const scale = { startTime: start, endTime: start + lengthMs, widthPx: 1000 };
			const axis = axisTimes(scale, 70);
			assert.equal(axis.stepMs, stepMs);
			assert.equal(clock(axis.times[0]!), first);
			assert.ok(axis.times.length > 5 && axis.times.length < 15);
		});
	}
});

describe('the bars of the strip', () => {
	it('are of as many spans as it takes to be seen, and lose nothing', () => {
		const of = density(Array.from({ length: 700 }, (_, span) => span % 5));
		const scale = scaleOf(of, undefined, 1176)!;
		const bars = barsOf(of, undefined, scale);
		assert.equal(bars.length, 234);
		assert.equal(
			bars.reduce((sum, { events }) => sum + events, 0),
			1400,
		);
		let end = -1;
		for (const { leftPx, widthPx } of bars) {
			// The last one is cut where the time ends.
			const minPx = leftPx > 1170 ? 1 : 3;
			assert.ok(leftPx > end && widthPx >= minPx, `${leftPx} after ${end}, ${widthPx} wide`);
			end = leftPx + widthPx;
		}
		assert.ok(end <= 1176);
		assert.equal(bars[1]!.seq, 0 + 1 + 2 + 1);
	});

	it('are found by their time', () => {
		const of = density([1, 1, 1]);
		const bars = barsOf(of, undefined, scaleOf(of, undefined, 300)!);
		const times = [-50, 0, 99, 100, 250, 900].map(ms => barAt(bars, start + ms));
		assert.deepEqual(times, [0, 0, 0, 1, 2, 2]);
		assert.equal(barAt([], start), -1);
	});

	it('have what matches below, and the rest faint above', () => {
		const of = density([4]);
		of.counts[1] = 4;
		of.counts[troubleSlot] = 7;
		const matched = new Uint32Array(slotCount);
		matched[1] = 3;
		const [bar] = barsOf(of, matched, scaleOf(of, undefined, 300)!);
		assert.ok(bar);
		assert.equal(bar.events, 8, 'trouble is no event');
		assert.deepEqual(segmentsOf(bar, 16, 32), [
			{ slot: 1, heightPx: 6, isFaint: false },
			{ slot: 0, heightPx: 8, isFaint: true },
			{ slot: 1, heightPx: 2, isFaint: true },
		]);
		assert.deepEqual(segmentsOf({ ...bar, matched: undefined }, 8, 32), [
			{ slot: 0, heightPx: 16, isFaint: false },
			{ slot: 1, heightPx: 16, isFaint: false },
		]);
	});
});

describe('the outages on the strip', () => {
	it('end when there is a connection again, or with what is known', () => {
		const of = density([1, 1], {
			outages: Float64Array.of(start, start + 50, start + 90, Infinity),
		});
		const told = (now?: number) =>
			outagesOf(of, now === undefined ? undefined : start + now).map(({ from, to }) => [
				from - start,
				to - start,
			]);
		assert.deepEqual(told(), [
			[0, 50],
			[90, 200],
		]);
		assert.deepEqual(told(5000)[1], [90, 5000]);
		assert.deepEqual(outagesOf(undefined, 1), []);
	});
});

describe('what the strip points at', () => {
	const model = () => {
		const strip = new StripModel();
		strip.update(density([1, 2, 3, 4, 5]), undefined, 500);
		return strip;
	};
	const rangeOf = ({ range }: StripModel) => range && [range.from - start, range.to - start];

	it('is a bar, or nothing', () => {
		const strip = model();
		assert.equal(strip.place, -1);
		strip.point(250);
		assert.equal(strip.bar?.seq, 4);
		assert.equal(strip.range, undefined);
		strip.leave();
		assert.equal(strip.place, -1);
	});

	it('is a range of whole bars while one drags, either way', () => {
		const strip = model();
		strip.point(250, 120);
		assert.deepEqual(rangeOf(strip), [100, 300]);
		strip.point(20, 120);
		assert.deepEqual(rangeOf(strip), [0, 200]);
		strip.unmark();
		assert.equal(strip.range, undefined);
		assert.equal(strip.place, 0);
	});

	it('is moved by keys, from the end on', () => {
		const strip = model();
		const places = ['ArrowLeft', 'ArrowLeft', 'Home', 'ArrowLeft', 'PageDown', 'End'].map(key => {
			assert.ok(strip.move(key, false));
			return strip.place;
		});
		assert.deepEqual(places, [4, 3, 0, 0, 4, 4]);
		assert.ok(!strip.move('a', false));
		strip.move('ArrowLeft', true);
		strip.move('ArrowLeft', true);
		assert.deepEqual(rangeOf(strip), [200, 500]);
		strip.move('ArrowRight', false);
		assert.equal(strip.range, undefined);
	});

	it('stays at its time when there is more', () => {
		const strip = model();
		strip.point(250);
		const time = strip.bar?.fromTime;
		strip.update(density(Array.from({ length: 50 }, () => 1)), undefined, 500);
		assert.equal(strip.bar?.fromTime, time);
		assert.equal(strip.place, 2);
	});

	it('is nothing where nothing is', () => {
		const strip = new StripModel();
		strip.point(10, 20);
		strip.move('End', false);
		assert.equal(strip.bar, undefined);
		assert.equal(strip.range, undefined);
	});
});
