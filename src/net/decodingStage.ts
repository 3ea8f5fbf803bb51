import type { Disposable } from '../base/disposable';
import { CodingError } from './codingFailures';
import { decoderFor, type Coding, type DecoderStream } from './contentCoding';
import { ZstdFrames } from './zstdFrames';

/** Takes what was decoded; what is waited for holds the decoding back. */
export type Taker = (piece: Buffer) => void | Promise<void>;

/** Undoes one coding, piece by piece: no more is decoded than what is taken, and one piece ahead. */
export class DecodingStage implements Disposable {
	private readonly frames: ZstdFrames | undefined;
	private stream: DecoderStream | undefined;
	private wake = () => {};
	/** The coded data is complete; what may follow is no part of it. */
	private hasEnded = false;
	private isDisposed = false;
	private error: Error | undefined;

	constructor(
		private readonly coding: Coding,
		private readonly take: Taker,
	) {
		this.frames = coding === 'zstd' ? new ZstdFrames() : undefined;
	}

	/**
	 * Resolves when all that `bytes` gives has been taken; not to be called again before.
	 * @throws CodingError if they are not what the coding allows.
	 */
	async write(bytes: Uint8Array): Promise<void> {
		for (const part of this.frames?.split(bytes) ?? [bytes]) await this.writePart(part);
	}

	/**
	 * There is no more. Resolves when the rest has been taken.
	 * @throws CodingError if something is missing.
	 */
	async end(): Promise<void> {
		// An empty body is empty, whatever it is said to be coded with.
		if (this.stream === undefined || this.hasEnded) return;
		if (this.frames?.isWithin) throw new CodingError(this.coding, { type: 'truncated' });
		this.stream.end();
		await this.passOn(this.stream, () => false);
	}

	/** Decodes no more; what is under way resolves. */
	dispose(): void {
		this.isDisposed = true;
		this.stream?.destroy();
		this.wake();
	}

	private async writePart(bytes: Uint8Array): Promise<void> {
		const [first] = bytes;
		if (first === undefined || this.hasEnded || this.isDisposed) return;
		const stream = (this.stream ??= this.begin(first));
		let isWritten = false;
		stream.write(bytes, () => {
			isWritten = true;
			this.wake();
		});
		await this.passOn(stream, () => isWritten);
	}

	private begin(firstByte: number): DecoderStream {
		const stream = decoderFor(this.coding, firstByte);
		stream.on('readable', () => this.wake());
		stream.on('end', () => {
			this.hasEnded = true;
			this.wake();
		});
		stream.on('error', error => {
			this.error = error;
			this.wake();
		});
		return stream;
	}

	private async passOn(stream: DecoderStream, isDone: () => boolean): Promise<void> {
		for (;;) {
			const wasDone = isDone();
			const piece = stream.read() as Buffer | null;
			if (this.isDisposed) return;
			if (piece !== null) await this.take(piece);
			else if (this.error !== undefined) throw this.codingError(this.error);
			else if (wasDone || this.hasEnded) return;
			else await new Promise<void>(resolve => (this.wake = resolve));
		}
	}

	private codingError(cause: Error): CodingError {
		const isTruncated = 'code' in cause && cause.code === 'Z_BUF_ERROR';
		return isTruncated
			? new CodingError(this.coding, { type: 'truncated' })
			: new CodingError(this.coding, { type: 'corrupt' }, { cause });
	}
}
