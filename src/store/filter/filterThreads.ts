import { Worker } from 'node:worker_threads';
import type { Clock } from '../../base/clock';
import { MutableDisposable, type Disposable } from '../../base/disposable';
import type { ToFilterWorker } from './filterMessages';

/** Who has not filtered for so long will hardly do so in the next moment. */
const keptMs = 60_000;

/**
 * The threads in which filters are evaluated. One that is done waits for the next filter: to start one and to
 * get its code warm takes as long as a million entries do.
 */
export class FilterThreads implements Disposable {
	private spare: Worker | undefined;
	private readonly keeping = new MutableDisposable<Disposable>();
	private isDisposed = false;

	constructor(
		private readonly path: string,
		private readonly clock: Clock,
	) {}

	/** Has one ready: somebody is about to filter. */
	prepare(): void {
		if (this.spare === undefined) this.keep(new Worker(this.path));
	}

	take(): Worker {
		const { spare } = this;
		this.keeping.value = undefined;
		this.spare = undefined;
		spare?.removeAllListeners('error');
		return spare ?? new Worker(this.path);
	}

	/**
	 * What took it needs it no more.
	 * @param isIdle It has done all that it was to do; else it is ended.
	 */
	release(worker: Worker, isIdle: boolean): void {
		worker.removeAllListeners('message').removeAllListeners('error');
		if (isIdle && this.spare === undefined && !this.isDisposed) {
			worker.postMessage({ type: 'end' } satisfies ToFilterWorker);
			this.keep(worker);
		} else this.end(worker);
	}

	dispose(): void {
		this.isDisposed = true;
		this.endSpare();
	}

	private keep(worker: Worker): void {
		this.spare = worker;
		// The next filter will get the same error, and can say so.
		worker.on('error', () => this.endSpare());
		this.keeping.value = this.clock.schedule(keptMs, () => this.endSpare());
	}

	private endSpare(): void {
		this.keeping.value = undefined;
		if (this.spare !== undefined) this.end(this.spare);
		this.spare = undefined;
	}

	private end(worker: Worker): void {
		worker.on('error', () => {});
		void worker.terminate();
	}
}
