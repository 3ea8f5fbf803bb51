import type { Frame } from './frame';
import type { RowCache, Span } from './rowCache';
import type { Viewport } from './viewport';

/** What is in sight of the first `rowCount` rows. */
export function frameAt(viewport: Viewport, cache: RowCache, rowCount: number): Frame {
	viewport.setRowCount(rowCount);
	const { from, to, cutPx } = viewport.visible;
	const rows = Array.from({ length: to - from }, (_, place) => cache.get(from + place));
	return {
		epoch: cache.epoch,
		from,
		rows,
		cutPx,
		before: cache.get(from - 1),
		after: cache.get(to),
	};
}

/** While following: the newest rows that are here, if not the very newest; never back behind `shown`. */
export function tailFrame(
	viewport: Viewport,
	cache: RowCache,
	total: number,
	shown: Frame | undefined,
): Frame {
	const frameAtEnd = (rowCount: number) => {
		viewport.setRowCount(Math.min(rowCount, total));
		viewport.scrollToEnd();
		return frameAt(viewport, cache, viewport.rowCount);
	};
	for (const rowCount of [total, cache.latestEnd]) {
		const frame = frameAtEnd(rowCount);
		const isForward = shown?.epoch !== frame.epoch || frame.from >= shown.from;
		if (isForward && frame.rows.length > 0 && !frame.rows.includes(undefined)) return frame;
	}
	return frameAtEnd(total);
}

/** The rows that must be here for what is in sight, and those that are fetched with them. */
export function wantedRows(
	viewport: Viewport,
	total: number,
	isFollowing: boolean,
): { readonly near: Span; readonly far: Span } {
	const { from, to } = viewport.visible;
	const page = to - from;
	const end = isFollowing ? total : to;
	// While following, what comes is below and what was is here.
	const nearRows = isFollowing ? 1 : Math.ceil(page / 2);
	const clip = (first: number, last: number): Span => ({
		from: Math.max(0, first),
		to: Math.min(total, last),
	});
	return {
		near: clip(end - page - nearRows, end + nearRows),
		far: clip(end - 2 * page, end + page),
	};
}
