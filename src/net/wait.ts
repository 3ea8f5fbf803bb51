import * as l10n from '@vscode/l10n';
import type { Clock } from '../base/clock';
import { DisposableStore, MutableDisposable, type Disposable } from '../base/disposable';
import type { Machine } from './machine/machine';

/** How long to wait, in ms. */
export interface WaitTime {
	readonly delayMs: number;
	/** The same without back-off, which was for a network that may be another one by now. */
	readonly shortestMs: number;
}

/**
 * A wait under way: runs `then` once it is over, unless disposed of before. It ends at its time also
 * if the machine has slept meanwhile, when timers stand still, and without back-off when the network
 * comes back; then `then` is told why.
 */
export class Wait implements Disposable {
	/** Ms since the epoch. */
	readonly startedAt: number;
	private readonly owned = new DisposableStore();
	private readonly timer = this.owned.register(new MutableDisposable());
	private waitMs: number;
	private whyNow: string | undefined;

	constructor(
		private readonly ports: { readonly clock: Clock; readonly machine: Machine },
		time: WaitTime,
		private readonly then: (whyNow?: string) => void,
	) {
		this.startedAt = ports.clock.now();
		this.waitMs = time.delayMs;
		this.owned.register(
			ports.machine.watch({
				woke: () => this.endIn(this.waitMs),
				// [spec] "… if the operating system has reported that there is no network connectivity, user
				// agents might wait for the operating system to announce that the network connection has
				// returned before retrying."
				addressCame: () =>
					this.endIn(Math.min(this.waitMs, time.shortestMs), l10n.t('the network has changed')),
			}),
		);
		this.endIn(this.waitMs);
	}

	/** How long in all, in ms. */
	get totalMs(): number {
		return this.waitMs;
	}

	dispose(): void {
		this.owned.dispose();
	}

	private endIn(totalMs: number, whyShorter?: string): void {
		if (totalMs < this.waitMs) this.whyNow = whyShorter;
		this.waitMs = totalMs;
		const { clock } = this.ports;
		const leftMs = Math.max(0, this.startedAt + totalMs - clock.now());
		// [spec] "If the EventSource object's readyState attribute is not set to CONNECTING, then return." Who ends
		// the waiting disposes of this.
		this.timer.value = clock.schedule(leftMs, () => this.then(this.whyNow));
	}
}
