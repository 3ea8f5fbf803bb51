import type { SQLOutputValue } from 'node:sqlite';
import type { ConnectionDetails, Entry, EntryKind } from '../../domain/entry';
import { shortened } from '../../domain/words';
import { rowDataLength, type Row } from '../../protocol/messages';

/** A row of a result, by column. */
export type Columns = Record<string, SQLOutputValue>;

/*
 * Data is read as a blob: SQLite's text functions, and node:sqlite before Node 24, end text at its
 * first NUL, which a stream may well send.
 */

/** What {@link toRow} needs; to be followed by a condition. */
export const selectRows = `
	SELECT seq, kind, time, entry.type, id, note, size, gap, retry, chunk, place,
		last_event_id <> '' AND chunk IS NOT NULL AS has_id,
		substr(CAST(data AS BLOB), 1, ${rowDataLength * 4}) AS data
	FROM entry LEFT JOIN event_type ON kind = 'event' AND event_type.type = entry.type`;

/** What {@link toEntry} needs; to be followed by a condition. */
export const selectEntries = `
	SELECT seq, kind, time, type, CAST(data AS BLOB) AS data, id, last_event_id, retry, size, gap,
		attempt, chunk, offset, note, cut_bytes, details
	FROM entry`;

/** An entry as the grid shows it. */
export function toRow(columns: Columns): Row {
	return {
		seq: columns.seq as number,
		kind: columns.kind as EntryKind,
		time: columns.time as number,
		type: shortened(columns.type as string, rowDataLength),
		data: text(columns.data).slice(0, rowDataLength),
		size: columns.size as number,
		...(columns.id !== null && { id: shortened(columns.id as string, rowDataLength) }),
		...(columns.note !== null && { note: columns.note as string }),
		...(columns.gap !== null && { gap: columns.gap as number }),
		...(columns.retry !== null && { retry: columns.retry as number }),
		...(columns.chunk !== null && { chunk: columns.chunk as number }),
		...(columns.has_id === 1 && { canResume: true }),
		...(columns.place !== null && { typeIndex: columns.place as number }),
	};
}

/** An entry with all that is known of it. */
export function toEntry(columns: Columns): Entry {
	return {
		seq: columns.seq as number,
		kind: columns.kind as EntryKind,
		time: columns.time as number,
		type: columns.type as string,
		data: text(columns.data),
		lastEventId: columns.last_event_id as string,
		size: columns.size as number,
		attempt: columns.attempt as number,
		...(columns.id !== null && { id: columns.id as string }),
		...(columns.retry !== null && { retry: columns.retry as number }),
		...(columns.gap !== null && { gap: columns.gap as number }),
		...(columns.chunk !== null && { chunk: columns.chunk as number }),
		...(columns.offset !== null && { offset: columns.offset as number }),
		...(columns.note !== null && { note: columns.note as string }),
		...(columns.cut_bytes !== null && { cutBytes: columns.cut_bytes as number }),
		...(columns.details !== null && {
			details: JSON.parse(columns.details as string) as ConnectionDetails,
		}),
	};
}

/** A blob of UTF-8 as text. */
export function text(blob: SQLOutputValue | undefined): string {
	// For SQLite's `substr` a blob of no bytes is none.
	if (blob === null) return '';
	const bytes = blob as Uint8Array;
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}
