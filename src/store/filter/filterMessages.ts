import type { Query } from '../../domain/query/query';

/** Host → filter worker: a filter, instead of the one before. */
export interface BeginFilter {
	readonly type: 'begin';
	readonly file: string;
	readonly query: Query;
	/** The first entry to consider. */
	readonly from: number;
	/** The numbers of the entries that have a bookmark. */
	readonly bookmarked: readonly number[];
}

/** Consider all entries up to this one, which is committed. */
interface ScanTo {
	readonly type: 'scan';
	readonly to: number;
}

/** Let go of the capture. */
export interface EndFilter {
	readonly type: 'end';
}

export type ToFilterWorker = BeginFilter | ScanTo | EndFilter;

/** Filter worker → host. */
export type FromFilterWorker =
	/**
	 * All entries up to `to` have been considered; those that match among the ones since the message
	 * before, and the slot of each in an overview.
	 */
	| {
			readonly type: 'scanned';
			readonly to: number;
			readonly matches: Uint32Array;
			readonly slots: Uint8Array;
	  }
	/** Nothing more follows until the next filter. */
	| { readonly type: 'failed'; readonly message: string };
