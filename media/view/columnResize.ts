import { withWidth } from '../model/columns/change';
import type { Columns } from '../model/columns/columns';
import { minWidthPx } from '../model/columns/sizes';
import { followPointer } from './followPointer';

/** Makes a column as wide as the pointer pulls its border, until it is let go; Escape takes it back. */
export function resizeColumn(
	columns: Columns,
	head: HTMLElement,
	name: string,
	startX: number,
): void {
	const { settings } = columns;
	const startPx = columns.widths.px.get(name);
	const cell = head.querySelector(`[data-column="${CSS.escape(name)}"]`);
	const sash = cell?.querySelector<HTMLElement>('.sash');
	if (startPx === undefined || !cell || !sash) return;
	// Data has what is left: the border is on the side where it is.
	const direction = cell.classList.contains('is-after-data') ? -1 : 1;
	const dataPx = head.querySelector('[data-column="data"]')!.getBoundingClientRect().width;
	const maxPx = startPx + Math.max(0, dataPx - minWidthPx('data'));
	cell.classList.add('is-resized');
	let hasMoved = false;
	followPointer(sash, {
		move: clientX => {
			hasMoved ||= Math.abs(clientX - startX) > 1;
			const px = Math.min(maxPx, startPx + direction * (clientX - startX));
			if (hasMoved) columns.take(withWidth(settings, name, px));
		},
		end: isCancelled => {
			cell.classList.remove('is-resized');
			if (isCancelled) columns.take(settings);
			else if (hasMoved) columns.set(columns.settings);
		},
	});
}
