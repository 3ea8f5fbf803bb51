import type { Event } from '../base/emitter';
import type { ConnectionEntry } from '../domain/entry';

/**
 * Where a session puts what happens, in order: the bytes of the body and its own entries. The one
 * behind it parses and keeps them; the session learns from it what the stream asked for.
 */
export interface StreamSink {
	/** A new connection: what follows is parsed afresh, with the last event ID in force. */
	begin(attempt: number, lastEventId: string): void;
	/**
	 * A chunk of a body with a content coding, as it was received. What is decoded from it follows by
	 * `write`, before the next one. The sink may keep a view of it: it must not be changed afterwards.
	 * Otherwise as `write`.
	 */
	writeCoded(bytes: Uint8Array, time: number): boolean;
	/**
	 * Bytes of the body, as one chunk, and when they came in (ms since the epoch). The sink takes them over: if they
	 * are all that their buffer has, it is gone afterwards.
	 * @returns false if the sender should wait for `onDidDrain` before it sends more.
	 */
	write(bytes: Uint8Array, time: number): boolean;
	/** There is room again after `write` returned false. */
	readonly onDidDrain: Event<void>;
	/** The body has ended or broken off: what is left of it is recorded as incomplete. */
	end(time: number): Promise<StreamFacts>;
	/** An entry of the connection's own. */
	record(entry: ConnectionEntry): void;
}

/** What the stream has said so far, all bytes written before considered. */
export interface StreamFacts {
	/** The last event ID string of the event source, as its last dispatched block left it. */
	readonly lastEventId: string;
	/** Set by the latest valid `retry` field of the session; absent if there was none. */
	readonly reconnectionTime?: number;
	/** Events dispatched by the attempt that ended. */
	readonly events: number;
}
