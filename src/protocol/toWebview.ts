import type { Bookmark } from '../domain/bookmark';
import type { Field } from '../domain/query/fields';
import type { SavedFilter } from '../domain/query/savedFilter';
import type { ColumnSettings } from './columns';
import type { Density, Tally } from './overview';
import type { Reply } from './questions';
import type { StreamInfo } from './stream';
import type { Tick } from './tick';
import type { Translation } from './translation';

/*
 * The contract between the extension host and the webview, both ways. Facts are in the past tense,
 * orders are verbs, questions have a reply.
 *
 * The host owns the truth. The webview is told how many entries match and asks for the rows it can
 * show, by their place among the matching ones. `epoch` changes whenever those places change their
 * meaning (another filter, cleared, paused or resumed), and rows of an old epoch are dropped.
 */

export type ToWebview =
	| Opened
	| Tick
	| TallyNews
	| DensityNews
	| BookmarkNews
	| SavedFilterNews
	| ColumnsNews
	| PageOrder
	| Reply;

/** The first message, in answer to `ready`. */
export interface Opened {
	readonly type: 'opened';
	readonly stream: StreamInfo;
	/** The filter in force. */
	readonly filter: string;
	/** What a filter can ask for. */
	readonly fields: readonly Pick<Field, 'example' | 'description'>[];
	readonly columns: ColumnSettings;
	readonly tick: Tick;
	/** The page's language; absent: English. */
	readonly translation?: Translation;
}

/** How many of what there are: whenever that has changed, a few times a second at most. */
export interface TallyNews extends Tally {
	readonly type: 'tally';
}

/** When what came: whenever that has changed, a few times a second at most. Every buffer is its own. */
export interface DensityNews extends Density {
	readonly type: 'density';
	/** While a filter is in force: of `counts`, those that match. */
	readonly matched?: Uint32Array;
	/** While the stream runs: the host's time as this is sent, in ms since the epoch. */
	readonly now?: number;
}

/** All bookmarks of the capture, in order: whenever one of them has changed. */
export interface BookmarkNews {
	readonly type: 'bookmarks';
	readonly bookmarks: readonly Bookmark[];
}

/** The filters saved in this workspace, in the order of a menu: whenever one of them has changed. */
interface SavedFilterNews {
	readonly type: 'savedFilters';
	readonly filters: readonly SavedFilter[];
}

/** Columns that were set elsewhere: by a command, or in another panel. */
interface ColumnsNews {
	readonly type: 'columns';
	readonly columns: ColumnSettings;
}

/** Orders from VS Code's commands, for what the webview alone can do. */
export type PageOrder =
	| { readonly type: 'focusFilter' }
	| { readonly type: 'focusFind' }
	/** About the selected entry, which the page sends back with it. */
	| { readonly type: 'toggleBookmark' | 'labelBookmark' }
	| { readonly type: 'stepBookmark'; readonly step: -1 | 1 }
	/** Puts another text into the filter box, as if it were typed. */
	| { readonly type: 'writeFilter'; readonly text: string }
	/** Selects an entry and brings it in sight. */
	| { readonly type: 'reveal'; readonly seq: number };
