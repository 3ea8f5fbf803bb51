import type { TimeRange } from '../../../src/domain/query/timeRange';
import type { DensityNews } from '../../../src/protocol/toWebview';
import { barAt, barsOf, scaleOf, type Bar } from './bars';
import { timeAt, type Scale } from './scale';

/** Bars that a page of the keys is long. */
const pageBars = 10;

/**
 * The strip as numbers: the bars, the one that is pointed at by the mouse or by keys, and the range
 * that is marked from there on. Both are kept as times, since bars become wider while one looks.
 */
export class StripModel {
	#shownScale: Scale | undefined;
	#shownBars: readonly Bar[] = [];
	#cursorTime: number | undefined;
	#anchorTime: number | undefined;

	get scale(): Scale | undefined {
		return this.#shownScale;
	}

	get bars(): readonly Bar[] {
		return this.#shownBars;
	}

	/** @param now the host's time while the stream runs, in ms since the epoch. */
	update(density: DensityNews | undefined, now: number | undefined, widthPx: number): void {
		this.#shownScale = scaleOf(density, now, widthPx);
		this.#shownBars =
			density === undefined || this.#shownScale === undefined
				? []
				: barsOf(density, density.matched, this.#shownScale);
	}

	/** The place of the bar that is pointed at; -1: none is. */
	get place(): number {
		return this.#cursorTime === undefined ? -1 : barAt(this.#shownBars, this.#cursorTime);
	}

	get bar(): Bar | undefined {
		return this.#shownBars[this.place];
	}

	/** The marked range: whole bars. */
	get range(): TimeRange | undefined {
		if (this.#anchorTime === undefined || this.bar === undefined) return undefined;
		const anchor = this.#shownBars[barAt(this.#shownBars, this.#anchorTime)] ?? this.bar;
		return {
			from: Math.min(anchor.fromTime, this.bar.fromTime),
			to: Math.max(anchor.toTime, this.bar.toTime),
		};
	}

	/** Points at a place, in px; marks all from another place on, if there is one. */
	point(x: number, fromX?: number): void {
		if (this.#shownScale === undefined) return;
		this.#cursorTime = timeAt(this.#shownScale, x);
		this.#anchorTime = fromX === undefined ? undefined : timeAt(this.#shownScale, fromX);
	}

	/** Points at nothing. */
	leave(): void {
		this.#cursorTime = this.#anchorTime = undefined;
	}

	/** Marks nothing. */
	unmark(): void {
		this.#anchorTime = undefined;
	}

	/**
	 * Moves on by what a key says; without a bar that is pointed at, begins at the last one.
	 * @returns whether the key says anything.
	 */
	move(key: string, isMarking: boolean): boolean {
		const here = this.place;
		const last = this.#shownBars.length - 1;
		const steps: Readonly<Record<string, number>> = {
			ArrowLeft: -1,
			ArrowRight: 1,
			PageUp: -pageBars,
			PageDown: pageBars,
			Home: -Infinity,
			End: Infinity,
		};
		const step = steps[key];
		if (step === undefined) return false;
		const to = here < 0 ? last : Math.min(last, Math.max(0, here + step));
		this.#anchorTime = isMarking ? (this.#anchorTime ?? this.bar?.fromTime) : undefined;
		this.#cursorTime = this.#shownBars[to]?.fromTime;
		return true;
	}
}
