/** A file to read, as often as it takes. */
export interface ImportSource {
	/** For sentences. */
	readonly name: string;
	/** When the file was written, in ms since the epoch. */
	readonly modified: number;
	/** A new pass through its bytes. */
	chunks(): Iterable<Uint8Array>;
}
