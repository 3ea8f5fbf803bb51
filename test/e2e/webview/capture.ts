import { readingOf } from '../../../src/domain/deltas/recognise';
import { columnValue } from '../../../src/domain/json/columnValue';
import { JsonDocument } from '../../../src/domain/json/document';
import { readColumnPath } from '../../../src/domain/query/columnPath';
import type { StreamColumns } from '../../../src/protocol/columns';
import type { Entry } from '../../../src/domain/entry';
import type { EntryInFull } from '../../../src/protocol/entryInFull';
import type { Row } from '../../../src/protocol/row';
import type { WireBytes } from '../../../src/protocol/wireBytes';
import { rowDataLength } from '../../../src/protocol/row';

/** An entry with what the store would know of it. */
export interface Captured {
	readonly entry: Entry;
	readonly typeIndex?: number;
	/** Its bytes; made from the entry where absent. */
	readonly wire?: WireBytes;
	/** Of an entry of kind `open`. */
	readonly firstEventMs?: number;
	/** Of an entry of the connection: the bytes of the attempt. */
	readonly ofAttempt?: Pick<EntryInFull, 'wire' | 'received' | 'coding' | 'missingBytes'>;
}

/** Any number of entries, by place. */
export interface Capture {
	readonly length: number;
	at(index: number): Captured;
	/** The place of the first entry from `seq` on. */
	placeOf(seq: number): number;
}

/** A capture of a few entries. */
export function captureOf(items: readonly Captured[]): Capture {
	return {
		length: items.length,
		at: index => items[index]!,
		placeOf: seq => {
			const place = items.findIndex(({ entry }) => entry.seq >= seq);
			return place < 0 ? items.length : place;
		},
	};
}

/** The row of an entry as the host would answer it. */
export function toRow({ entry, typeIndex }: Captured, wanted?: StreamColumns): Row {
	const { seq, kind, time, type, id, data, note, size, gap, retry, chunk } = entry;
	const short = data.slice(0, rowDataLength);
	const canResume = chunk !== undefined && entry.lastEventId !== '';
	const cells = { type, id, data: short, note, size, gap, retry };
	const row: Row = { seq, kind, time, ...cells, chunk, typeIndex, canResume };
	const document = kind === 'event' && wanted ? JsonDocument.parse(data) : undefined;
	if (document === undefined || wanted === undefined) return row;
	const valueAt = (path: string, isJson?: boolean) =>
		columnValue(document, readColumnPath(path)!, rowDataLength, isJson);
	const found = wanted.paths.map(path => [path, valueAt(path)] as const);
	return {
		...row,
		values: Object.fromEntries(
			found.flatMap(([path, value]) => (value === undefined ? [] : [[path, value]])),
		),
		dataValue: wanted.dataPath && valueAt(wanted.dataPath, true),
	};
}

/** The entry in full as the host would answer it. */
export function toFull({ entry, wire, firstEventMs, ofAttempt }: Captured): EntryInFull {
	const dataSize = new TextEncoder().encode(entry.data).length;
	const isWire = entry.chunk !== undefined;
	return {
		entry,
		dataLength: entry.data.length,
		dataSize,
		firstEventMs,
		...(entry.kind === 'event' && readingOf(entry.data) !== undefined && { hasText: true }),
		...ofAttempt,
		...(isWire && { wire: wire ?? wireOf(blockOf(entry), entry.offset ?? 0, entry) }),
	};
}

/** A block that an event could have come as. */
export function blockOf(entry: Entry): string {
	const lines: string[] = [];
	if (entry.kind !== 'event') return `${entry.data}\r\n\r\n`;
	if (entry.id !== undefined) lines.push(`id: ${entry.id}`);
	if (entry.type !== 'message') lines.push(`event: ${entry.type}`);
	lines.push(...entry.data.split('\n').map(line => `data: ${line}`));
	return `${lines.join('\r\n')}\r\n\r\n`;
}

/** Bytes that came in one chunk, or in two of which the second begins at `cut`. */
export function wireOf(
	block: string | Uint8Array,
	offset: number,
	{ chunk = 1, time }: { readonly chunk?: number; readonly time: number },
	cut?: number,
): WireBytes {
	const bytes = typeof block === 'string' ? new TextEncoder().encode(block) : block;
	const { length } = bytes;
	const chunks =
		cut === undefined
			? [{ chunk, time, start: 0, length }]
			: [
					{ chunk: chunk - 1, time: time - 0.8, start: 0, length: cut },
					{ chunk, time, start: cut, length: length - cut },
				];
	return { offset, length, bytes, chunks };
}
