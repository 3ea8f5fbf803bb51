import type { ConnectionState } from '../domain/connectionState';
import { wireKinds, type EntryKind } from '../domain/entry';

/** Of the states of a connection, and of the entries that tell of them. */
export const stateWords: Readonly<Record<ConnectionState, string>> = {
	connecting: 'Connecting',
	open: 'Open',
	waiting: 'Waiting',
	closed: 'Closed',
	failed: 'Failed',
};

/** What came over the wire is called as it is in a filter. */
export const kindWords = {
	...Object.fromEntries(wireKinds.map(kind => [kind, kind] as const)),
	...stateWords,
} as Readonly<Record<EntryKind, string>>;
