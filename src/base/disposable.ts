/** Anything that can be let go of. The same grammar as VS Code's. */
export interface Disposable {
	dispose(): void;
}

/** Makes a disposable of a function, which then runs once at most. */
export function toDisposable(run: () => void): Disposable {
	let done = false;
	return {
		dispose() {
			if (done) return;
			done = true;
			run();
		},
	};
}

/**
 * What one object owns. Disposes in reverse order of registration; what is registered after
 * disposal is disposed at once, so that a late arrival cannot leak. An item that throws keeps no
 * other from being disposed: the first error is thrown when all have been.
 */
export class DisposableStore implements Disposable {
	private readonly items = new Set<Disposable>();
	private disposed = false;

	get isDisposed(): boolean {
		return this.disposed;
	}

	/** Takes ownership of `item` and returns it. */
	register<T extends Disposable>(item: T): T {
		if (this.disposed) item.dispose();
		else this.items.add(item);
		return item;
	}

	dispose(): void {
		if (this.disposed) return;
		this.disposed = true;
		const items = [...this.items].reverse();
		this.items.clear();
		let failed = false;
		let firstError: unknown;
		for (const item of items) {
			try {
				item.dispose();
			} catch (error) {
				if (!failed) firstError = error;
				failed = true;
			}
		}
		if (failed) throw firstError;
	}
}

/** A place for "the current one": setting a value disposes the one before. */
export class MutableDisposable<T extends Disposable> implements Disposable {
	private current: T | undefined;
	private disposed = false;

	get value(): T | undefined {
		return this.current;
	}

	set value(value: T | undefined) {
		if (value === this.current) return;
		const before = this.current;
		this.current = this.disposed ? undefined : value;
		before?.dispose();
		if (this.disposed) value?.dispose();
	}

	dispose(): void {
		this.value = undefined;
		this.disposed = true;
	}
}
