import { basename } from 'node:path';
import type { Clock } from '../../base/clock';
import { DisposableStore, MutableDisposable, type Disposable } from '../../base/disposable';
import { Emitter } from '../../base/emitter';
import type { CaptureStore } from '../../store/captureStore';
import type { ListedCapture } from '../../store/catalogue/catalogue';
import type { Report } from '../report';
import type { CaptureFolder } from './captureFolder';
import { retentionLimits } from './captureSettings';

/** After a start, or after a capture was let go of, nobody is kept waiting by old ones. */
const retentionDelayMs = 10_000;

/** The captures that outlive windows. */
export class CaptureLibrary implements Disposable {
	private readonly owned = new DisposableStore();
	private readonly changed = this.owned.register(new Emitter<void>());
	private readonly retention = this.owned.register(new MutableDisposable<Disposable>());
	/** There are others now, or one has another name. */
	readonly onDidChange = this.changed.event;

	constructor(
		private readonly store: CaptureStore,
		private readonly folder: CaptureFolder,
		private readonly clock: Clock,
		private readonly report: Report,
	) {}

	/** All of them, newest first. */
	async list(): Promise<ListedCapture[]> {
		const captures = await this.store.list(this.folder.path);
		return captures.sort((a, b) => startedOf(b) - startedOf(a));
	}

	/** @throws HumanError if another window has it open, or it cannot be written. */
	async rename(file: string, title: string): Promise<void> {
		await this.store.rename(file, title);
		this.changed.fire();
	}

	/**
	 * Deletes those that nobody has open.
	 * @returns the names of the files that are still there.
	 */
	async delete(files: readonly string[]): Promise<string[]> {
		const gone = new Set(await this.store.delete(files));
		this.changed.fire();
		return files.filter(file => !gone.has(file)).map(file => basename(file));
	}

	/** One came, or was let go of. */
	noteChange(): void {
		this.changed.fire();
		this.enforceRetentionSoon();
	}

	/** Deletes what the settings do not want kept, some time from now, in a thread of its own. */
	enforceRetentionSoon(): void {
		this.retention.value ??= this.clock.schedule(retentionDelayMs, () => {
			this.retention.value = undefined;
			this.report.guard(this.enforceRetention());
		});
	}

	dispose(): void {
		this.owned.dispose();
	}

	private async enforceRetention(): Promise<void> {
		const limits = retentionLimits();
		const gone = await this.store.enforceRetention(this.folder.path, limits, this.clock.now());
		if (gone.length > 0) this.changed.fire();
	}
}

/** When a capture began, in ms since the epoch, as far as that is known. */
export function startedOf({ started, changed }: ListedCapture): number {
	return started ?? changed;
}
