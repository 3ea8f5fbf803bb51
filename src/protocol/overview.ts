import type { EntryKind } from '../domain/entry';

/*
 * What can be said of a whole capture in little room: how many of what, and when. It is as large for
 * ten million entries as it is for a thousand.
 */

/** How many entries of each type and kind there are in the capture. */
export interface Tally {
	/**
	 * Event types in the order of first appearance, at most {@link maxTalliedTypes}, none longer than
	 * {@link maxTalliedLength}; and the place of each in that order, from 0, which decides on its colour.
	 */
	readonly types: readonly {
		readonly type: string;
		readonly place: number;
		readonly count: number;
	}[];
	/** Events of all other types. */
	readonly otherEvents: number;
	/** Entries of each kind but `event`; none: absent. */
	readonly kinds: Readonly<Partial<Record<EntryKind, number>>>;
}

/** More types than this are not told apart. */
export const maxTalliedTypes = 200;
export const maxTalliedLength = 200;

/** How many entries came when: spans of time of equal length, so long that {@link maxSpans} are enough. */
export interface Density {
	/** Ms since the epoch: where the first span begins. */
	readonly startTime: number;
	readonly spanMs: number;
	/** For each span {@link slotCount} numbers, by slot. */
	readonly counts: Uint32Array;
	/** For each span the number of the first entry from there on. */
	readonly firstSeqs: Uint32Array;
	/** The last entry that is counted; 0 for none. */
	readonly lastSeq: number;
	/** Pairs of times (ms since the epoch): there was no connection from … to; to Infinity: there is none. */
	readonly outages: Float64Array;
}

export const maxSpans = 1024;

/** Slots 0 to 7 are the first eight types, by their place; then all other events, and what went wrong. */
export const otherSlot = 8;
export const troubleSlot = 9;
export const slotCount = 10;

/** The slot of an event whose type has this place; it may have none. */
export function slotOfType(place: number | undefined): number {
	return place === undefined || place >= otherSlot ? otherSlot : place;
}

export interface Overview {
	readonly tally: Tally;
	readonly density: Density;
}
