import type { Clock } from '../base/clock';
import type { Disposable } from '../base/disposable';

/** A wait under way: runs `then` once it is over, unless disposed of before. */
export class Wait implements Disposable {
	/** Ms since the epoch. */
	readonly startedAt: number;
	private readonly timer: Disposable;

	constructor(
		clock: Clock,
		/** How long in all, in ms. */
		readonly totalMs: number,
		then: () => void,
	) {
		this.startedAt = clock.now();
		this.timer = clock.schedule(totalMs, then);
	}

	dispose(): void {
		this.timer.dispose();
	}
}
