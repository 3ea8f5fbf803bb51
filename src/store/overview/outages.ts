import type { EntryKind } from '../../domain/entry';

/** More are put together, those first between which there was the shortest connection. */
export const maxOutages = 256;

/** When there was no connection: from its end, or a failure, to the next one. */
export class Outages {
	private spans: { readonly from: number; to: number }[] = [];

	/** An entry of the connection, in order; `time` in ms since the epoch. */
	add(kind: EntryKind, time: number): void {
		const latest = this.spans.at(-1);
		const isOut = latest?.to === Infinity;
		if (kind === 'open' && isOut) latest.to = time;
		else if ((kind === 'closed' || kind === 'failed') && !isOut) {
			this.spans.push({ from: time, to: Infinity });
			if (this.spans.length > maxOutages) this.join();
		}
	}

	/** All entries go: an outage that goes on begins with the next failure. */
	clear(): void {
		this.spans = [];
	}

	/** Those that were over by then are no longer told. */
	dropBefore(time: number): void {
		this.spans = this.spans.filter(({ to }) => to > time);
	}

	/** Pairs of from and to, in order. */
	snapshot(): Float64Array {
		return Float64Array.from(this.spans.flatMap(({ from, to }) => [from, to]));
	}

	private join(): void {
		let place = 1;
		for (let i = 1; i < this.spans.length; i++) {
			if (this.upBefore(i) < this.upBefore(place)) place = i;
		}
		const [first, second] = this.spans.slice(place - 1, place + 1);
		this.spans.splice(place - 1, 2, { from: first!.from, to: second!.to });
	}

	private upBefore(place: number): number {
		return this.spans[place]!.from - this.spans[place - 1]!.to;
	}
}
