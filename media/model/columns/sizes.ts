import { builtInColumns, type BuiltInColumn, type TimeMode } from '../../../src/protocol/columns';

/** What is known of the widths of contents, in characters. */
export interface ContentLengths {
	/** Digits of the largest number. */
	readonly seq: number;
	/** The longest ID that came by. */
	readonly id: number;
}

interface Size {
	readonly widthPx: number;
	readonly minPx: number;
	/** The column goes when Data would have no more room than this beside it; absent: it stays. */
	readonly leavesAtPx?: number;
}

const sizes: Readonly<Record<BuiltInColumn, Size>> = {
	seq: { widthPx: 56, minPx: 36, leavesAtPx: 90 },
	time: { widthPx: 96, minPx: 60 },
	gap: { widthPx: 80, minPx: 52, leavesAtPx: 80 },
	type: { widthPx: 112, minPx: 48 },
	id: { widthPx: 62, minPx: 36, leavesAtPx: 100 },
	data: { widthPx: 0, minPx: 60 },
	size: { widthPx: 68, minPx: 48, leavesAtPx: 152 },
	retry: { widthPx: 50, minPx: 40, leavesAtPx: 182 },
};
const own: Size = { widthPx: 0, minPx: 48, leavesAtPx: 80 };

/** In which order columns go when there is little room; then the user's own, the last first. */
export const leaveOrder: readonly BuiltInColumn[] = ['retry', 'size', 'id', 'seq', 'gap'];

/** In a narrow list. */
const compactWidthsPx: Readonly<Record<string, number>> = { time: 76, gap: 62, type: 102 };
/** A duration since the beginning may have minutes and milliseconds. */
const sinceStartPx = 112;
const characterPx = 7.25;

/** The least width of a column, in px. */
export function minWidthPx(column: string): number {
	return sizeOf(column).minPx;
}

/** Where a column goes for want of room, unless it is to stay. */
export function leavesAtPx(column: string): number {
	return sizeOf(column).leavesAtPx ?? -Infinity;
}

/** The width of a column that nobody has set, in px. */
export function naturalWidthPx(
	column: string,
	lengths: ContentLengths,
	time: TimeMode,
	isCompact: boolean,
): number {
	if (column === 'seq') return sizes.seq.widthPx + 8 * Math.max(0, lengths.seq - 4);
	if (column === 'id') {
		return Math.min(120, Math.max(sizes.id.widthPx, 13 + lengths.id * characterPx));
	}
	if (column === 'time' && time === 'sinceStart') return sinceStartPx;
	const compactPx = isCompact ? compactWidthsPx[column] : undefined;
	if (compactPx !== undefined) return compactPx;
	if (isBuiltIn(column)) return sizes[column].widthPx;
	return Math.round(Math.min(200, Math.max(80, 20 + column.length * characterPx)));
}

export function isBuiltIn(column: string): column is BuiltInColumn {
	return (builtInColumns as readonly string[]).includes(column);
}

function sizeOf(column: string): Size {
	return isBuiltIn(column) ? sizes[column] : own;
}
