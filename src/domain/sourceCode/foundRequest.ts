/** A request for a stream that stands in a file of the user's. */
export interface FoundRequest {
	/** Where it stands: UTF-16 units from the beginning of the file. */
	readonly start: number;
	readonly end: number;
	/** Absolute or relative, as it is written. */
	readonly url: string;
	/** Upper case; absent: `GET`. */
	readonly method?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string;
	/** Names that stand in it as `{{name}}`, with no value in the file. */
	readonly missing: readonly string[];
}

/** A larger file was made by a machine; nobody reads it, and to look through it would take long. */
export const maxScannedLength = 500_000;
