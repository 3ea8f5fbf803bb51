import type { CaptureNews, CaptureQuestions } from '../captureMessages';
import { WorkerThread } from '../workerThread';

/**
 * Asks a question in a thread that lives as long as the answer takes: what takes long keeps nobody
 * else waiting.
 * @throws what the worker threw.
 */
export async function askOwnThread<T extends 'export' | 'readOverview'>(
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
