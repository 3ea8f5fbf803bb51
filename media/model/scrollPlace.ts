import type { AskPlace } from './selection';
import { rowHeightPx, type Viewport } from './viewport';

/** An entry and how far below the upper edge of the view it stands, in px. */
export interface Anchor {
	readonly seq: number;
	readonly yPx: number;
}

/**
 * Brings the view back to where it was, by an entry that stood there: after another filter, and
 * after the panel was hidden.
 */
export class ScrollPlace {
	#kept: Anchor | undefined;
	#question: object | undefined;
	readonly #askPlace: AskPlace;
	readonly #viewport: Viewport;
	readonly #onFound: () => void;

	constructor(askPlace: AskPlace, viewport: Viewport, onFound: () => void) {
		this.#askPlace = askPlace;
		this.#viewport = viewport;
		this.#onFound = onFound;
	}

	get anchor(): Anchor | undefined {
		return this.#kept;
	}

	/** Whether the answer is still to come. */
	get isPending(): boolean {
		return this.#question !== undefined;
	}

	keep(anchor: Anchor): void {
		this.#kept = anchor;
	}

	/** One has moved on: nothing to come back to. */
	forget(): void {
		this.#kept = this.#question = undefined;
	}

	find(epoch: number): void {
		const anchor = this.#kept;
		if (anchor === undefined) return;
		const question = {};
		this.#question = question;
		const found = (answer?: { readonly index: number }) => {
			if (this.#question !== question) return;
			this.#question = undefined;
			// Without an answer the view stays where it is.
			if (answer !== undefined) {
				this.#viewport.scrollTo(answer.index * rowHeightPx - anchor.yPx);
			}
			this.#onFound();
		};
		this.#askPlace({ epoch, seq: anchor.seq }).then(found, () => found());
	}
}
