import type { Tick } from '../../src/protocol/tick';

/**
 * Whether the view sticks to the newest row, and how many have come since it does not. It does
 * until one scrolls up, selects or pauses.
 */
export class Following {
	#sticks = true;
	/** Whether it is to stick again once the view is no longer paused. */
	#resumes = false;
	/** The rows there were as it stopped; unknown while a new filter is still being evaluated. */
	#mark: number | undefined;

	get isOn(): boolean {
		return this.#sticks;
	}

	/** What a later view of the same stream should begin with. */
	get isWanted(): boolean {
		return this.#sticks || this.#resumes;
	}

	start(): void {
		this.#sticks = true;
		this.#resumes = false;
		this.#mark = undefined;
	}

	/** @param total rows as it stops. */
	stop(total: number): void {
		this.#resumes = false;
		if (!this.#sticks) return;
		this.#sticks = false;
		this.#mark = total;
	}

	/** Stick again as soon as the view is resumed. */
	resumeLater(): void {
		this.#resumes = true;
	}

	takeTick(tick: Tick, before: Tick | undefined): void {
		if (tick.isPaused && this.#sticks) {
			this.#sticks = false;
			this.#resumes = true;
		}
		const isResumed = !tick.isPaused && before?.isPaused === true;
		if (isResumed && this.#resumes) this.start();
		else if (isResumed) this.#mark = before.total;
		else if (tick.epoch !== before?.epoch) this.#mark = undefined;
		if (this.#mark === undefined && !tick.isCounting) this.#mark = tick.total;
	}

	/** Rows that came and are not being shown. */
	newCount(tick: Tick): number {
		if (tick.isPaused) return tick.beyond;
		return this.#sticks || this.#mark === undefined ? 0 : Math.max(0, tick.total - this.#mark);
	}
}
