import type { Clock } from '../../base/clock';
import { toDisposable, type Disposable } from '../../base/disposable';

// Node turns a delay beyond 2^31 - 1 into 1 ms.
const longestTimerMs = 2 ** 31 - 1;
/** No two clocks of one machine drift apart so far so fast that this much is not a sleep. */
const driftMs = 2000;

const steadyMs = () => performance.timeOrigin + performance.now();
const wallMs = () => Date.now();

/**
 * The system's clock. It runs as evenly as the steady clock, which on some systems stands still while
 * the machine sleeps; the time slept is added from the wall clock. Its timers are those of the
 * steady clock: after a sleep they are late.
 */
export class SystemClock implements Clock {
	private sleptMs = 0;

	constructor(
		private readonly steady: () => number = steadyMs,
		private readonly wall: () => number = wallMs,
	) {}

	now(): number {
		const now = this.steady() + this.sleptMs;
		const behindMs = this.wall() - now;
		if (behindMs < driftMs) return now;
		this.sleptMs += behindMs;
		return now + behindMs;
	}

	schedule(delayMs: number, run: () => void): Disposable {
		let remainingMs = delayMs;
		let timer: NodeJS.Timeout;
		const arm = () => {
			const stepMs = Math.min(remainingMs, longestTimerMs);
			remainingMs -= stepMs;
			timer = setTimeout(remainingMs > 0 ? arm : run, stepMs);
		};
		arm();
		return toDisposable(() => clearTimeout(timer));
	}
}
