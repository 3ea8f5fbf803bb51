import type { DatabaseSync } from 'node:sqlite';
import type { WireBytes } from '../../protocol/wireBytes';
import { toSegment, type SegmentTable } from './segment';

/**
 * The first `maxBytes` of the bytes from `offset`, `length` in all, and the chunks that they came in.
 * `undefined` if they are not all in the capture.
 */
export function readWireBytes(
	database: DatabaseSync,
	table: SegmentTable,
	offset: number,
	length: number,
	maxBytes: number,
): WireBytes | undefined {
	const end = offset + Math.min(length, maxBytes);
	const rows = database
		.prepare(
			`SELECT * FROM ${table}
			WHERE offset >= (SELECT max(offset) FROM ${table} WHERE offset <= ?) AND offset < ?
			ORDER BY offset`,
		)
		.all(offset, end);
	const bytes = new Uint8Array(end - offset);
	const chunks: (WireBytes['chunks'][number] & { length: number })[] = [];
	let filled = 0;
	for (const segment of rows.map(toSegment)) {
		const from = Math.max(offset, segment.offset);
		const part = segment.bytes.subarray(from - segment.offset, end - segment.offset);
		bytes.set(part, from - offset);
		filled += part.length;
		let at = segment.offset;
		for (const { chunk, time, length: chunkLength } of segment.chunks) {
			const before = chunks.at(-1);
			// What was decoded from one chunk may lie in several rows.
			if (before?.chunk === chunk) before.length += chunkLength;
			else if (at < end && at + chunkLength > offset) {
				chunks.push({ chunk, time, start: at - offset, length: chunkLength });
			}
			at += chunkLength;
		}
	}
	if (filled < bytes.length) return undefined;
	return { offset, length, bytes, chunks };
}
