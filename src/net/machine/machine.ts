import type { Disposable } from '../../base/disposable';

/** The machine that connections are made from, as a port: it may sleep, and change its network. */
export interface Machine {
	/** Tells `watcher` what happens, until the result is disposed of. */
	watch(watcher: MachineWatcher): Disposable;
	/** Looks now instead of a little later, and tells those who watch before it returns. */
	look(): void;
}

/** Who is told. Of what happened at once, sleep comes first. */
export interface MachineWatcher {
	/** The network address of this end of its connection, while it has one. */
	readonly localAddress?: string | undefined;
	/** The machine has slept for so long, in ms. */
	woke?(sleptMs: number): void;
	/** `localAddress` was one of this machine's, and is none any more. */
	addressGone?(address: string): void;
	/** The machine has got an address that it did not have. */
	addressCame?(): void;
}
