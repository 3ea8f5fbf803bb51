import type { Clock } from '../base/clock';
import type { Disposable } from '../base/disposable';
import { Capture } from './capture';
import type { CaptureAbout } from './file/captureFile';
import type { CaptureLimits } from './file/captureLimits';
import type { CaptureNews, CaptureQuestions } from './captureMessages';
import type { CaptureParts, CaptureThread } from './captureParts';
import { WorkerThread } from './workerThread';

/** Where the bundled programs of the workers are, and the time. */
export interface CaptureStoreParts {
	readonly workerPath: string;
	readonly filterWorkerPath: string;
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

	constructor(private readonly parts: CaptureStoreParts) {}

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
	 * @throws HumanError if it is not there, not a capture, or of a newer version.
	 */
	async openExisting(file: string): Promise<Capture> {
		const number = this.nextNumber++;
		const reader = (this.reader ??= this.startReader());
		await reader.ask('open', { capture: number, file });
		const summary = reader.ask('summary', { capture: number });
		const found = Promise.all([summary, reader.ask('bookmarks', { capture: number })]);
		const [{ about, progress }, bookmarks] = await found.catch(async error => {
			await reader.ask('close', { capture: number });
			throw error;
		});
		return this.add({ number, file, about, progress, bookmarks, reader });
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
		parts: Omit<CaptureParts, 'workerPath' | 'filterWorkerPath' | 'clock' | 'onDidClose'>,
	): Capture {
		const onDidClose = () => this.captures.delete(parts.number);
		const capture = new Capture({ ...this.parts, ...parts, onDidClose });
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
		await Promise.all([this.writer?.terminate(), this.reader?.terminate()]);
	}
}
