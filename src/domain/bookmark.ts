/** A mark that the user has set on an entry. */
export interface Bookmark {
	/** The number of the entry. */
	readonly seq: number;
	/** What the user calls it; empty for most. */
	readonly label: string;
}

/** A capture has no more: each of them stands in a list that a person reads. */
export const maxBookmarks = 10_000;

/** UTF-16 units. */
export const maxBookmarkLabelLength = 200;
