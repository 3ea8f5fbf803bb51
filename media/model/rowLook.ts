import { isConnectionKind, type EntryKind } from '../../src/domain/entry';
import type { Row } from '../../src/protocol/row';

/** Codicons of the kinds; an event has the square of its type instead. */
export const kindIcons: Readonly<Record<Exclude<EntryKind, 'event'>, string>> = {
	comment: 'comment',
	retry: 'history',
	id: 'tag',
	ignored: 'warning',
	incomplete: 'issue-draft',
	connecting: 'arrow-swap',
	open: 'circle-filled',
	waiting: 'history',
	closed: 'circle-outline',
	failed: 'error',
};

/** Where a row stands in a run of the connection's rows, or of rows that came in one chunk. */
export interface RowNeighbours {
	readonly before?: Row | undefined;
	readonly after?: Row | undefined;
}

/** Whether a run of the connection's rows begins and ends here. */
export function bandEdges(
	row: Row,
	{ before, after }: RowNeighbours,
): {
	isFirst: boolean;
	isLast: boolean;
} {
	const isBand = (other: Row | undefined) => other !== undefined && isConnectionKind(other.kind);
	return { isFirst: isBand(row) && !isBand(before), isLast: isBand(row) && !isBand(after) };
}

export type ChunkPlace = 'first' | 'middle' | 'last';

/** Its place among rows that came in the same chunk; `undefined` if it came alone. */
export function chunkPlace(row: Row, { before, after }: RowNeighbours): ChunkPlace | undefined {
	if (row.chunk === undefined) return undefined;
	const isAfter = before?.chunk === row.chunk;
	const isBefore = after?.chunk === row.chunk;
	if (isAfter) return isBefore ? 'middle' : 'last';
	return isBefore ? 'first' : undefined;
}
