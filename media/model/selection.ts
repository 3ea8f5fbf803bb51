import type { Questions } from '../../src/protocol/questions';
import type { RowCache } from './rowCache';

/** Asks the host where an entry stands; rejects with the host's words. */
export type AskPlace = (
	question: Questions['locate']['question'],
) => Promise<Questions['locate']['answer']>;

/**
 * The selected entry: by its number, so that it survives another filter, and by its place among the
 * matching ones, so that the keys can move on from there. Of the two one may be unknown for as long
 * as the host takes to answer.
 */
export class Selection {
	#entry: number | undefined;
	#place: number | undefined;
	/** Where it would stand, though it does not match. */
	#near: number | undefined;
	readonly #askPlace: AskPlace;
	readonly #onChange: () => void;

	constructor(askPlace: AskPlace, onChange: () => void) {
		this.#askPlace = askPlace;
		this.#onChange = onChange;
	}

	get seq(): number | undefined {
		return this.#entry;
	}

	/** Its place; `undefined` if it does not match, or not yet known. */
	get index(): number | undefined {
		return this.#place;
	}

	/** The place that the keys move on from. */
	get startOfMove(): number | undefined {
		return this.#place ?? this.#near;
	}

	get isEmpty(): boolean {
		return this.#entry === undefined && this.#place === undefined;
	}

	clear(): void {
		this.#entry = this.#place = this.#near = undefined;
	}

	/** Selects the row at `index`, which the cache may still be waiting for. */
	selectPlace(index: number, cache: RowCache): void {
		this.#place = index;
		this.#near = undefined;
		this.#entry = cache.get(index)?.seq;
	}

	/** Selects an entry that need not be among the matching ones. */
	selectEntry(seq: number, epoch: number | undefined): void {
		this.#entry = seq;
		this.findPlace(epoch);
	}

	/** Places have changed their meaning. */
	findPlace(epoch: number | undefined): void {
		this.#place = this.#near = undefined;
		const seq = this.#entry;
		if (seq === undefined || epoch === undefined) return;
		this.#askPlace({ epoch, seq }).then(
			({ index, isExact }) => {
				if (this.#entry !== seq || this.#place !== undefined) return;
				if (isExact) this.#place = index;
				this.#near = index;
				this.#onChange();
			},
			// Without an answer the keys begin at what is in sight.
			() => {},
		);
	}

	/** Rows have come: the one at the selected place may be among them. */
	resolve(cache: RowCache): void {
		if (this.#entry === undefined && this.#place !== undefined) {
			this.#entry = cache.get(this.#place)?.seq;
		}
	}
}
