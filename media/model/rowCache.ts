import type { Row } from '../../src/protocol/row';

/** More than three screens of any size, with what is fetched beyond them. */
const defaultMaxRows = 4000;

/** A span of row indices, `to` not included. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

/** The rows of one epoch that came by, those near the latest ones kept. */
export class RowCache {
	readonly #rows = new Map<number, Row>();
	/** Where the latest answer ended. */
	#end = 0;
	readonly #maxRows: number;

	constructor(
		readonly epoch: number,
		maxRows = defaultMaxRows,
	) {
		this.#maxRows = maxRows;
	}

	/** The index after the last row of the latest answer. */
	get latestEnd(): number {
		return this.#end;
	}

	get(index: number): Row | undefined {
		return this.#rows.get(index);
	}

	put(from: number, rows: readonly Row[]): void {
		rows.forEach((row, place) => this.#rows.set(from + place, row));
		this.#end = from + rows.length;
		if (this.#rows.size > this.#maxRows) this.#trimAround(from + rows.length / 2);
	}

	/** Whether all rows of the span are here. */
	has(span: Span): boolean {
		return this.missing(span) === undefined;
	}

	/** From the first to the last row of the span that is not here. */
	missing({ from, to }: Span): Span | undefined {
		let first = from;
		while (first < to && this.#rows.has(first)) first++;
		if (first >= to) return undefined;
		let last = to - 1;
		while (this.#rows.has(last)) last--;
		return { from: first, to: last + 1 };
	}

	#trimAround(center: number): void {
		const reach = this.#maxRows / 4;
		for (const index of this.#rows.keys()) {
			if (Math.abs(index - center) > reach) this.#rows.delete(index);
		}
	}
}
