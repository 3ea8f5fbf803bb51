import type { ConnectionEntry } from '../domain/entry';
import type { Batch, Step } from './captureMessages';

/** Length and time of each chunk in turn. */
interface ChunkStep {
	readonly type: 'chunks' | 'coded';
	readonly chunks: number[];
}

/**
 * Collects what a session does in one turn of the event loop into one message: a message for every
 * read of a socket would cost more than the bytes in it.
 */
export class Outbox {
	private parts: Uint8Array[] = [];
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

	/** Keeps a view of `bytes`. */
	write(bytes: Uint8Array, time: number, type: ChunkStep['type'] = 'chunks'): void {
		if (this.latest?.type !== type) {
			const step = { type, chunks: [] };
			this.add(step);
			this.latest = step;
		}
		this.latest.chunks.push(bytes.length, time);
		this.parts.push(bytes);
		this.sizeBytes += bytes.length;
	}

	record(entry: ConnectionEntry): void {
		this.add({ type: 'record', entry });
	}

	/** Takes all of it out, the bytes in a buffer of their own that can be transferred. */
	take(capture: number): Batch & { readonly bytes: Uint8Array<ArrayBuffer> } {
		const bytes = new Uint8Array(this.sizeBytes);
		let at = 0;
		for (const part of this.parts) {
			bytes.set(part, at);
			at += part.length;
		}
		const { steps } = this;
		this.parts = [];
		this.steps = [];
		this.latest = undefined;
		this.sizeBytes = 0;
		return { type: 'batch', capture, bytes, steps };
	}

	private add(step: Step): void {
		this.steps.push(step);
		this.latest = undefined;
	}
}
