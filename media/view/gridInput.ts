import type { Timeline } from '../model/timeline';
import { rowHeightPx } from '../model/viewport';
import { on } from './dom';
import type { Grid, GridActions } from './grid';

/** The hand at the grid: mouse, wheel and keys. */
export class GridInput {
	/** Parts of a pixel that the wheel has turned. */
	#restPx = 0;
	readonly #grid: Grid;
	readonly #timeline: Timeline;
	readonly #actions: GridActions;

	constructor(grid: Grid, timeline: Timeline, actions: GridActions) {
		this.#grid = grid;
		this.#timeline = timeline;
		this.#actions = actions;
		const { element } = grid;
		element.addEventListener('wheel', event => this.#onWheel(event), { passive: false });
		on(element, 'mousedown', event => this.#onMouseDown(event));
		on(element, 'contextmenu', event => this.#onContextMenu(event));
		on(element, 'keydown', event => this.#onKey(event));
	}

	#onWheel(event: WheelEvent): void {
		// With Ctrl it is a zoom, sideways there is nothing.
		if (event.ctrlKey || event.deltaY === 0) return;
		event.preventDefault();
		const unitPx = [1, rowHeightPx, this.#timeline.viewport.heightPx][event.deltaMode] ?? 1;
		this.#restPx += event.deltaY * unitPx;
		const px = Math.trunc(this.#restPx);
		this.#restPx -= px;
		if (px !== 0) this.#grid.scroll(viewport => viewport.scrollTo(viewport.topPx + px));
	}

	#onMouseDown(event: MouseEvent): void {
		if (event.button !== 0 || !isOnRows(event)) return;
		event.preventDefault();
		this.#grid.element.focus({ preventScroll: true });
		const place = this.#grid.placeAt(event.clientY);
		if (this.#grid.isInMargin(event.clientX)) {
			const row = this.#timeline.shown?.rows[place];
			if (row !== undefined) this.#actions.toggleBookmark(row.seq);
			return;
		}
		this.#timeline.selectShown(place);
		this.#actions.moved();
	}

	#onContextMenu(event: MouseEvent): void {
		event.preventDefault();
		if (isOnHead(event)) return;
		if (event.button === 2) {
			if (!isOnRows(event)) return;
			this.#grid.element.focus({ preventScroll: true });
			this.#timeline.selectShown(this.#grid.placeAt(event.clientY));
			this.#actions.moved();
			this.#actions.openMenu({ x: event.clientX, y: event.clientY });
		} else if (!this.#timeline.selection.isEmpty) {
			this.#actions.openMenu(this.#grid.menuPoint);
		}
	}

	#onKey(event: KeyboardEvent): void {
		if (event.altKey || isOnHead(event)) return;
		if (event.ctrlKey || event.metaKey) {
			if (event.key.toLowerCase() !== 'c' || event.shiftKey) return;
			this.#actions.copyData();
		} else if (event.key === 'Enter') this.#actions.focusDetails();
		else if (event.key === 'Escape') this.#actions.closeDetails();
		else if (!this.#move(event.key)) return;
		event.preventDefault();
		this.#actions.moved();
	}

	/** Moves the selection; `false` if the key is not for that. */
	#move(key: string): boolean {
		const timeline = this.#timeline;
		const last = (timeline.tick?.total ?? 0) - 1;
		if (key === 'End' && (timeline.selection.index ?? last) === last) {
			timeline.follow();
			return true;
		}
		const page = timeline.viewport.pageRows - 1;
		const steps: Record<string, number> = {
			ArrowUp: -1,
			ArrowDown: 1,
			PageUp: -page,
			PageDown: page,
			Home: -Infinity,
			End: Infinity,
		};
		const step = steps[key];
		if (step === undefined) return false;
		timeline.move(step);
		return true;
	}
}

function isOnRows(event: MouseEvent): boolean {
	return event.target instanceof Element && event.target.closest('.pool') !== null;
}

/** The headers have ways of their own. */
function isOnHead(event: Event): boolean {
	return event.target instanceof Element && event.target.closest('.head') !== null;
}
