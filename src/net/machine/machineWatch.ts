import type { Clock } from '../../base/clock';
import { MutableDisposable, toDisposable, type Disposable } from '../../base/disposable';
import type { Machine, MachineWatcher } from './machine';

/** How often it is looked, in ms, while anybody watches. */
export const lookIntervalMs = 5000;
/** A look that comes later than this was not merely held up by a busy program. */
const sleepAfterMs = 15_000;

/**
 * Notices that the machine has slept, and that its network is another one: one timer for all who
 * watch, and none while nobody does. VS Code does not tell extensions of either.
 */
export class MachineWatch implements Machine, Disposable {
	private readonly watchers = new Set<MachineWatcher>();
	private readonly timer = new MutableDisposable();
	private addresses: ReadonlySet<string> = new Set();
	/** Ms since the epoch. */
	private lookedAt = 0;

	/** `readAddresses` gives those of the machine's network interfaces; `undefined` if it cannot tell. */
	constructor(
		private readonly clock: Clock,
		private readonly readAddresses: () => ReadonlySet<string> | undefined,
	) {}

	watch(watcher: MachineWatcher): Disposable {
		if (this.watchers.size === 0) {
			this.lookedAt = this.clock.now();
			this.addresses = this.readAddresses() ?? new Set();
			this.lookLater();
		}
		this.watchers.add(watcher);
		return toDisposable(() => {
			this.watchers.delete(watcher);
			if (this.watchers.size === 0) this.timer.value = undefined;
		});
	}

	look(): void {
		if (this.watchers.size === 0) return;
		const now = this.clock.now();
		const sinceMs = now - this.lookedAt;
		this.lookedAt = now;
		const before = this.addresses;
		const addresses = (this.addresses = this.readAddresses() ?? before);
		const hasNew = [...addresses].some(address => !before.has(address));
		if (sinceMs > sleepAfterMs) this.tell(watcher => watcher.woke?.(sinceMs - lookIntervalMs));
		this.tell(watcher => {
			const address = plainAddress(watcher.localAddress ?? '');
			// One that was never among them, as within some containers, cannot go.
			if (before.has(address) && !addresses.has(address)) watcher.addressGone?.(address);
		});
		if (hasNew) this.tell(watcher => watcher.addressCame?.());
	}

	dispose(): void {
		this.watchers.clear();
		this.timer.dispose();
	}

	/** Whoever is told may end to watch, and others with it. */
	private tell(of: (watcher: MachineWatcher) => void): void {
		for (const watcher of [...this.watchers]) {
			if (this.watchers.has(watcher)) of(watcher);
		}
	}

	private lookLater(): void {
		this.timer.value = this.clock.schedule(lookIntervalMs, () => {
			this.look();
			if (this.watchers.size > 0) this.lookLater();
		});
	}
}

/** Without the zone, and an IPv4 address as such: as network interfaces list it. */
export function plainAddress(address: string): string {
	return address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
}
