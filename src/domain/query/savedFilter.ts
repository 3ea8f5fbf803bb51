/** A filter that the user has given a name. */
export interface SavedFilter {
	readonly name: string;
	/** The text of the filter, valid when it was saved. */
	readonly filter: string;
}

/** More than a menu can offer. */
export const maxSavedFilters = 100;

/** UTF-16 units. */
export const maxFilterNameLength = 60;
