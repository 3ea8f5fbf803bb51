import { bytesNote } from './bytesNote';
import { blocksOf, type Block } from './connection';
import { propertiesOf, summaryOf, type Property } from './properties';
import type { EntryInFull } from '../entryInFull';

/** The same with what there is to say about it. */
export interface ShownEntry extends EntryInFull {
	readonly about: About;
}

/** What there is to say about an entry besides its data, in words. */
export interface About {
	readonly properties: readonly Property[];
	/** The same in a few words. */
	readonly summary: string;
	/** What has to be known of its bytes; mostly empty. */
	readonly bytesNotes: { readonly raw: string; readonly wire: string };
	/** For the connection's kinds. */
	readonly blocks: readonly Block[];
}

/** The answer to the question `entry` says it, too. */
export function aboutOf(full: EntryInFull): About {
	const { details } = full.entry;
	return {
		properties: propertiesOf(full),
		summary: summaryOf(full),
		bytesNotes: { raw: bytesNote(full, 'decoded'), wire: bytesNote(full, 'received') },
		blocks: details === undefined ? [] : blocksOf(details, full.firstEventMs),
	};
}
