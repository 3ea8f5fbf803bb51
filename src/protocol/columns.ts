/** The columns that there always are, in the order in which they come. */
export const builtInColumns = [
	'seq',
	'time',
	'gap',
	'type',
	'id',
	'data',
	'size',
	'retry',
] as const;
export type BuiltInColumn = (typeof builtInColumns)[number];

/** How the column *Time* counts: the time of day, since the first entry, since the row before. */
export const timeModes = ['absolute', 'sinceStart', 'delta'] as const;
export type TimeMode = (typeof timeModes)[number];

/** How columns stand, whatever the stream. Columns are named by {@link BuiltInColumn}, or by a path. */
export interface ColumnLayout {
	/** What is not named stands where it does by default. */
	readonly order: readonly string[];
	/** By the user's word: always, or never. All others go when there is no room for them. */
	readonly shown: Readonly<Record<string, boolean>>;
	/** By the user's hand, in px. */
	readonly widths: Readonly<Record<string, number>>;
	readonly time: TimeMode;
}

/** What depends on what the events of a stream look like. Paths as `readColumnPath` writes them. */
export interface StreamColumns {
	/** The user's own columns. */
	readonly paths: readonly string[];
	/** What *Data* shows of events; absent: all of it. */
	readonly dataPath?: string;
}

/** All that a user can set about the columns of the grid. */
export interface ColumnSettings extends ColumnLayout, StreamColumns {}

/** More columns of one's own than have room. */
export const maxOwnColumns = 16;
/** Columns whose place, width or visibility is remembered. */
export const maxKnownColumns = 200;
export const maxColumnWidthPx = 4000;

export const defaultLayout: ColumnLayout = { order: [], shown: {}, widths: {}, time: 'absolute' };
export const defaultColumns: ColumnSettings = { ...defaultLayout, paths: [] };
