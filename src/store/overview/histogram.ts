import { maxSpans, slotCount } from '../../protocol/overview';

/**
 * Counts entries by time, in bounded memory: when the time outgrows the spans, each becomes twice as
 * long. From the first second on, between half and all of them are in use.
 */
export class Histogram {
	private counts = new Uint32Array(maxSpans * slotCount);
	private firstSeqs = new Uint32Array(maxSpans);
	private startTime = 0;
	private spanMs = 1;
	private used = 0;
	/** Of the latest entry: its time, and where its span begins within the counts. */
	private latestTime = NaN;
	private at = 0;

	/** Where the first span begins, in ms since the epoch. */
	get beginning(): number {
		return this.startTime;
	}

	/** @param slot in which it counts; negative: none. */
	add(seq: number, time: number, slot: number, count = 1): void {
		// Entries of one chunk share their time.
		if (time !== this.latestTime) this.moveTo(time, seq);
		if (slot >= 0) this.counts[this.at + slot]! += count;
	}

	clear(): void {
		this.counts.fill(0);
		this.used = 0;
		this.spanMs = 1;
		this.latestTime = NaN;
	}

	/** What is before this entry goes, but for what shares a span with it. */
	dropBefore(seq: number): void {
		let gone = 0;
		while (gone + 1 < this.used && this.firstSeqs[gone + 1]! <= seq) gone++;
		this.counts.copyWithin(0, gone * slotCount);
		this.counts.fill(0, (this.used - gone) * slotCount);
		this.firstSeqs.copyWithin(0, gone);
		this.used -= gone;
		this.startTime += gone * this.spanMs;
		this.at -= gone * slotCount;
		for (let span = 0; span < this.used && this.firstSeqs[span]! < seq; span++) {
			this.firstSeqs[span] = seq;
		}
	}

	/** What there is, in buffers of their own. */
	snapshot() {
		const { startTime, spanMs, used } = this;
		return {
			startTime,
			spanMs,
			counts: this.counts.slice(0, used * slotCount),
			firstSeqs: this.firstSeqs.slice(0, used),
		};
	}

	private moveTo(time: number, seq: number): void {
		if (this.used === 0) this.startTime = Math.floor(time);
		while (time - this.startTime >= this.spanMs * maxSpans) this.double();
		// A clock that was set back must not bring entries out of their order.
		const latest = Math.max(0, this.used - 1);
		const span = Math.max(latest, Math.floor((time - this.startTime) / this.spanMs));
		if (span >= this.used) {
			this.firstSeqs.fill(seq, this.used, span + 1);
			this.used = span + 1;
		}
		this.latestTime = time;
		this.at = span * slotCount;
	}

	private double(): void {
		for (let span = 0; span < this.used; span++) {
			const into = span >> 1;
			if (span % 2 === 0) this.firstSeqs[into] = this.firstSeqs[span]!;
			for (let slot = 0; slot < slotCount; slot++) {
				const count = this.counts[span * slotCount + slot]!;
				this.counts[span * slotCount + slot] = 0;
				this.counts[into * slotCount + slot]! += count;
			}
		}
		this.used = Math.ceil(this.used / 2);
		this.spanMs *= 2;
	}
}
