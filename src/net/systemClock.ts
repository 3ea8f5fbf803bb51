import type { Clock } from '../base/clock';
import { toDisposable } from '../base/disposable';

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
