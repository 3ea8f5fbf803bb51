import type { Bookmark } from '../domain/bookmark';
import type { ConnectionState } from '../domain/connectionState';
import type { Change } from '../domain/json/changes';
import type { Entry, EntryKind } from '../domain/entry';
import type { TextAround } from '../domain/deltas/textAround';
import type { FailureReport } from '../domain/failure';
import type { Field } from '../domain/query/fields';
import type { Choice, Chosen } from '../domain/query/choice';
import type { Completion } from '../domain/query/completionItem';
import type { Marks } from '../domain/query/marks';
import type { JsonPath, QueryProblem } from '../domain/query/query';
import type { SavedFilter } from '../domain/query/savedFilter';
import type { TimeRange } from '../domain/query/timeRange';
import type { About } from './about/about';
import type { ColumnSettings, StreamColumns } from './columns';
import type { Notice } from './notice/notice';
import type { Density, Tally } from './overview';

/*
 * The contract between the extension host and the webview, both ways. Facts are in the past tense,
 * orders are verbs, questions have a reply.
 *
 * The host owns the truth. The webview is told how many entries match and asks for the rows it can
 * show, by their place among the matching ones. `epoch` changes whenever those places change their
 * meaning (another filter, cleared, paused or resumed), and rows of an old epoch are dropped.
 */

// ── Host → webview ──────────────────────────────────────────────────────────────────────────────

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
}

/** What is being looked at; does not change while the panel lives. */
export interface StreamInfo {
	/** The endpoint's name. */
	readonly name: string;
	/** Redacted. */
	readonly url: string;
	readonly method: string;
	/** A capture opened from a file has no connection: nothing to reconnect or disconnect. */
	readonly isLive: boolean;
	/**
	 * Names the capture. The webview keeps it in its state, as `capture`, so that the panel finds its
	 * entries again when the window is reloaded.
	 */
	readonly capture: string;
	/** A capture of an earlier connection: how it stands, and whether it can be made again. */
	readonly kept?: {
		/** `cut`: the host ended while it was written. `elsewhere`: another window writes it. */
		readonly state: 'ended' | 'cut' | 'elsewhere';
		readonly canReconnect: boolean;
	};
}

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

export interface StreamStatus {
	readonly state: ConnectionState;
	/** While waiting: how long in all, and how much of it is left as the message is sent, in ms. */
	readonly waiting?: { readonly totalMs: number; readonly remainingMs: number };
	/** While there is no answer yet: for how long, as the message is sent, in ms. */
	readonly connecting?: { readonly forMs: number };
	/** The current or latest attempt, from 1. */
	readonly attempt: number;
	/** What the next attempt will send, shortened as a row’s texts are. */
	readonly lastEventId: string;
	readonly reconnectionTimeMs: number;
	/** Entries since the session began; those in the capture; those that could not be kept. */
	readonly received: number;
	readonly kept: number;
	readonly dropped: number;
	/** Why nothing more is kept, as a sentence; absent while all is well. */
	readonly keepingStopped?: string;
	/** Body bytes on the wire since the session began, before any content coding is undone. */
	readonly bytes: number;
	/** Events per second, of late. */
	readonly rate: number;
	/** While open: for how long, and the body bytes of this attempt. */
	readonly open?: { readonly forMs: number; readonly bytes: number };
	/** While failed: why. */
	readonly failure?: FailureReport;
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
export interface SavedFilterNews {
	readonly type: 'savedFilters';
	readonly filters: readonly SavedFilter[];
}

/** Columns that were set elsewhere: by a command, or in another panel. */
export interface ColumnsNews {
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

// ── Webview → host ──────────────────────────────────────────────────────────────────────────────

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

// ── Questions and replies ───────────────────────────────────────────────────────────────────────

/** Each question with its answer. */
export interface Questions {
	/** The rows `from … to - 1` of the epoch; at most {@link maxRowsPerQuestion}. */
	rows: {
		question: {
			readonly epoch: number;
			readonly from: number;
			readonly to: number;
			/** What is wanted of their data beside its beginning. */
			readonly wanted?: StreamColumns;
		};
		/**
		 * Fewer rows than asked for: that many there are, or, with `wanted`, that many could be read at a
		 * time. No rows and another epoch: the question came too late.
		 */
		answer: {
			readonly epoch: number;
			readonly from: number;
			readonly rows: readonly Row[];
		};
	};
	/** One entry in full. */
	entry: {
		question: { readonly seq: number };
		/** `undefined`: no longer in the capture. */
		answer: ShownEntry | undefined;
	};
	/** Where an entry stands among the matching ones, or the place of the nearest one after it. */
	locate: {
		question: { readonly epoch: number; readonly seq: number };
		answer: { readonly index: number; readonly isExact: boolean };
	};
	/** What to make of the text of a filter. Nothing comes into force by it. */
	filter: { question: { readonly text: string }; answer: FilterVerdict };
	/** The text with something asked for by hand; that of the filter in force, if the text is not valid. */
	editFilter: { question: { readonly text: string; readonly edit: FilterEdit }; answer: string };
	/**
	 * The next entry with a text among the matching ones, round the ends: after (1) or before (-1) the
	 * entry `seq`, or from it on (0). Without a text nothing is looked for any more.
	 */
	find: {
		question: { readonly text: string; readonly seq: number; readonly step: -1 | 0 | 1 };
		/** Its place among those that have the text, from 1; neither if none has. `undefined`: outdated. */
		answer: { readonly seq?: number; readonly place?: number } | undefined;
	};
	/** Ways to go on with the text of a filter at the caret. */
	complete: { question: { readonly text: string; readonly caret: number }; answer: Completion };
	/** How the data of an event differs from that of the event of its type before it. */
	changes: { question: { readonly seq: number }; answer: ShownChanges };
	/**
	 * The text that the event is a part of: at the path, else as the protocols of language models
	 * have it. `undefined`: of none.
	 */
	text: {
		question: { readonly seq: number; readonly path?: JsonPath };
		answer: ShownText | undefined;
	};
}

/** A text that came in pieces, and what is said about it. */
export interface ShownText extends TextAround {
	/** Which of its pieces the event brought, and where they stand in the data. */
	readonly placeText: string;
	/** How fast it came, and what it cost, each in words. */
	readonly figures: readonly string[];
}

/** What is wrong with the text of a filter, or what it looks for. */
export type FilterVerdict =
	{ readonly problem: QueryProblem } | { readonly marks: Marks; readonly chosen: Chosen };

/** To see only this, or all but this, or no longer so; what came at that time; what has that value. */
export type FilterEdit =
	| { readonly type: 'choose'; readonly choice: Choice; readonly mode: 'only' | 'not' }
	/** `whole`: the times of all that there is. */
	| { readonly type: 'time'; readonly range: TimeRange; readonly whole: TimeRange }
	/** `json`: a string, number or literal as it was sent. */
	| { readonly type: 'value'; readonly path: JsonPath; readonly json: string };

export type QuestionType = keyof Questions;

export type Ask = {
	[T in QuestionType]: {
		readonly type: 'ask';
		readonly id: number;
		readonly about: T;
	} & Questions[T]['question'];
}[QuestionType];

export type Reply =
	| { readonly type: 'reply'; readonly id: number; readonly answer: unknown }
	| { readonly type: 'reply'; readonly id: number; readonly error: string };

/** More than a screen of any size shows. */
export const maxRowsPerQuestion = 1000;

/** An entry as the grid shows it. */
export interface Row {
	readonly seq: number;
	readonly kind: EntryKind;
	/** Ms since the epoch, with a fraction. */
	readonly time: number;
	/** It and the ID are shortened to {@link rowDataLength} characters. */
	readonly type: string;
	readonly id?: string;
	/** The beginning of the data: {@link rowDataLength} characters at most, line ends as they are. */
	readonly data: string;
	readonly note?: string;
	readonly size: number;
	readonly gap?: number;
	readonly retry?: number;
	readonly chunk?: number;
	/** It came over the wire, and the last event ID after it is not empty. */
	readonly canResume?: boolean;
	/** Events: the place of its type in the order of first appearance, from 0; decides its colour. */
	readonly typeIndex?: number;
	/** Events that are JSON: what stands at the paths asked for, by path, as text of {@link rowDataLength} at most. */
	readonly values?: Readonly<Record<string, string>>;
	/** The same for the path that *Data* shows, as JSON. */
	readonly dataValue?: string;
}

export const rowDataLength = 400;

/** What the details pane shows. */
export interface EntryInFull {
	/** `data` is cut at {@link detailDataLength} characters. */
	readonly entry: Entry;
	/** Characters of the whole data. */
	readonly dataLength: number;
	/** UTF-8 bytes of the whole data. */
	readonly dataSize: number;
	/**
	 * The bytes of its block or line; for the connection's kinds, once there was a body, all of the
	 * attempt's so far. Decoded, where they came with a content coding.
	 */
	readonly wire?: WireBytes;
	/** That content coding. */
	readonly coding?: string;
	/** For the connection's kinds, where there is a coding: the attempt's bytes as received. */
	readonly received?: WireBytes;
	/** How many of the attempt's bytes as received are not in the capture, if any. */
	readonly missingBytes?: number;
	/**
	 * Kind `open`: when the first event of the stream came in, in ms since the attempt began, as
	 * `details.timings` counts; absent if none came yet, or none among the entries that follow closely.
	 */
	readonly firstEventMs?: number;
	/** An event that is a part of a text, as the question `text` puts it together. */
	readonly hasText?: boolean;
}

/** The same with what there is to say about it. */
export interface ShownEntry extends EntryInFull {
	readonly about: About;
}

/** {@link Changes} in words: the lines as pieces with the looks of values. */
export interface ShownChanges {
	readonly since: string;
	readonly lines: readonly (readonly { readonly look: string; readonly text: string }[])[];
	/** Empty: nothing. */
	readonly more: string;
}

/** How an event differs from the one of its type before it. */
export interface Changes {
	/** The event that it is compared with; absent if none of its type came closely before. */
	readonly previous?: number;
	/** At most {@link maxChanges}, in the order of the data. */
	readonly changes: readonly Change[];
	readonly hasMore: boolean;
}

/** A block may have more; of a JSON of 5 MB the tree is complete. */
export const detailDataLength = 5_500_000;

/** Exact bytes with the chunks they came in. */
export interface WireBytes {
	/** Where they begin among all body bytes of the capture, or, if they are an attempt's, of that. */
	readonly offset: number;
	/** All of them, of which {@link WireBytes.bytes} are the first. */
	readonly length: number;
	/** At most {@link maxWireBytes}; a buffer of its own. */
	readonly bytes: Uint8Array;
	/** In order: number, arrival (ms since the epoch), and where each begins, relative to `offset`: the first may begin before it. */
	readonly chunks: readonly {
		readonly chunk: number;
		readonly time: number;
		readonly start: number;
		readonly length: number;
	}[];
}

export const maxWireBytes = 65_536;
