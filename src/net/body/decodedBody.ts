import type { Clock } from '../../base/clock';
import { BodyDecoder } from './bodyDecoder';
import type { Coding } from './contentCoding';
import type { Answer } from '../exchange/exchange';
import { StreamBody, type Body, type BodyListener } from './streamBody';

/** Takes a body as it was received, too, where it has codings. */
export interface DecodedBodyListener extends BodyListener {
	/**
	 * A chunk as it was received; what is decoded from it follows.
	 * @returns false to be sent no more until {@link Body.resume}.
	 */
	coded(chunk: Uint8Array, time: number): boolean;
}

/** The body of `answer`, whose codings are undone where it has any. */
export function bodyOf(
	answer: Answer,
	codings: readonly Coding[],
	clock: Clock,
	listener: DecodedBodyListener,
): Body {
	return codings.length === 0
		? new StreamBody(answer, clock, listener)
		: new DecodedBody(answer, codings, clock, listener);
}

/**
 * Delivers a coded body decoded. Each piece has the time at which the chunk that gave it came in, and
 * the next chunk is read once all of the one before is decoded and taken.
 */
class DecodedBody implements Body {
	private readonly coded: StreamBody;
	private readonly decoder: BodyDecoder;
	private work: Promise<void> = Promise.resolve();
	private proceed = () => {};
	/** Of the chunk that is being decoded: ms since the epoch. */
	private time = 0;
	private isOver = false;

	constructor(
		answer: Answer,
		codings: readonly Coding[],
		clock: Clock,
		private readonly listener: DecodedBodyListener,
	) {
		this.decoder = new BodyDecoder(codings, piece => this.pass(piece));
		this.coded = new StreamBody(answer, clock, {
			bytes: (chunk, time) => {
				this.queue(async () => {
					this.time = time;
					await this.untilTaken(listener.coded(chunk, time));
					await this.decoder.write(chunk);
					this.coded.resume();
				});
				return false;
			},
			ended: () =>
				this.queue(async () => {
					await this.decoder.end();
					this.over(() => listener.ended());
				}),
			// What came in before counts, and whether its coding is complete is not the point.
			broke: (error, receivedBytes) =>
				this.queue(async () => {
					this.over(() => listener.broke(error, receivedBytes));
				}),
		});
	}

	noteError(error: unknown): void {
		this.coded.noteError(error);
	}

	resume(): void {
		this.proceed();
	}

	stop(): void {
		this.isOver = true;
		this.coded.stop();
		this.decoder.dispose();
		this.proceed();
	}

	/** One after the other: what a connection that breaks leaves behind comes all at once. */
	private queue(step: () => Promise<void>): void {
		this.work = this.work.then(async () => {
			if (this.isOver) return;
			try {
				await step();
			} catch (error) {
				if (this.isOver) throw error; // Not the body's: whoever was told of its end failed.
				this.over(() => this.listener.broke(error));
			}
		});
	}

	private pass(piece: Buffer): void | Promise<void> {
		if (!this.isOver) return this.untilTaken(this.listener.bytes(piece, this.time));
	}

	private untilTaken(wantsMore: boolean): void | Promise<void> {
		if (!wantsMore && !this.isOver) return new Promise(resolve => (this.proceed = resolve));
	}

	private over(tell: () => void): void {
		if (this.isOver) return;
		this.stop();
		tell();
	}
}
