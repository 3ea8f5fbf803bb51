import type { Entry } from '../../../src/domain/entry';
import type { EntryInFull } from '../../../src/protocol/entryInFull';
import type { Row } from '../../../src/protocol/row';
import type { StreamStatus } from '../../../src/protocol/stream';
import type { Tick } from '../../../src/protocol/tick';

/** A row with number `seq`; the rest is of no meaning. */
export function rowOf(seq: number, more: Partial<Row> = {}): Row {
	return { seq, kind: 'event', time: seq, type: 'tick', data: '', size: 10, ...more };
}

/** Rows with the numbers from `first` on. */
export function rowsFrom(first: number, count: number): Row[] {
	return Array.from({ length: count }, (_, place) => rowOf(first + place));
}

export const openStatus: StreamStatus = {
	state: 'open',
	attempt: 1,
	lastEventId: '',
	reconnectionTimeMs: 3000,
	received: 10,
	kept: 10,
	dropped: 0,
	bytes: 1000,
	rate: 1,
	open: { forMs: 5000, bytes: 1000 },
};

/** A tick of a stream that is open. */
export function tickOf(more: Partial<Tick> = {}): Tick {
	return {
		type: 'tick',
		epoch: 1,
		total: 0,
		isCounting: false,
		isPaused: false,
		beyond: 0,
		status: openStatus,
		...more,
	};
}

/** An entry in full, without bytes on the wire. */
export function fullOf(more: Partial<Entry> = {}): EntryInFull {
	const entry: Entry = {
		seq: 1,
		kind: 'event',
		time: new Date(2026, 0, 2, 3, 4, 5, 678).getTime(),
		type: 'tick',
		data: '',
		lastEventId: '7',
		size: 20,
		attempt: 2,
		...more,
	};
	return { entry, dataLength: entry.data.length, dataSize: entry.data.length };
}
