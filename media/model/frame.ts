import type { Clock } from '../../src/base/clock';
import type { Disposable } from '../../src/base/disposable';
import type { Row } from '../../src/protocol/row';

/** What the grid is to show: rows by place, those on their way `undefined`. */
export interface Frame {
	readonly epoch: number;
	/** Index of the first row. */
	readonly from: number;
	readonly rows: readonly (Row | undefined)[];
	/** How much of the first row is above the edge, in px. */
	readonly cutPx: number;
	/** The rows that adjoin the first and the last one. */
	readonly before?: Row | undefined;
	readonly after?: Row | undefined;
}

/** How long the frame before stays while rows of the same list are on their way. */
const holdMs = 150;
/** The same where all rows change, since a filter takes longer than a question. */
const holdAcrossEpochsMs = 600;

/**
 * Decides what is painted while rows are on their way: the frame before, for a moment, so that
 * neither a fast stream nor a filter makes the list flash; then places for what is missing.
 */
export class FrameHolder {
	#shown: Frame | undefined;
	#heldSince: number | undefined;
	#timer: Disposable | undefined;
	readonly #clock: Clock;
	readonly #onExpired: () => void;

	constructor(clock: Clock, onExpired: () => void) {
		this.#clock = clock;
		this.#onExpired = onExpired;
	}

	/** The frame painted last. */
	get latest(): Frame | undefined {
		return this.#shown;
	}

	/** The frame to paint, where `ideal` is what one would like to and `isComplete` whether one can. */
	next(ideal: Frame, isComplete: boolean): Frame {
		if (isComplete) return this.#show(ideal);
		const now = this.#clock.now();
		const limitMs = this.#shown?.epoch === ideal.epoch ? holdMs : holdAcrossEpochsMs;
		this.#heldSince ??= now;
		const leftMs = this.#heldSince + limitMs - now;
		if (leftMs <= 0) return this.#show(ideal, this.#heldSince);
		this.#timer ??= this.#clock.schedule(leftMs, () => {
			this.#timer = undefined;
			this.#onExpired();
		});
		return this.#shown ?? { ...ideal, rows: [] };
	}

	#show(frame: Frame, heldSince?: number): Frame {
		this.#timer?.dispose();
		this.#timer = undefined;
		this.#heldSince = heldSince;
		this.#shown = frame;
		return frame;
	}
}
