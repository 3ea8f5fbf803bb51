import type { Readable } from 'node:stream';
import type { Clock } from '../../base/clock';
import type { Answer } from '../exchange/exchange';
import { overrunOf } from '../failure/protocolFaults';

/** The body of an answer that is being read. */
export interface Body {
	/** An error of the request, which the body follows with its own end. */
	noteError(error: unknown): void;
	/** Goes on after `bytes` returned false. */
	resume(): void;
	/** Nothing is delivered any more. */
	stop(): void;
}

/** Takes what a body brings, then its end. */
export interface BodyListener {
	/** @returns false to be sent no more until {@link Body.resume}. */
	bytes(chunk: Uint8Array, time: number): boolean;
	/** The server has ended it as HTTP wants it ended. */
	ended(): void;
	/**
	 * It broke off; all that came in before has been delivered.
	 * @param receivedBytes Of the body as it came over the wire; absent if that was not the trouble.
	 */
	broke(error: unknown, receivedBytes?: number): void;
}

/** Delivers the body of an answer chunk by chunk, with the time at which each came in. */
export class StreamBody implements Body {
	/** What broke it; several errors may follow one cause, and the first is the nearest to it. */
	private cause: unknown;
	private receivedBytes = 0;
	private isOver = false;
	private readonly body: Readable;

	constructor(
		answer: Answer,
		private readonly clock: Clock,
		private readonly listener: BodyListener,
	) {
		const { body } = answer;
		this.body = body;
		body.on('data', this.deliver);
		body.on('end', () => {
			if (this.isOver || !answer.isComplete()) return;
			const overrun = overrunOf(this.cause);
			this.over(() => (overrun === undefined ? listener.ended() : listener.broke(overrun)));
		});
		body.on('error', error => this.noteError(error));
		body.on('close', () => {
			if (this.isOver) return;
			this.deliverRest();
			if (!this.isOver) this.over(() => listener.broke(this.cause, this.receivedBytes));
		});
	}

	noteError(error: unknown): void {
		this.cause ??= error;
	}

	resume(): void {
		if (!this.isOver) this.body.resume();
	}

	stop(): void {
		this.isOver = true;
		this.body.off('data', this.deliver);
	}

	private readonly deliver = (chunk: Buffer) => {
		this.receivedBytes += chunk.length;
		const wantsMore = this.listener.bytes(chunk, this.clock.now());
		if (!wantsMore && !this.isOver) this.body.pause();
	};

	/** What came in while paused is still in the body's buffer, and would be lost with it. */
	private deliverRest(): void {
		this.body.off('data', this.deliver);
		let rest: Buffer | null;
		while (!this.isOver && (rest = this.body.read() as Buffer | null) !== null) {
			this.receivedBytes += rest.length;
			this.listener.bytes(rest, this.clock.now());
		}
	}

	private over(tell: () => void): void {
		this.stop();
		tell();
	}
}
