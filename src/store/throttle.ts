import type { Clock } from '../base/clock';
import { MutableDisposable, type Disposable } from '../base/disposable';

/**
 * Runs something when it is asked to, at once if the last run is `intervalMs` ago, else once when
 * it is: the first and the last of many requests both count.
 */
export class Throttle implements Disposable {
	private readonly pending = new MutableDisposable<Disposable>();
	private lastTime = -Infinity;

	constructor(
		private readonly clock: Clock,
		private readonly intervalMs: number,
		private readonly run: () => void,
	) {}

	request(): void {
		if (this.pending.value !== undefined) return;
		const waitMs = this.lastTime + this.intervalMs - this.clock.now();
		if (waitMs > 0) this.pending.value = this.clock.schedule(waitMs, () => this.fire());
		else this.fire();
	}

	/** Asks for a run after the interval, even if the last one is long ago: something better may come before. */
	requestLater(): void {
		this.pending.value ??= this.clock.schedule(this.intervalMs, () => this.fire());
	}

	/** What waits, runs now. */
	hurry(): void {
		if (this.pending.value !== undefined) this.fire();
	}

	/** Forgets a request that waits. */
	cancel(): void {
		this.pending.value = undefined;
	}

	dispose(): void {
		this.pending.dispose();
	}

	private fire(): void {
		this.pending.value = undefined;
		this.lastTime = this.clock.now();
		this.run();
	}
}
