import type { StreamColumns } from './columns';
import type { Notice } from './notice/notice';
import type { Row } from './row';
import type { StreamStatus } from './stream';

/** How things stand, at most 20 times a second. Complete each time: no tick depends on another. */
export interface Tick {
	readonly type: 'tick';
	readonly epoch: number;
	/** Matching entries that can be asked for: row indices are `0 … total - 1`. */
	readonly total: number;
	/** Whether `total` is exact or a filter is still being evaluated. */
	readonly isCounting: boolean;
	readonly isPaused: boolean;
	/** Matching entries that arrived since the view was paused and are not in `total`. */
	readonly beyond: number;
	/** The regular expression was stopped, or another error of evaluation, in words. */
	readonly filterError?: string;
	/** What is to be said below the last row. */
	readonly notice?: Notice;
	/** While text is looked for among the matching entries: how many have it. */
	readonly found?: {
		readonly total: number;
		readonly isCounting: boolean;
		/** Why it was given up, in words. */
		readonly error?: string;
	};
	/** The newest rows, for a page that wants them: they need not be asked for. The last is `total - 1`. */
	readonly tail?: {
		readonly from: number;
		readonly rows: readonly Row[];
		/** As in {@link WantedTail}: the page may have changed its mind. */
		readonly wanted?: StreamColumns;
	};
	/** When the first entry of the capture came, in ms since the epoch; absent if there is none. */
	readonly startTime?: number;
	readonly status: StreamStatus;
}

/** What a page that shows the newest rows is to get with the next tick: the last `rows`, less those it has. */
export interface WantedTail {
	readonly epoch: number;
	/** The index after the last row that it has; 0 if it lacks one of those in sight. */
	readonly has: number;
	/** At most {@link maxTailRows}. */
	readonly rows: number;
	/** What is wanted of their data beside its beginning. */
	readonly wanted?: StreamColumns;
}

/** More than a screen shows, mostly; what is missing is asked for. */
export const maxTailRows = 100;
