import type { Marks } from '../../src/domain/query/marks';
import { countText } from '../../src/domain/words';
import { strings } from '../../src/protocol/strings';
import type { Tick } from '../../src/protocol/tick';
import type { BookmarkSet } from '../model/bookmarks';
import type { Columns } from '../model/columns/columns';
import type { Frame } from '../model/frame';
import { thumbOf, topOfThumb } from '../model/scrollbar';
import type { Timeline } from '../model/timeline';
import { rowHeightPx } from '../model/viewport';
import { ColumnHeads } from './columnHeads';
import type { ColumnActions } from './columnActions';
import { el, div, on, setAttribute } from './dom';
import { rowId, RowView } from './row';
import { Scrollbar } from './scrollbar';

/** What a time of day needs, in px. */
const clockPx = 88;

/** As wide as the style sheet has it. */
const marginPx = 16;

/** What the grid's keys and clicks do beyond moving in it. */
export interface GridActions extends ColumnActions {
	/** Something moved: paint. */
	moved(): void;
	openMenu(at: { x: number; y: number }): void;
	focusDetails(): void;
	closeDetails(): void;
	copyData(): void;
	/** Of the selected entry, if no other is named. */
	toggleBookmark(seq?: number): void;
}

/** The list of entries: a few row elements that show what is in sight of any number of rows. */
export class Grid {
	readonly element: HTMLElement;
	readonly #spacer = div('spacer');
	readonly #layer = div('layer');
	readonly #scroller: HTMLElement;
	readonly #view: HTMLElement;
	readonly #heads: ColumnHeads;
	readonly #scrollbar: Scrollbar;
	readonly #rows: RowView[] = [];
	readonly #content = div('pool');
	#isMovedByPlatform = false;
	#nativeTopPx = 0;
	#tracks = '';
	readonly #timeline: Timeline;
	readonly #columns: Columns;
	readonly #actions: GridActions;

	constructor(timeline: Timeline, columns: Columns, actions: GridActions) {
		this.#columns = columns;
		this.#timeline = timeline;
		this.#actions = actions;
		this.#layer.append(this.#content);
		this.#spacer.append(this.#layer);
		this.#scroller = el('div', { class: 'rows', role: 'rowgroup', tabindex: -1 }, this.#spacer);
		this.#scrollbar = new Scrollbar(px => this.scroll(v => v.scrollTo(topOfThumb(v, px))));
		this.#view = div('viewport', this.#scroller, this.#scrollbar.element);
		this.#heads = new ColumnHeads(columns, actions);
		const head = this.#heads.element;
		this.element = el('div', { class: 'grid', role: 'grid', tabindex: 0 }, head, this.#view);
		setAttribute(this.element, 'aria-label', strings.grid.label());
		on(this.#scroller, 'scroll', () => this.#onNativeScroll());
		on(this.#scroller, 'scrollend', () => {
			this.#isMovedByPlatform = false;
			this.#actions.moved();
		});
	}

	/** The room there is for the grid, in px. */
	resize(widthPx: number, heightPx: number): void {
		const { selection, viewport } = this.#timeline;
		const { index } = selection;
		const { from, to } = viewport.visible;
		this.#columns.setRoom(widthPx);
		viewport.resize(heightPx - this.#heads.element.offsetHeight);
		// The details opened below must not cover the row they are about.
		if (index !== undefined && index >= from && index < to) viewport.reveal(index);
	}

	scroll(move: Parameters<Timeline['scrolled']>[0]): void {
		this.#timeline.scrolled(move);
		this.#actions.moved();
	}

	/** The place among the rows on screen at a height of the page; -1 if none is there. */
	placeAt(clientY: number): number {
		const top = this.#content.getBoundingClientRect().top;
		const place = Math.floor((clientY - top) / rowHeightPx);
		return place < (this.#timeline.shown?.rows.length ?? 0) ? place : -1;
	}

	/** Whether a place of the page is in the margin of the rows, where bookmarks are. */
	isInMargin(clientX: number): boolean {
		return clientX - this.#content.getBoundingClientRect().left < marginPx;
	}

	/** Where a menu about the selected row belongs. */
	get menuPoint(): { x: number; y: number } {
		const { bottom, left } = (
			this.element.querySelector('.row.selected') ?? this.#view
		).getBoundingClientRect();
		return { x: left + 60, y: bottom };
	}

	paint(
		frame: Frame,
		{ total, status: { received } }: Tick,
		marks: Marks,
		bookmarks: BookmarkSet,
	): void {
		const { viewport, selection } = this.#timeline;
		setAttribute(this.element, 'aria-rowcount', total + 1);
		const heightPx = Math.min(viewport.contentPx, viewport.heightPx);
		this.#view.style.height = `${heightPx}px`;
		this.#spacer.style.height = `${viewport.spacerPx}px`;
		this.#layer.style.height = `${heightPx}px`;
		this.#fitColumns(frame, received);
		const columns = this.#columns;
		let active: string | undefined;
		frame.rows.forEach((row, place) => {
			const index = frame.from + place;
			const isSelected = row === undefined ? index === selection.index : row.seq === selection.seq;
			if (isSelected && row !== undefined) active = rowId(row.seq);
			const before = place === 0 ? frame.before : frame.rows[place - 1];
			this.#rowView(place).update(row, {
				index,
				isSelected,
				bookmark: row && bookmarks.labelOf(row.seq),
				marks,
				plan: columns.plan,
				dataPath: columns.settings.dataPath,
				timeText: row && columns.timeText(row, before),
				before,
				after: place === frame.rows.length - 1 ? frame.after : frame.rows[place + 1],
			});
		});
		this.#rows.forEach(({ element }, place) => (element.hidden = place >= frame.rows.length));
		this.#content.style.transform = `translateY(${-frame.cutPx}px)`;
		setAttribute(this.element, 'aria-activedescendant', active);
		this.#scrollbar.update(thumbOf(viewport));
		this.#placeNatively();
	}

	#rowView(place: number): RowView {
		let view = this.#rows[place];
		if (view === undefined) {
			view = new RowView();
			this.#rows.push(view);
			this.#content.append(view.element);
		}
		return view;
	}

	#fitColumns({ rows }: Frame, received: number): void {
		const columns = this.#columns;
		columns.fit(countText(received).replace(/\D/g, '').length, rows);
		const { plan, widths, settings } = columns;
		const { element } = this;
		if (widths.tracks !== this.#tracks) element.style.setProperty('--cols', widths.tracks);
		this.#tracks = widths.tracks;
		setAttribute(element, 'aria-colcount', plan.count);
		element.classList.toggle('is-compact', plan.isCompact);
		element.classList.toggle('has-durations', settings.time !== 'absolute');
		// The hour goes first.
		element.classList.toggle('no-hour', (widths.px.get('time') ?? 0) < clockPx);
		this.#heads.update();
	}

	/** Brings the native position to where it belongs, unless a hand is moving it. */
	#placeNatively(): void {
		const { viewport } = this.#timeline;
		if (this.#isMovedByPlatform && !viewport.isAtEnd && viewport.topPx > 0) return;
		const top = viewport.project();
		if (top === this.#nativeTopPx) return;
		this.#nativeTopPx = top;
		this.#scroller.scrollTop = top;
	}

	#onNativeScroll(): void {
		const top = this.#scroller.scrollTop;
		if (Math.abs(top - this.#nativeTopPx) < 1) return;
		this.#isMovedByPlatform = true;
		this.#nativeTopPx = top;
		this.scroll(viewport => viewport.scrolledNatively(top));
	}
}
