import type { JsonPath } from '../../src/domain/query/query';
import type { Anchor } from './scrollPlace';

/** The tabs of the details. */
export const detailTabs = ['text', 'data', 'changes', 'raw', 'wire'] as const;
export type DetailTab = (typeof detailTabs)[number];

/** Raised when a state written before could not be read as it is. */
export const viewStateVersion = 1;

/** What a panel that was hidden comes back with. */
export interface ViewState {
	readonly version: typeof viewStateVersion;
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
	/** Where the pieces of a text stand in the data, if that was said by hand. */
	readonly textPath?: JsonPath;
	/** Whether the properties are folded; undefined: as the width has it. */
	readonly areFactsFolded?: boolean;
}

/**
 * The state in `value`, as far as it holds for `capture`: the numbers of another one's entries say
 * nothing about this one. `undefined` if there is none, or one of another version.
 */
export function asViewState(value: unknown, capture: string): ViewState | undefined {
	const state = value as ViewState | undefined;
	if (state?.version !== viewStateVersion) return undefined;
	if (state.capture === capture) return state;
	const { version, filter, tab, textPath, areFactsFolded } = state;
	return {
		version,
		capture,
		filter,
		isFollowing: true,
		isPaused: false,
		tab,
		textPath,
		areFactsFolded,
	};
}
