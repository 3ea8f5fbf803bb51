/** What is known of a plain event beyond its bytes. */
export interface Arrival {
	readonly time: number;
	/** NaN for none. */
	readonly gap: number;
	readonly attempt: number;
	readonly chunk: number;
	/** The last event ID after it. */
	readonly lastEventId: () => string;
}

/** A page as it is kept. */
export interface PageRow {
	readonly seq: number;
	readonly count: number;
	/** JSON: an array of strings. */
	readonly texts: string;
	readonly columns: Uint8Array;
	readonly heap: Uint8Array;
}
