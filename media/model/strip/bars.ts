import { slotCount, troubleSlot, type Density } from '../../../src/protocol/overview';
import { xOf, type Scale } from './scale';

/** What came within a few spans of an overview. */
export interface Bar {
	readonly fromTime: number;
	readonly toTime: number;
	readonly leftPx: number;
	readonly widthPx: number;
	/** The first entry from there on. */
	readonly seq: number;
	/** By slot. */
	readonly counts: readonly number[];
	/** Of them, those that match; absent without a filter. */
	readonly matched?: readonly number[];
	/** Events of all slots. */
	readonly events: number;
}

/** A bar and the gap after it are at least this wide. */
const pitchPx = 4;
/** No less time is shown while a stream runs, or nothing has come: its beginning would fill the view. */
const minShownMs = 10_000;

/** The stretch of time to show: all there is, and up to `now` while the stream runs. */
export function scaleOf(
	density: Density | undefined,
	now: number | undefined,
	widthPx: number,
): Scale | undefined {
	if (density === undefined) return undefined;
	const { spanMs, firstSeqs } = density;
	const isEmpty = firstSeqs.length === 0;
	if (isEmpty && now === undefined) return undefined;
	const startTime = isEmpty ? now! : density.startTime;
	const end = startTime + Math.max(1, firstSeqs.length) * spanMs;
	const isQuiet = density.counts.every((count, at) => count === 0 || at % slotCount >= troubleSlot);
	const isLong = now === undefined && !isQuiet;
	const endTime = Math.max(end, now ?? 0, isLong ? 0 : startTime + minShownMs);
	return { startTime, endTime, widthPx };
}

/** The bars of an overview, each of as many whole spans as it takes to be seen. */
export function barsOf(density: Density, matched: Uint32Array | undefined, scale: Scale): Bar[] {
	const { startTime, spanMs, firstSeqs, counts } = density;
	const pxPerSpan = (spanMs / (scale.endTime - scale.startTime)) * scale.widthPx;
	const spans = Math.max(1, Math.ceil(pitchPx / pxPerSpan));
	const bars: Bar[] = [];
	for (let from = 0; from < firstSeqs.length; from += spans) {
		const to = Math.min(firstSeqs.length, from + spans);
		const [fromTime, toTime] = [startTime + from * spanMs, startTime + (from + spans) * spanMs];
		const sums = sumsOf(counts, from, to);
		const leftPx = Math.round(xOf(scale, fromTime));
		bars.push({
			fromTime,
			toTime,
			leftPx,
			widthPx: Math.max(1, Math.round(xOf(scale, toTime)) - leftPx - 1),
			seq: firstSeqs[from]!,
			counts: sums,
			...(matched && { matched: sumsOf(matched, from, to) }),
			events: sums.reduce((sum, count, slot) => sum + (slot < troubleSlot ? count : 0), 0),
		});
	}
	return bars;
}

function sumsOf(counts: Uint32Array, from: number, to: number): number[] {
	return Array.from({ length: slotCount }, (_, slot) => {
		let sum = 0;
		for (let span = from; span < to; span++) sum += counts[span * slotCount + slot]!;
		return sum;
	});
}

/** The place of the bar in which a time lies, or of the nearest one; -1 if there is none. */
export function barAt(bars: readonly Bar[], time: number): number {
	const [first] = bars;
	if (first === undefined) return -1;
	const place = Math.floor((time - first.fromTime) / (first.toTime - first.fromTime));
	return Math.min(bars.length - 1, Math.max(0, place));
}

/** A part of a bar, from below: how high, of which slot, and whether it is what a filter leaves out. */
export interface Segment {
	readonly slot: number;
	readonly heightPx: number;
	readonly isFaint: boolean;
}

/** The parts of a bar, where `max` events are `heightPx` high. What matches stands below. */
export function segmentsOf(bar: Bar, max: number, heightPx: number): Segment[] {
	const found: Segment[] = [];
	const unit = heightPx / max;
	const add = (count: number, slot: number, isFaint: boolean) => {
		if (count > 0) found.push({ slot, heightPx: count * unit, isFaint });
	};
	const { counts, matched } = bar;
	for (let slot = 0; slot < troubleSlot; slot++) add((matched ?? counts)[slot]!, slot, false);
	if (matched === undefined) return found;
	for (let slot = 0; slot < troubleSlot; slot++) {
		add(counts[slot]! - matched[slot]!, slot, true);
	}
	return found;
}
