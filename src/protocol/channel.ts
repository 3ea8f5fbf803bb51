import type { Ask, QuestionType, Questions, Reply } from './questions';

/** The webview's questions to the host: numbered, each answered once, by a value or an error. */
export class QuestionChannel {
	private nextId = 1;
	private disposed = false;
	private readonly waiting = new Map<
		number,
		{ resolve(answer: never): void; reject(error: Error): void }
	>();

	constructor(private readonly post: (ask: Ask) => void) {}

	/** @throws the host's error, in words, or that the channel was disposed of. */
	ask<T extends QuestionType>(
		about: T,
		question: Questions[T]['question'],
	): Promise<Questions[T]['answer']> {
		if (this.disposed) return Promise.reject(new Error('The channel is closed.'));
		const id = this.nextId++;
		return new Promise((resolve, reject) => {
			this.waiting.set(id, { resolve, reject });
			try {
				this.post({ type: 'ask', id, about, ...question } as unknown as Ask);
			} catch (error) {
				this.waiting.delete(id);
				throw error;
			}
		});
	}

	/** Takes the host's reply to its question. One that nobody waits for is dropped. */
	settle(reply: Reply): void {
		const waiting = this.waiting.get(reply.id);
		if (waiting === undefined) return;
		this.waiting.delete(reply.id);
		if ('error' in reply) waiting.reject(new Error(reply.error));
		else waiting.resolve(reply.answer as never);
	}

	dispose(): void {
		this.disposed = true;
		for (const waiting of this.waiting.values()) {
			waiting.reject(new Error('The channel is closed.'));
		}
		this.waiting.clear();
	}
}
