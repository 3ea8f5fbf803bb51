import { toDisposable, type Disposable } from './disposable';

/** Subscribes to something that happens; the same grammar as VS Code's `Event`, without VS Code. */
export type Event<T> = (listener: (value: T) => unknown) => Disposable;

/** The side that fires an {@link Event}. After `dispose` it has no listeners and takes none. */
export class Emitter<T> implements Disposable {
	private readonly listeners = new Set<(value: T) => unknown>();
	private disposed = false;

	readonly event: Event<T> = listener => {
		if (this.disposed) return toDisposable(() => {});
		// A wrapper of its own, so that the same function may subscribe twice.
		const own = (value: T) => listener(value);
		this.listeners.add(own);
		return toDisposable(() => this.listeners.delete(own));
	};

	/**
	 * Calls the listeners of this moment, in order of subscription. A listener that throws does not
	 * keep the others from being called; the first error is thrown when all have been.
	 */
	fire(value: T): void {
		let failed = false;
		let firstError: unknown;
		for (const listener of [...this.listeners]) {
			try {
				listener(value);
			} catch (error) {
				if (!failed) firstError = error;
				failed = true;
			}
		}
		if (failed) throw firstError;
	}

	dispose(): void {
		this.disposed = true;
		this.listeners.clear();
	}
}
