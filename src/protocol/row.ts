import type { EntryKind } from '../domain/entry';

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
