/** What the column headers ask of the rest. */
export interface ColumnActions {
	say(words: string): void;
	/** On to the rows. */
	leave(): void;
	chooseColumnPath(use: 'column' | 'data'): void;
}
