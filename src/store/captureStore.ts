import type { Clock } from '../base/clock';
import type { Disposable } from '../base/disposable';
import { Capture } from './capture';
import type { CaptureAbout } from './file/captureFile';
import type { CaptureLimits } from './file/captureLimits';
import type { CaptureNews, CaptureQuestions } from './captureMessages';
import type { CaptureParts, CaptureThread } from './captureParts';
import type { ListedCapture } from './catalogue/catalogue';
import type { RetentionLimits } from './catalogue/retention';
import { FilterThreads } from './filter/filterThreads';
import { askOwnThread } from './filter/ownThread';
import { importFile, type ExchangeOptions } from './exchange/exchangeFile';
import type { ImportOrder } from './exchange/exchangeMessages';
import { WorkerThread } from './workerThread';

/** Where the bundled programs of the workers are, and the time. */
export interface CaptureStoreParts {
	readonly workerPath: string;
	readonly filterWorkerPath: string;
	readonly exchangeWorkerPath: string;
	readonly clock: Clock;
}

/**
 * All captures of the extension host. They share two threads, which start with the first capture:
 * one writes, the other reads, so that rows on screen never wait for a backlog of bytes.
 */
export class CaptureStore implements Disposable {
	private readonly captures = new Map<number, Capture>();
	private writer: CaptureThread | undefined;
	private reader: CaptureThread | undefined;
	private nextNumber = 1;
	private closing: Promise<void> | undefined;

	private readonly filterThreads: FilterThreads;

	constructor(private readonly parts: CaptureStoreParts) {
		this.filterThreads = new FilterThreads(parts.filterWorkerPath, parts.clock);
	}

	/**
	 * Makes a new capture in `file`, which must not exist; its folder is made.
	 * @throws HumanError if it cannot be made.
	 */
	async create(file: string, about: CaptureAbout, limits?: CaptureLimits): Promise<Capture> {
		const number = this.nextNumber++;
		const writer = (this.writer ??= this.startWriter());
		const progress = await writer.ask('create', { capture: number, file, of: about, limits });
		const reader = (this.reader ??= this.startReader());
		await reader.ask('open', { capture: number, file });
		return this.add({ number, file, about, progress, writer, reader });
	}

	/**
	 * Opens a capture that was written before, to be read.
	 * @param isHeld Nobody is to delete it meanwhile.
	 * @throws HumanError if it is not there, not a capture, or of a newer version.
	 */
	async openExisting(
		file: string,
		{ isHeld = false }: { readonly isHeld?: boolean } = {},
	): Promise<Capture> {
		const number = this.nextNumber++;
		const reader = (this.reader ??= this.startReader());
		await reader.ask('open', { capture: number, file, isHeld });
		const summary = reader.ask('summary', { capture: number });
		const found = Promise.all([summary, reader.ask('bookmarks', { capture: number })]);
		const [{ about, progress }, bookmarks] = await found.catch(async error => {
			await reader.ask('close', { capture: number });
			throw error;
		});
		return this.add({ number, file, about, progress, bookmarks, reader });
	}

	/**
	 * The captures in a folder, without reading their entries. In a thread of its own, as what follows.
	 */
	list(folder: string): Promise<ListedCapture[]> {
		return askOwnThread(this.parts.workerPath, 'listCaptures', { folder });
	}

	/**
	 * One of them.
	 * @throws HumanError if it is not there, or no capture.
	 */
	lookAt(file: string): Promise<ListedCapture> {
		return askOwnThread(this.parts.workerPath, 'lookAtCapture', { file });
	}

	/** Deletes those that nobody has open, in whichever process; returns those that are gone. */
	delete(files: readonly string[]): Promise<string[]> {
		return askOwnThread(this.parts.workerPath, 'deleteCaptures', { files });
	}

	/** Deletes those of a folder that are beyond the limits, but none that somebody has open; returns their files. */
	enforceRetention(folder: string, limits: RetentionLimits, nowMs: number): Promise<string[]> {
		const question = { folder, limits, nowMs };
		return askOwnThread(this.parts.workerPath, 'enforceRetention', question);
	}

	/**
	 * Gives a capture another name.
	 * @throws HumanError if another window has it open, or it cannot be written.
	 */
	async rename(file: string, title: string): Promise<void> {
		const open = [...this.captures.values()].find(one => one.file === file);
		if (open !== undefined) return open.rename(title);
		return askOwnThread(this.parts.workerPath, 'renameCapture', { file, title });
	}

	/**
	 * Makes a capture of a file in another format, to be opened; returns false if it was ended early.
	 * @throws HumanError that says what is wrong with the file; no capture is left then.
	 */
	async importFile(order: ImportOrder, options?: ExchangeOptions): Promise<boolean> {
		const about = await importFile(this.parts.exchangeWorkerPath, order, options);
		return about !== undefined;
	}

	/** Commits and closes all captures and ends the threads. The files stay. */
	close(): Promise<void> {
		this.closing ??= this.closeOnce();
		return this.closing;
	}

	dispose(): void {
		void this.close();
	}

	private add(
		parts: Omit<
			CaptureParts,
			'workerPath' | 'filterThreads' | 'exchangeWorkerPath' | 'clock' | 'onDidClose'
		>,
	): Capture {
		const onDidClose = () => this.captures.delete(parts.number);
		const { filterThreads } = this;
		const capture = new Capture({ ...this.parts, ...parts, filterThreads, onDidClose });
		this.captures.set(parts.number, capture);
		return capture;
	}

	private startWriter(): CaptureThread {
		return this.start(error => {
			this.writer = undefined;
			for (const capture of this.captures.values()) capture.fail(error.message);
		});
	}

	private startReader(): CaptureThread {
		// Its captures are told by the questions that fail.
		return this.start(() => {
			this.reader = undefined;
		});
	}

	private start(onDidFail: (error: Error) => void): CaptureThread {
		return new WorkerThread<CaptureQuestions, CaptureNews>(
			this.parts.workerPath,
			news => this.captures.get(news.capture)?.take(news),
			onDidFail,
		);
	}

	private async closeOnce(): Promise<void> {
		await Promise.all([...this.captures.values()].map(capture => capture.close({ delete: false })));
		this.filterThreads.dispose();
		await Promise.all([this.writer?.terminate(), this.reader?.terminate()]);
	}
}
