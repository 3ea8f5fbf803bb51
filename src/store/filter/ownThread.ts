import type { CaptureNews, CaptureQuestions } from '../captureMessages';
import { WorkerThread } from '../workerThread';

/** Those that are asked of no capture that is open. */
type OwnThreadQuestion =
	| 'readOverview'
	| 'listCaptures'
	| 'lookAtCapture'
	| 'deleteCaptures'
	| 'enforceRetention'
	| 'renameCapture';

/**
 * Asks a question in a thread that lives as long as the answer takes: what takes long keeps nobody
 * else waiting.
 * @throws what the worker threw.
 */
export async function askOwnThread<T extends OwnThreadQuestion>(
	workerPath: string,
	about: T,
	question: CaptureQuestions[T]['question'],
): Promise<CaptureQuestions[T]['answer']> {
	const thread = new WorkerThread<CaptureQuestions, CaptureNews>(workerPath, () => {});
	try {
		return await thread.ask(about, question);
	} finally {
		await thread.terminate();
	}
}
