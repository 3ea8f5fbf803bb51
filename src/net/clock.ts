import { toDisposable, type Disposable } from '../base/disposable';

/** Time as a port: the only place that names `Date` and timers, so that a test can turn the hands. */
export interface Clock {
	/** Ms since the epoch, with a fraction; never goes back. */
	now(): number;
	/** Calls `run` once, after `delayMs` of any length; disposing cancels it. */
	schedule(delayMs: number, run: () => void): Disposable;
}

// Node turns a delay beyond 2^31 - 1 into 1 ms.
const longestTimerMs = 2 ** 31 - 1;

/** The system's clock. */
export const systemClock: Clock = {
	now: () => performance.timeOrigin + performance.now(),
	schedule(delayMs, run) {
		let remainingMs = delayMs;
		let timer: NodeJS.Timeout;
		const arm = () => {
			const stepMs = Math.min(remainingMs, longestTimerMs);
			remainingMs -= stepMs;
			timer = setTimeout(remainingMs > 0 ? arm : run, stepMs);
		};
		arm();
		return toDisposable(() => clearTimeout(timer));
	},
};
