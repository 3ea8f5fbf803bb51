import type { Clock } from '../base/clock';
import type { Bookmark } from '../domain/bookmark';
import type { CaptureAbout } from './file/captureFile';
import type { CaptureNews, CaptureQuestions } from './captureMessages';
import type { FilterThreads } from './filter/filterThreads';
import type { Progress } from './progress';
import type { WorkerThread } from './workerThread';

export type CaptureThread = WorkerThread<CaptureQuestions, CaptureNews>;

/** What a capture is made of. */
export interface CaptureParts {
	/** Tells captures apart within the threads. */
	readonly number: number;
	readonly file: string;
	readonly about: CaptureAbout;
	readonly progress: Progress;
	/** Those in the file. */
	readonly bookmarks?: readonly Bookmark[];
	/** Absent for a capture that was written before. */
	readonly writer?: CaptureThread;
	readonly reader: CaptureThread;
	readonly workerPath: string;
	readonly filterThreads: FilterThreads;
	readonly exchangeWorkerPath: string;
	readonly clock: Clock;
	readonly onDidClose: () => void;
}
