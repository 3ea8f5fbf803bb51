import { slotCount, type Density } from '../../protocol/overview';
import type { MatchList } from './matchList';

/** The overview's grid in which matches are counted. */
type Grid = Pick<Density, 'startTime' | 'spanMs' | 'firstSeqs' | 'lastSeq'>;

/** Counts matches over the spans of an overview, each match once. */
export class MatchDensity {
	private counts: Uint32Array = new Uint32Array(0);
	private startTime = NaN;
	private spanMs = 1;
	/** Matches that are counted, and how many had been removed by then. */
	private seen = 0;
	private removed = 0;

	constructor(readonly list: MatchList) {}

	/** For each span of the grid a number for each slot, in a buffer of its own. */
	update(grid: Grid): Uint32Array {
		const { removed } = this.list;
		this.seen = Math.max(0, this.seen - (removed - this.removed));
		this.removed = removed;
		this.counts = this.onto(grid);
		this.startTime = grid.startTime;
		this.spanMs = grid.spanMs;
		this.count(grid);
		return this.counts.slice();
	}

	/** What was counted, in the spans of the grid, each of which is made of whole ones of the grid before. */
	private onto({ startTime, spanMs, firstSeqs }: Grid): Uint32Array {
		const counts = new Uint32Array(firstSeqs.length * slotCount);
		const gone = (startTime - this.startTime) / this.spanMs;
		if (!Number.isInteger(gone) || gone < 0) {
			this.seen = 0;
			return counts;
		}
		const factor = spanMs / this.spanMs;
		for (let at = gone * slotCount; at < this.counts.length; at++) {
			const span = Math.floor((Math.floor(at / slotCount) - gone) / factor);
			counts[span * slotCount + (at % slotCount)]! += this.counts[at]!;
		}
		return counts;
	}

	private count({ firstSeqs, lastSeq }: Grid): void {
		const { list, counts } = this;
		let span = 0;
		for (; this.seen < list.length; this.seen++) {
			const seq = list.at(this.seen);
			// It came after the grid was taken, whose last span is not its own.
			if (seq > lastSeq) return;
			const slot = list.slotAt(this.seen);
			while (span + 1 < firstSeqs.length && firstSeqs[span + 1]! <= seq) span++;
			if (slot < slotCount) counts[span * slotCount + slot]!++;
		}
	}
}
