import type { JsonPath } from '../domain/query/query';
import type { ColumnSettings } from './columns';
import type { Ask } from './questions';
import type { WantedTail } from './tick';

export type FromWebview =
	| { readonly type: 'ready' }
	/** A tick has been painted: without this the next one waits, for a second at most. */
	| { readonly type: 'shown'; readonly tail?: WantedTail }
	/** An invalid one leaves the one before in force. */
	| { readonly type: 'setFilter'; readonly text: string }
	| { readonly type: 'setPaused'; readonly paused: boolean }
	| { readonly type: 'clear' }
	| { readonly type: 'disconnect' }
	/** A new attempt at once: ends the waiting, or cuts and connects again. */
	| { readonly type: 'reconnect' }
	/** The same, with the last event ID that was in force after an entry. */
	| { readonly type: 'reconnectFrom'; readonly seq: number }
	/** The same, with an ID for which the user is asked. */
	| { readonly type: 'reconnectWith' }
	/** Asks for the ID that the next attempt is to send; leaves that attempt its time. */
	| { readonly type: 'editLastEventId' }
	/** No attempt follows. */
	| { readonly type: 'stopWaiting' }
	/** Cuts the connection as a broken network would. */
	| { readonly type: 'drop' }
	| { readonly type: 'exportCapture' }
	/** All rows that are shown, to the clipboard. */
	| { readonly type: 'copyAllAsJsonl' }
	| { readonly type: 'copyAllAsMarkdown' }
	/** Saves all bytes of an attempt as a file. */
	| { readonly type: 'saveBytes'; readonly attempt: number }
	/** To be remembered. */
	| { readonly type: 'setColumns'; readonly columns: ColumnSettings }
	/** Lets the user choose a place in the JSON of the events: for another column, or for *Data*. */
	| { readonly type: 'chooseColumnPath'; readonly use: 'column' | 'data' }
	/** Opens the settings where the endpoint stands. */
	| { readonly type: 'editEndpoint' }
	/** The request of the stream, as code, to the clipboard. */
	| { readonly type: 'copyAsCode' }
	/** Lets the user decide about the certificate that did not verify. */
	| { readonly type: 'mendTls' }
	/** Asks for another value of a secret that the stream uses, and tries again with it. */
	| { readonly type: 'setSecret'; readonly name: string }
	| { readonly type: 'copy'; readonly what: CopyWhat; readonly seq: number }
	| CopyPart
	/** Opens the whole data in an editor of VS Code. */
	| { readonly type: 'openData'; readonly seq: number }
	| BookmarkOrder
	/** Asks for a name for this filter. */
	| { readonly type: 'saveFilter'; readonly text: string }
	/** Lets the user choose, rename and delete saved filters. */
	| { readonly type: 'manageFilters' }
	| Ask;

/** About the bookmark of an entry; without a number there is no entry that it could be about. */
export type BookmarkOrder =
	/** Sets it, or takes it away. */
	| { readonly type: 'toggleBookmark'; readonly seq?: number }
	/** Sets it, and asks what to call it. */
	| { readonly type: 'labelBookmark'; readonly seq?: number }
	/** Selects the next entry with one after (1) or before (-1) an entry, round the ends. */
	| { readonly type: 'stepBookmark'; readonly seq?: number; readonly step: -1 | 1 };

/** Copies what stands in the data of an event, or can be made of it. */
export type CopyPart =
	/** A part of its data, which is JSON: in UTF-16 units. A string is copied without its quotation marks. */
	| {
			readonly type: 'copyValue';
			readonly seq: number;
			readonly from: number;
			readonly to: number;
	  }
	/** As it is typed into a filter. */
	| { readonly type: 'copyPath'; readonly path: JsonPath }
	/** The text that the entry is a part of. */
	| { readonly type: 'copyText'; readonly seq: number; readonly path?: JsonPath };

/** How rows are put into text. */
export type CopyAllAs = 'jsonl' | 'markdown';

/** The data; the block's exact bytes as text; the row as JSON. */
export type CopyWhat = 'data' | 'raw' | 'json';
