import type { Anchor } from './scrollPlace';

/** The tabs of the details. */
export const detailTabs = ['data', 'raw', 'wire'] as const;
export type DetailTab = (typeof detailTabs)[number];

/** What a panel that was hidden comes back with. */
export interface ViewState {
	/** The capture that entries are numbered in. The host finds it again by this, too. */
	readonly capture: string;
	/** The text in the filter box, valid or not. */
	readonly filter: string;
	readonly isFollowing: boolean;
	readonly isPaused: boolean;
	/** Where the list was, while not following. */
	readonly anchor?: Anchor;
	/** The selected entry. */
	readonly selection?: number;
	readonly tab: DetailTab;
	/** Whether the properties are folded; undefined: as the width has it. */
	readonly areFactsFolded?: boolean;
}

/**
 * The state in `value`, which an older version may have written, as far as it holds for `capture`;
 * `undefined` if there is none.
 */
export function asViewState(value: unknown, capture: string): ViewState | undefined {
	if (!isRecord(value) || typeof value.filter !== 'string') return undefined;
	const { isFollowing, isPaused, anchor, selection, tab, areFactsFolded } = value;
	// The numbers of another capture's entries say nothing about this one.
	const isSame = value.capture === capture;
	return {
		capture,
		filter: value.filter,
		isFollowing: !isSame || isFollowing !== false,
		isPaused: isSame && isPaused === true,
		...(isSame && isAnchor(anchor) && { anchor: { seq: anchor.seq, yPx: anchor.yPx } }),
		...(isSame && isSeq(selection) && { selection }),
		tab: detailTabs.find(known => known === tab) ?? 'data',
		...(typeof areFactsFolded === 'boolean' && { areFactsFolded }),
	};
}

function isAnchor(value: unknown): value is Anchor {
	return isRecord(value) && isSeq(value.seq) && Number.isFinite(value.yPx);
}

function isSeq(value: unknown): value is number {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
