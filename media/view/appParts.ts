import type { Tick } from '../../src/protocol/tick';
import type { Channel } from '../channel';
import type { BookmarkSet } from '../model/bookmarks';
import type { Timeline } from '../model/timeline';
import type { Announcer } from './announcer';
import type { Details } from './details';
import type { FilterBox } from './filterBox';
import type { Grid } from './grid';

/** The parts of the inspector that others act on. */
export interface AppParts {
	readonly channel: Channel;
	readonly timeline: Timeline;
	readonly filterBox: FilterBox;
	readonly grid: Grid;
	readonly details: Details;
	readonly bookmarks: BookmarkSet;
	readonly announcer: Announcer;
	/** How things stand; absent before the host has said so. */
	readonly tick: Tick | undefined;
	/** Paints in the next frame. */
	schedule(): void;
}
