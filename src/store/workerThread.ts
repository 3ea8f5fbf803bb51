import { Worker } from 'node:worker_threads';
import type { Disposable } from '../base/disposable';
import { HumanError } from '../base/errors';
import type { Answer, Contract } from './ask';

interface Waiting {
	readonly resolve: (answer: never) => void;
	readonly reject: (error: Error) => void;
}

/** A worker thread that answers questions of the contract `Q` and tells `News`. */
export class WorkerThread<
	Q extends Contract<Q>,
	News extends { type: string },
> implements Disposable {
	private readonly worker: Worker;
	private readonly waiting = new Map<number, Waiting>();
	private nextId = 1;
	private ended: Error | undefined;

	/** `onDidFail` is called once, if the thread ends without being asked to. */
	constructor(
		path: string,
		onNews: (news: News) => void,
		onDidFail: (error: Error) => void = () => {},
	) {
		this.worker = new Worker(path);
		this.worker.on('message', (message: Answer | News) => {
			if (isAnswer(message)) this.settle(message);
			else onNews(message);
		});
		const fail = (error: Error) => {
			if (this.ended !== undefined) return;
			this.end(error);
			onDidFail(error);
		};
		this.worker.on('error', fail);
		this.worker.on('exit', code => fail(new Error(`The worker ended with code ${code}.`)));
	}

	post(message: object, transfer: ArrayBuffer[] = []): void {
		this.worker.postMessage(message, transfer);
	}

	/** @throws what the worker threw, or that it has ended. */
	ask<T extends keyof Q>(about: T, question: Q[T]['question']): Promise<Q[T]['answer']> {
		if (this.ended !== undefined) return Promise.reject(this.ended);
		const id = this.nextId++;
		return new Promise((resolve, reject) => {
			this.waiting.set(id, { resolve, reject });
			this.worker.postMessage({ type: 'ask', id, about, ...question });
		});
	}

	/** Ends the thread, whatever it is doing. Resolves when it is gone. */
	async terminate(): Promise<void> {
		this.end(new Error('The worker was ended.'));
		await this.worker.terminate();
	}

	dispose(): void {
		void this.terminate();
	}

	private settle(message: Answer): void {
		const waiting = this.waiting.get(message.id);
		this.waiting.delete(message.id);
		if ('error' in message) {
			const { message: words, isHuman } = message.error;
			waiting?.reject(isHuman ? new HumanError(words) : new Error(words));
		} else waiting?.resolve(message.answer as never);
	}

	private end(error: Error): void {
		this.ended ??= error;
		for (const { reject } of this.waiting.values()) reject(error);
		this.waiting.clear();
	}
}

function isAnswer(message: Answer | { type: string }): message is Answer {
	return message.type === 'answer';
}
