import type { Disposable } from '../base/disposable';
import { Emitter } from '../base/emitter';
import type { ConnectionEntry } from '../domain/entry';
import type { Batch } from './captureMessages';
import { Outbox } from './outbox';

/** Bytes on their way to the worker: beyond the first the sender has to wait, below the second it may go on. */
const fullBytes = 8 * 1024 * 1024;
const drainedBytes = 4 * 1024 * 1024;
/**
 * Enough for one message, as the worker should not idle while more is collected; and for one turn of the event
 * loop: a socket may have two megabytes in one, which keep everybody else in the host waiting for 8 ms.
 */
const turnBytes = 262_144;

/** The way of a session's bytes and entries to the worker, with room for so many. */
export class Intake implements Disposable {
	private readonly outbox = new Outbox();
	private readonly drained = new Emitter<void>();
	private unacknowledgedBytes = 0;
	/** In this turn of the event loop. */
	private takenBytes = 0;
	private isFull = false;
	private isDisposed = false;
	private turn: NodeJS.Immediate | undefined;

	readonly onDidDrain = this.drained.event;

	constructor(
		private readonly capture: number,
		private readonly send: (batch: Batch, transfer: ArrayBuffer[]) => void,
	) {}

	begin(attempt: number, lastEventId: string): void {
		this.outbox.begin(attempt, lastEventId);
		this.postSoon();
	}

	/** Takes `bytes` over. Returns false if the sender should wait for `onDidDrain`. */
	write(bytes: Uint8Array, time: number): boolean {
		return this.take(bytes, time, 'chunks');
	}

	/** For a chunk as it was received, before what is decoded from it. Keeps a view of it, otherwise as `write`. */
	writeCoded(bytes: Uint8Array, time: number): boolean {
		return this.take(bytes, time, 'coded');
	}

	record(entry: ConnectionEntry): void {
		this.outbox.record(entry);
		this.postSoon();
	}

	/** Sends what has been collected. */
	post(): void {
		if (this.outbox.isEmpty || this.isDisposed) return;
		const batch = this.outbox.take(this.capture);
		this.unacknowledgedBytes += batch.sizeBytes;
		this.send(
			batch,
			batch.pieces.map(({ buffer }) => buffer),
		);
	}

	/** The worker is done with that many bytes. */
	acknowledge(bytes: number): void {
		this.unacknowledgedBytes -= bytes;
		this.drainIfDue();
	}

	/** Takes nothing more, and lets a sender that waits go on. */
	dispose(): void {
		this.post();
		this.isDisposed = true;
		clearImmediate(this.turn);
		if (this.isFull) this.drain();
	}

	private take(bytes: Uint8Array, time: number, type: 'chunks' | 'coded'): boolean {
		if (this.isDisposed) return true;
		if (bytes.length > 0) this.outbox.write(bytes, time, type);
		this.takenBytes += bytes.length;
		if (this.outbox.size >= turnBytes) this.post();
		this.postSoon();
		if (this.backlogBytes > fullBytes || this.takenBytes >= turnBytes) this.isFull = true;
		return !this.isFull;
	}

	private get backlogBytes(): number {
		return this.outbox.size + this.unacknowledgedBytes;
	}

	private drainIfDue(): void {
		const isDrained = this.backlogBytes < drainedBytes && this.takenBytes < turnBytes;
		if (this.isFull && isDrained) this.drain();
	}

	private drain(): void {
		this.isFull = false;
		this.drained.fire();
	}

	/** Once the reads of this turn of the event loop are all in. */
	private postSoon(): void {
		if (this.isDisposed) return;
		this.turn ??= setImmediate(() => {
			this.turn = undefined;
			this.takenBytes = 0;
			this.post();
			this.drainIfDue();
		});
	}
}
