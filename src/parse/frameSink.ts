import type { WireKind } from '../domain/entry';

/** One thing that came in on the wire, as the standard's rules make it of a block or a line. */
export interface Frame {
	readonly kind: WireKind;
	/** The event type; empty for every kind but `event`. */
	readonly type: string;
	/** As in `Entry.data`. */
	readonly data: string;
	/** The ID set by its own block. */
	readonly id?: string;
	/** The last event ID string after it. */
	readonly lastEventId: string;
	/** Ms. */
	readonly retry?: number;
	/** Bytes on the wire, from `offset`, through all attempts. */
	readonly offset: number;
	readonly size: number;
	/** As in `Entry`. */
	readonly note?: string;
	readonly cutBytes?: number;
}

/** Where frames go, in the order of the standard. */
export interface FrameSink {
	frame(frame: Frame): void;
	/**
	 * The latest frame ended with a CR, and the LF that belongs to it came in only with the next
	 * chunk: it is one byte longer than it was said to be.
	 */
	extendLatest(): void;
}
