import type { WireKind } from '../domain/entry';
import type { PlainEvent } from './plainEvent';

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
	/** An event, told by where its text stands. Its ID, if it has one, is the last event ID after it. */
	plainEvent(event: PlainEvent): void;
	/**
	 * The latest frame ended with a CR, and the LF that belongs to it came in only with the next
	 * chunk: it is one byte longer than it was said to be.
	 */
	extendLatest(): void;
}

/** The same event with its texts; `lastEventId` is the one before it. */
export function toFrame(event: PlainEvent, lastEventId: string): Frame {
	const { bytes, start, end, type, dataStart, dataEnd, idStart, idEnd, retry, offset } = event;
	const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	const id = idStart === -1 ? undefined : decoder.decode(bytes.subarray(idStart, idEnd));
	return {
		kind: 'event',
		type,
		data: decoder.decode(bytes.subarray(dataStart, dataEnd)),
		...(id !== undefined && { id }),
		lastEventId: id ?? lastEventId,
		...(retry !== -1 && { retry }),
		offset,
		size: end - start,
	};
}
