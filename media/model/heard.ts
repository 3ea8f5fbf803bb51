import type { Clock } from '../../src/base/clock';
import { MutableDisposable, type Disposable } from '../../src/base/disposable';

/** Nothing that nobody asked for is read out sooner after what was read out before. */
export const newsPauseMs = 4000;
/** How much has come is read out no more often. */
export const growthPauseMs = 15_000;

/** What is there to be heard. */
export interface Situation {
	/** The state of the connection in words; another one is news. */
	readonly state: string;
	/** Entries that have come by now, and those of them that are there. */
	readonly received: number;
	readonly kept: number;
	/** The list does not move: it is not said that it grows. */
	readonly isPaused: boolean;
}

/** Decides when a stream is heard: the latest state soon, how much has come now and then. */
export class Heard {
	#state: string | undefined;
	#news: string | undefined;
	#received = 0;
	#kept = 0;
	#said = 0;
	#saidAt = -Infinity;
	#isPaused = false;
	readonly #pending = new MutableDisposable<Disposable>();
	readonly #clock: Clock;
	readonly #say: (news: string | undefined, added: number, kept: number) => void;

	/** @param say `news`: the state, if it is another one; `added`: since it was last said. */
	constructor(clock: Clock, say: (news: string | undefined, added: number, kept: number) => void) {
		this.#clock = clock;
		this.#say = say;
	}

	/** @param words for the state, as it is to be read out. */
	update({ state, received, kept, isPaused }: Situation, words: string): void {
		const isFirst = this.#state === undefined;
		if (isFirst) {
			this.#said = received;
			this.#saidAt = this.#clock.now() - newsPauseMs;
		} else if (state !== this.#state) this.#news = words;
		this.#state = state;
		this.#received = received;
		this.#kept = kept;
		this.#isPaused = isPaused;
		if (this.#news !== undefined) this.#sayIn(newsPauseMs);
		else if (this.#added > 0) this.#sayIn(growthPauseMs);
	}

	get #added(): number {
		return this.#isPaused ? 0 : this.#received - this.#said;
	}

	#sayIn(pauseMs: number): void {
		const waitMs = this.#saidAt + pauseMs - this.#clock.now();
		if (waitMs <= 0) this.#speak();
		else this.#pending.value = this.#clock.schedule(waitMs, () => this.#speak());
	}

	#speak(): void {
		this.#pending.value = undefined;
		const added = this.#added;
		if (this.#news === undefined && added === 0) return;
		this.#say(this.#news, added, this.#kept);
		this.#news = undefined;
		this.#said += added;
		this.#saidAt = this.#clock.now();
	}
}
