import assert from 'node:assert/strict';
import {
	maxSpans,
	maxTalliedLength,
	maxTalliedTypes,
	slotCount,
	type Density,
} from '../../../src/protocol/overview';
import { createCaptureFile } from '../../../src/store/file/captureFile';
import { PageWriter } from '../../../src/store/page/pageWriter';
import { MatchDensity } from '../../../src/store/filter/matchDensity';
import { MatchList } from '../../../src/store/filter/matchList';
import { OverviewKeeper, type Counted } from '../../../src/store/overview/overviewKeeper';
import { readOverview } from '../../../src/store/overview/readOverview';
import { StoreFixture } from './captureFixture';

const start = 1_700_000_000_000.25;

function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

/** Entries in order, of several types and kinds, in bursts and with pauses. */
function entries(count: number, seed: number): Counted[] {
	const random = seeded(seed);
	let time = start;
	return Array.from({ length: count }, (_, place): Counted => {
		if (random() < 0.3) time += random() < 0.02 ? random() * 60_000 : random() * 20;
		const kinds = ['comment', 'ignored', 'closed', 'open', 'waiting', 'retry'] as const;
		const kind = random() < 0.9 ? 'event' : kinds[Math.floor(random() * kinds.length)]!;
		const type = kind === 'event' ? `type${Math.floor(random() ** 2 * 12)}` : '';
		return { seq: place + 1, kind, time, type };
	});
}

function keep(all: readonly Counted[]): OverviewKeeper {
	const keeper = new OverviewKeeper();
	for (const entry of all) keeper.add(entry);
	return keeper;
}

/** The sums of all spans, by slot. */
function sums({ counts }: Pick<Density, 'counts'>): number[] {
	const found = Array.from({ length: slotCount }, () => 0);
	counts.forEach((count, at) => (found[at % slotCount]! += count));
	return found;
}

describe('The overview of a capture', () => {
	it('counts types in the order of their appearance, and kinds', () => {
		const keeper = keep(
			['b', 'a', 'b', ''].map((type, place) => ({
				seq: place + 1,
				kind: type === '' ? 'comment' : 'event',
				time: start + place,
				type,
			})),
		);
		assert.deepEqual(keeper.snapshot().tally, {
			types: [
				{ type: 'b', place: 0, count: 2 },
				{ type: 'a', place: 1, count: 1 },
			],
			otherEvents: 0,
			kinds: { comment: 1 },
		});
		keeper.clear();
		keeper.add({ seq: 5, kind: 'event', time: start + 9, type: 'a' });
		const { tally, density } = keeper.snapshot();
		assert.deepEqual(tally.types, [
			{ type: 'b', place: 0, count: 0 },
			{ type: 'a', place: 1, count: 1 },
		]);
		assert.equal(sums(density)[1], 1, 'a type keeps its colour');
		assert.equal(density.startTime, Math.floor(start + 9));
	});

	it('lumps together what is beyond its bounds', () => {
		const keeper = new OverviewKeeper();
		for (let n = 0; n < maxTalliedTypes + 50; n++) {
			keeper.add({ seq: n + 1, kind: 'event', time: start, type: `t${n}` });
		}
		const { tally, density } = keeper.snapshot();
		assert.equal(tally.types.length, maxTalliedTypes);
		assert.equal(tally.otherEvents, 50);
		assert.deepEqual(sums(density), [1, 1, 1, 1, 1, 1, 1, 1, maxTalliedTypes + 42, 0]);
	});

	it('does not tell of types too long to be shown', () => {
		const keeper = new OverviewKeeper();
		const types = ['a', 'x'.repeat(maxTalliedLength + 1), 'b'];
		types.forEach((type, place) => {
			keeper.add({ seq: place + 1, kind: 'event', time: start, type });
		});
		const { tally } = keeper.snapshot();
		assert.deepEqual(
			tally.types.map(({ type, place }) => [type, place]),
			[
				['a', 0],
				['b', 2],
			],
		);
		assert.equal(tally.otherEvents, 1);
	});

	it('loses nothing when its spans grow, and never has too many', () => {
		const all = entries(20_000, 1);
		const keeper = new OverviewKeeper();
		for (const [place, entry] of all.entries()) {
			keeper.add(entry);
			if (place % 997 !== 0) continue;
			const { density } = keeper.snapshot();
			const { counts, firstSeqs, startTime, spanMs } = density;
			assert.equal(counts.length, firstSeqs.length * slotCount);
			assert.ok(firstSeqs.length <= maxSpans);
			assert.equal(counts.buffer.byteLength, counts.byteLength, 'a buffer of its own');
			// By the plain definition.
			const expected = new Uint32Array(firstSeqs.length);
			const seen = all.slice(0, place + 1);
			for (const { kind, time } of seen) {
				if (kind === 'event') expected[Math.floor((time - startTime) / spanMs)]!++;
			}
			const actual = Array.from(firstSeqs, (_, span) =>
				counts.subarray(span * slotCount, span * slotCount + 9).reduce((a, b) => a + b, 0),
			);
			assert.deepEqual(actual, Array.from(expected));
			const firsts = Array.from(
				firstSeqs,
				(_, span) => seen.find(({ time }) => time >= startTime + span * spanMs)?.seq,
			);
			assert.deepEqual(Array.from(firstSeqs), firsts);
		}
	});

	it('takes a clock that is set back, and one that is set forward by years', () => {
		const keeper = new OverviewKeeper();
		const times = [start, start + 5000, start - 70_000, start + 4e11, start + 1];
		times.forEach((time, place) => {
			keeper.add({ seq: place + 1, kind: 'event', time, type: 't' });
		});
		const { density } = keeper.snapshot();
		assert.equal(sums(density)[0], 5);
		assert.ok(density.firstSeqs.length <= maxSpans);
		const seqs = Array.from(density.firstSeqs);
		assert.deepEqual(
			seqs,
			seqs.toSorted((a, b) => a - b),
		);
	});

	it('is the same when it is read from the file', () => {
		const fixture = new StoreFixture();
		const database = createCaptureFile(fixture.path('a.sqlite'), { name: '', url: '' });
		const writer = new PageWriter(database);
		const keeper = new OverviewKeeper();
		const all = entries(9000, 2).map(entry => ({ ...entry, seq: entry.seq + 41 }));
		for (const entry of all) {
			const whole = { ...entry, data: '', lastEventId: '', size: 0, attempt: 1 };
			writer.add(whole);
			if (keeper.add(entry)) writer.addType(entry.type);
		}
		writer.flush();
		assert.deepEqual(readOverview(database).snapshot(), keeper.snapshot());
		database.exec('DELETE FROM page');
		assert.equal(readOverview(database).snapshot().density.firstSeqs.length, 0);
		database.close();
		return fixture.close();
	});

	it('counts matches over the same spans, as the spans grow', () => {
		const all = entries(30_000, 3);
		const matches = ({ seq }: Counted) => seq % 3 === 0 || (seq > 5000 && seq < 9000);
		const keeper = new OverviewKeeper();
		const list = new MatchList();
		const density = new MatchDensity(list);
		const slots = new Map(Array.from({ length: 12 }, (_, n) => [`type${n}`, -1]));
		for (const [place, entry] of all.entries()) {
			keeper.add(entry);
			if (entry.kind === 'event' && slots.get(entry.type) === -1) {
				slots.set(entry.type, Math.min(8, [...slots.values()].filter(slot => slot >= 0).length));
			}
			if (matches(entry)) list.append([entry.seq], [slots.get(entry.type) ?? 15]);
			if (place % 3001 !== 0) continue;
			const grid = keeper.snapshot().density;
			const counts = density.update(grid);
			const expected = new Uint32Array(counts.length);
			for (const seen of all.slice(0, place + 1)) {
				const slot = slots.get(seen.type);
				if (slot === undefined || !matches(seen)) continue;
				const span = Math.floor((seen.time - grid.startTime) / grid.spanMs);
				expected[span * slotCount + slot]!++;
			}
			assert.deepEqual(counts, expected);
		}
	});

	it('waits with matches that came after it', () => {
		const list = new MatchList();
		const density = new MatchDensity(list);
		const keeper = keep(entries(10, 4));
		list.append([3, 12], [0, 0]);
		assert.equal(sums({ counts: density.update(keeper.snapshot().density) })[0], 1);
		keeper.add({ seq: 11, kind: 'comment', time: start + 1e6, type: '' });
		keeper.add({ seq: 12, kind: 'event', time: start + 2e6, type: 'x' });
		const grid = keeper.snapshot().density;
		const counts = density.update(grid);
		assert.equal(counts[counts.length - slotCount], 1);
	});

	it('lets go of what is no longer kept', () => {
		const all = entries(20_000, 5);
		const keeper = new OverviewKeeper();
		const list = new MatchList();
		const matching = new MatchDensity(list);
		let first = 0;
		for (const [place, entry] of all.entries()) {
			keeper.add(entry);
			if (entry.kind === 'event') list.append([entry.seq], [1]);
			if (place === 4000) matching.update(keeper.snapshot().density);
			if (place < 5000 || place % 1777 !== 0) continue;
			const next = place - 4000;
			const gone = all.slice(first, next).map(({ kind, type }) => ({ kind, type, count: 1 }));
			first = next;
			keeper.drop(gone, first + 1);
			list.removeBefore(first + 1);
			const kept = all.slice(first, place + 1);
			const { tally, density } = keeper.snapshot();
			const counted = Object.fromEntries(tally.types.map(({ type, count }) => [type, count]));
			for (const type of Object.keys(counted)) {
				assert.equal(counted[type], kept.filter(other => other.type === type).length);
			}
			assert.equal(tally.kinds.comment, kept.filter(({ kind }) => kind === 'comment').length);
			assert.equal(density.firstSeqs[0], first + 1);
			assert.ok(density.startTime <= kept[0]!.time);
			assert.ok(density.startTime + density.spanMs > kept[0]!.time, 'no span is empty for ever');
			const inSpan = (seq: number) => density.firstSeqs.findLastIndex(from => from <= seq);
			for (const { seq, time } of [kept[100]!, kept[2000]!, kept.at(-1)!]) {
				assert.equal(inSpan(seq), Math.floor((time - density.startTime) / density.spanMs));
			}
			// All but the first span, which may count some that are gone.
			const matched = matching.update(density);
			const events = (counts: Uint32Array, span: number) =>
				counts.subarray(span * slotCount, span * slotCount + 9).reduce((a, b) => a + b, 0);
			for (let span = 1; span < density.firstSeqs.length; span++) {
				assert.equal(events(matched, span), events(density.counts, span));
			}
		}
	});
});
