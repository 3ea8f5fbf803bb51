import { maxRowsPerQuestion, type Questions } from '../../src/protocol/questions';
import type { RowCache, Span } from './rowCache';

/** Asks the host for rows; rejects with the host's words. */
export type AskRows = (
	question: Questions['rows']['question'],
) => Promise<Questions['rows']['answer']>;

/**
 * Fetches what the view wants: one question at a time, and then the latest wish, so that a fast
 * scroll costs a few answers and not one for every place it went by.
 */
export class RowFeed {
	#inFlight = false;
	#wish: { cache: RowCache; near: Span; far: Span } | undefined;
	/** What was asked last. Not asked again before the host said something new. */
	#asked = '';
	readonly #askRows: AskRows;
	readonly #onRows: () => void;

	constructor(askRows: AskRows, onRows: () => void) {
		this.#askRows = askRows;
		this.#onRows = onRows;
	}

	/** The rows of `near` must be in the cache; where one is missing, all of `far` is fetched. */
	want(cache: RowCache, near: Span, far: Span): void {
		this.#wish = { cache, near, far };
		this.#pump();
	}

	/** The host said something new: what it could not answer before it may answer now. */
	refresh(): void {
		this.#asked = '';
	}

	#pump(): void {
		if (this.#inFlight || this.#wish === undefined) return;
		const { cache, near, far } = this.#wish;
		if (cache.missing(near) === undefined) return;
		const missing = bounded(cache.missing(far) ?? near, near);
		const question = { epoch: cache.epoch, ...missing };
		const key = JSON.stringify(question);
		if (key === this.#asked) return;
		this.#asked = key;
		this.#inFlight = true;
		this.#askRows(question).then(
			answer => {
				this.#inFlight = false;
				if (answer.epoch === cache.epoch) cache.put(answer.from, answer.rows);
				this.#onRows();
				this.#pump();
			},
			() => {
				// The host has said in its log what went wrong; the next tick asks again.
				this.#inFlight = false;
				this.#pump();
			},
		);
	}
}

/** At most as many rows as one question may have, those in sight among them. */
function bounded(span: Span, near: Span): Span {
	if (span.to - span.from <= maxRowsPerQuestion) return span;
	const from = Math.max(span.from, Math.min(near.from, span.to - maxRowsPerQuestion));
	return { from, to: Math.min(span.to, from + maxRowsPerQuestion) };
}
