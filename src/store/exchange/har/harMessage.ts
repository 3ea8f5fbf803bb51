import type { Entry } from '../../../domain/entry';

/** Where it stands. */
export const ownFactsField = '_entry';

/** What Chrome has not, of an event. */
type OwnFacts = Omit<Entry, 'kind' | 'type' | 'data' | 'lastEventId' | 'details'>;

/** An event as Chrome writes it and reads it back, with what it does not know of beside it. */
export interface HarMessage {
	/** Seconds since the epoch. Without it, or one of the next two, Chrome leaves the event out. */
	readonly time: number;
	readonly eventName: string;
	/** The last event ID string after it, whether or not the event set it. */
	readonly eventId: string;
	readonly data: string;
	readonly [ownFactsField]: OwnFacts;
}

/** The event as a message. */
export function harMessage(entry: Entry): HarMessage {
	const { kind: _kind, type, data, lastEventId, details: _details, ...own } = entry;
	return {
		time: entry.time / 1000,
		eventName: type,
		eventId: lastEventId,
		data,
		[ownFactsField]: own,
	};
}
