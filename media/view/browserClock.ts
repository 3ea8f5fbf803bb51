import type { Clock } from '../../src/base/clock';
import { toDisposable } from '../../src/base/disposable';

/** Time as the browser has it. A delay beyond what a timer takes is not needed on a page. */
export const browserClock: Clock = {
	now: () => performance.timeOrigin + performance.now(),
	schedule(delayMs, run) {
		const timer = setTimeout(run, delayMs);
		return toDisposable(() => clearTimeout(timer));
	},
};
