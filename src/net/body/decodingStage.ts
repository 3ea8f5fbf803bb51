import type { Disposable } from '../../base/disposable';
import { CodingError } from '../failure/codingFailures';
import { decoderFor, type Coding, type DecoderStream } from './contentCoding';
import { maxKeptBytes, soundBeginning } from './soundBeginning';
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
	private writtenBytes = 0;
	private givenBytes = 0;
	/** All of the coded data so far, while it is little. */
	private kept: Buffer[] | undefined = [];
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
		if (first === undefined || this.isDisposed) return;
		if (this.hasEnded) return this.refuse(bytes);
		const stream = (this.stream ??= this.begin(first));
		this.keep(bytes);
		let isWritten = false;
		stream.write(bytes, () => {
			isWritten = true;
			this.wake();
		});
		await this.passOn(stream, () => isWritten);
		// Node counts what the decoder took: it takes nothing after the end.
		this.refuse(bytes.subarray(bytes.length - (this.writtenBytes - stream.bytesWritten)));
	}

	/** Zeros after the end are padding, and no harm. */
	private refuse(surplus: Uint8Array): void {
		if (!this.isDisposed && surplus.some(byte => byte !== 0)) {
			throw new CodingError(this.coding, { type: 'surplus' });
		}
	}

	private keep(bytes: Uint8Array): void {
		this.writtenBytes += bytes.length;
		if (this.writtenBytes > maxKeptBytes) this.kept = undefined;
		this.kept?.push(Buffer.from(bytes));
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
			if (piece !== null) await this.give(piece);
			else if (this.error !== undefined) return this.fail(this.error);
			else if (wasDone || this.hasEnded) return;
			else await new Promise<void>(resolve => (this.wake = resolve));
		}
	}

	private async give(piece: Buffer): Promise<void> {
		this.givenBytes += piece.length;
		await this.take(piece);
	}

	private async fail(cause: Error): Promise<never> {
		if ('code' in cause && cause.code === 'Z_BUF_ERROR') {
			throw new CodingError(this.coding, { type: 'truncated' });
		}
		const sound = await soundBeginning(this.coding, Buffer.concat(this.kept ?? []));
		if (sound.length > this.givenBytes) await this.give(sound.subarray(this.givenBytes));
		throw new CodingError(this.coding, { type: 'corrupt' }, { cause });
	}
}
