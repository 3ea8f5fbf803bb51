import type { SQLOutputValue } from 'node:sqlite';

/** `segment` has the bodies decoded, `coded_segment` those with a content coding as received. */
export type SegmentTable = 'segment' | 'coded_segment';

/** A row of either table: chunks of one attempt, side by side. */
export interface Segment {
	/** The place of the first byte among all that the table gets. */
	readonly offset: number;
	readonly attempt: number;
	readonly bytes: Uint8Array;
	readonly chunks: readonly Chunk[];
}

interface Chunk {
	/** From 1 through all attempts. */
	readonly chunk: number;
	/** Ms since the epoch. */
	readonly time: number;
	readonly length: number;
}

/** The blob for `numbers`: length and time of each chunk in turn. */
export function chunkTable(numbers: readonly number[]): Uint8Array {
	// An array of float64 has the machine's byte order; all that run VS Code are little-endian.
	return new Uint8Array(Float64Array.from(numbers).buffer);
}

/** The row as an object. */
export function toSegment(row: Record<string, SQLOutputValue>): Segment {
	const firstChunk = Number(row.first_chunk);
	const table = row.chunks as Uint8Array;
	const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
	const chunks = Array.from({ length: table.byteLength / 16 }, (_, index) => ({
		chunk: firstChunk + index,
		length: view.getFloat64(index * 16, true),
		time: view.getFloat64(index * 16 + 8, true),
	}));
	return {
		offset: Number(row.offset),
		attempt: Number(row.attempt),
		bytes: row.bytes as Uint8Array,
		chunks,
	};
}
