import type { Entry } from '../domain/entry';
import type { WireBytes } from './wireBytes';

/** What the details pane shows. */
export interface EntryInFull {
	/** `data` is cut at {@link detailDataLength} characters. */
	readonly entry: Entry;
	/** Characters of the whole data. */
	readonly dataLength: number;
	/** UTF-8 bytes of the whole data. */
	readonly dataSize: number;
	/**
	 * The bytes of its block or line; for the connection's kinds, once there was a body, all of the
	 * attempt's so far. Decoded, where they came with a content coding.
	 */
	readonly wire?: WireBytes;
	/** That content coding. */
	readonly coding?: string;
	/** For the connection's kinds, where there is a coding: the attempt's bytes as received. */
	readonly received?: WireBytes;
	/** How many of the attempt's bytes as received are not in the capture, if any. */
	readonly missingBytes?: number;
	/**
	 * Kind `open`: when the first event of the stream came in, in ms since the attempt began, as
	 * `details.timings` counts; absent if none came yet, or none among the entries that follow closely.
	 */
	readonly firstEventMs?: number;
	/** An event that is a part of a text, as the question `text` puts it together. */
	readonly hasText?: boolean;
}

/** A block may have more; of a JSON of 5 MB the tree is complete. */
export const detailDataLength = 5_500_000;
