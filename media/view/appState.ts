import type { StreamInfo, Tick } from '../../src/protocol/messages';
import { viewStateVersion, type ViewState } from '../model/viewState';
import type { AppParts } from './appParts';

/** What the page is to come back with. */
export function stateOf(
	{ timeline, filterBox, details }: AppParts,
	{ isPaused }: Tick,
	{ capture }: StreamInfo,
): ViewState {
	const isFollowing = timeline.following.isWanted;
	return {
		version: viewStateVersion,
		capture,
		filter: filterBox.text,
		isFollowing,
		isPaused,
		anchor: isFollowing ? undefined : timeline.anchor,
		selection: timeline.selection.seq,
		tab: details.tabs.wanted,
		textPath: details.textPath,
		areFactsFolded: details.properties.foldedByHand,
	};
}
