import type { Viewport } from './viewport';

/** A thumb never gets harder to catch than this. */
const minThumbPx = 20;

/** Where the thumb stands on a track as high as the view, in px. */
export interface Thumb {
	readonly topPx: number;
	readonly heightPx: number;
}

/** `undefined` where everything is in sight. */
export function thumbOf(viewport: Viewport): Thumb | undefined {
	const { heightPx, contentPx, maxTopPx } = viewport;
	if (maxTopPx <= 0 || heightPx <= 0) return undefined;
	const thumbPx = Math.min(
		heightPx,
		Math.max(minThumbPx, Math.round((heightPx / contentPx) * heightPx)),
	);
	return {
		topPx: Math.round((viewport.topPx / maxTopPx) * (heightPx - thumbPx)),
		heightPx: thumbPx,
	};
}

/** The position in the list that belongs to a thumb at `thumbTopPx`. */
export function topOfThumb(viewport: Viewport, thumbTopPx: number): number {
	const thumb = thumbOf(viewport);
	if (thumb === undefined) return 0;
	const roomPx = viewport.heightPx - thumb.heightPx;
	if (roomPx <= 0) return 0;
	return Math.min(1, Math.max(0, thumbTopPx / roomPx)) * viewport.maxTopPx;
}
