import type { ConnectionEntry } from '../domain/entry';
import type { Batch, Step } from './captureMessages';

/** Length and time of each chunk in turn. */
interface ChunkStep {
	readonly type: 'chunks' | 'coded';
	readonly chunks: number[];
}

/**
 * A chunk of so many bytes goes as it is. To copy it costs more than to send it by itself, and what was copied would
 * lie about until the garbage is collected, for which the whole extension host stops.
 */
const wholeFromBytes = 16_384;

/**
 * Collects what a session does in one turn of the event loop into one message: a message for every
 * read of a socket would cost more than the bytes in it.
 */
export class Outbox {
	private pieces: Uint8Array<ArrayBuffer>[] = [];
	/** What becomes one piece. */
	private parts: Uint8Array[] = [];
	private partsBytes = 0;
	private steps: Step[] = [];
	/** The last step, while it is one of chunks. */
	private latest: ChunkStep | undefined;
	private sizeBytes = 0;

	/** Bytes that have been put in and not been taken. */
	get size(): number {
		return this.sizeBytes;
	}

	get isEmpty(): boolean {
		return this.steps.length === 0;
	}

	begin(attempt: number, lastEventId: string): void {
		this.add({ type: 'begin', attempt, lastEventId });
	}

	/** Takes `bytes` over, or keeps a view of them if they are coded. */
	write(bytes: Uint8Array, time: number, type: ChunkStep['type'] = 'chunks'): void {
		if (this.latest?.type !== type) {
			const step = { type, chunks: [] };
			this.add(step);
			this.latest = step;
		}
		this.latest.chunks.push(bytes.length, time);
		this.sizeBytes += bytes.length;
		// What is coded is still to be decoded.
		if (type === 'chunks' && bytes.length >= wholeFromBytes && isWhole(bytes)) {
			this.joinParts();
			this.pieces.push(bytes);
		} else {
			this.parts.push(bytes);
			this.partsBytes += bytes.length;
		}
	}

	record(entry: ConnectionEntry): void {
		this.add({ type: 'record', entry });
	}

	/** Takes all of it out, the bytes in buffers of their own that can be transferred. */
	take(capture: number): Batch {
		this.joinParts();
		const { steps, pieces, sizeBytes } = this;
		this.steps = [];
		this.pieces = [];
		this.latest = undefined;
		this.sizeBytes = 0;
		return { type: 'batch', capture, pieces, sizeBytes, steps };
	}

	private joinParts(): void {
		if (this.partsBytes === 0) return;
		const piece = new Uint8Array(this.partsBytes);
		let at = 0;
		for (const part of this.parts) {
			piece.set(part, at);
			at += part.length;
		}
		this.pieces.push(piece);
		this.parts = [];
		this.partsBytes = 0;
	}

	private add(step: Step): void {
		this.steps.push(step);
		this.latest = undefined;
	}
}

/** The bytes are all that their buffer has. */
function isWhole(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
	return bytes.buffer instanceof ArrayBuffer && bytes.length === bytes.buffer.byteLength;
}
