import { aboutColumns, columnWords as words } from '../../src/protocol/columnWords';
import { withPlace, withWidth } from '../model/columns/change';
import type { Columns } from '../model/columns/columns';
import { dragColumn } from './columnDrag';
import type { ColumnActions } from './columnActions';
import { columnMenu } from './columnMenu';
import { resizeColumn } from './columnResize';
import { titleOf } from './columnTitle';
import { on, setAttribute } from './dom';
import { openMenu } from './menu';

/** What a key makes a column wider or narrower by. */
const stepPx = 8;

/** What hands and keys do to the columns of the grid. */
export class ColumnTools {
	readonly #columns: Columns;
	readonly #head: HTMLElement;
	readonly #actions: ColumnActions;

	constructor(columns: Columns, head: HTMLElement, actions: ColumnActions) {
		this.#columns = columns;
		this.#head = head;
		this.#actions = actions;
		this.#explain();
		// Those that were hidden before.
		on(head, 'pointerover', () => this.#explain());
	}

	/** Says on hover what is in a column. */
	#explain(): void {
		for (const [name, text] of Object.entries(aboutColumns)) {
			const cell = this.#head.querySelector(`[data-column=${name}]`);
			if (cell !== null) setAttribute(cell, 'title', text());
		}
	}

	/** Does what an event at the headers is for. */
	take(event: Event): void {
		const target = event.target as Element;
		const cell = target.closest<HTMLElement>('[data-column]');
		const name = cell?.dataset.column;
		const isBorder = target.classList.contains('sash');
		if (event instanceof KeyboardEvent) {
			if (cell === null || name === undefined || !this.#key(event, name, cell)) return;
			event.preventDefault();
		} else if (event.type === 'contextmenu' && event instanceof MouseEvent) {
			event.preventDefault();
			// By key it comes from the cell that has the focus.
			const at = event.button === 2 ? { x: event.clientX, y: event.clientY } : undefined;
			this.#openMenu(name, cell ?? this.#head, at);
		} else if (event.type === 'click') {
			const button = target.closest('button');
			if (button !== null) this.#openMenu(name, button);
		} else if (event.type === 'dblclick') {
			if (isBorder && name !== undefined) this.fit(name);
		} else if (event instanceof PointerEvent && event.button === 0 && name !== undefined) {
			if (isBorder) resizeColumn(this.#columns, this.#head, name, event.clientX);
			else if (target.closest('button') === null) {
				dragColumn(this.#columns, this.#head, name, event.clientX);
			}
		}
	}

	/** @param name without one the menu is about all of them. */
	#openMenu(name: string | undefined, below: Element, at?: { x: number; y: number }): void {
		const choosePath = (use: 'column' | 'data') => this.#actions.chooseColumnPath(use);
		const tools = { move: this.#move, resize: this.#resize, fit: this.fit, choosePath };
		const { left, right, bottom } = below.getBoundingClientRect();
		const isRight = name === undefined;
		const point = at ?? { x: isRight ? right : left, y: bottom, isRight };
		openMenu(words.menu(), columnMenu(this.#columns, name, tools), point);
	}

	/** `false` if the key is not for a header. */
	#key(event: KeyboardEvent, name: string, cell: HTMLElement): boolean {
		const { key, shiftKey, altKey } = event;
		const isCommand = event.ctrlKey || event.metaKey;
		if (altKey || (isCommand && !shiftKey)) return false;
		const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
		if (key === 'Enter' || key === ' ') this.#openMenu(name, cell);
		else if (key === 'ArrowDown' || key === 'Escape') this.#actions.leave();
		else if (step !== undefined && isCommand) this.#move(name, step);
		else if (step !== undefined && shiftKey) this.#resize(name, step);
		else if (step !== undefined || key === 'Home' || key === 'End') {
			const cells = [...this.#head.querySelectorAll<HTMLElement>('[data-column]')];
			const next = (cells.indexOf(cell) + (step ?? 0)) % cells.length;
			cells.at(step === undefined ? (key === 'Home' ? 0 : -1) : next)?.focus();
		} else return false;
		return true;
	}

	/** Makes a column as wide as what is in it now. */
	readonly fit = (name: string): void => {
		const place = this.#columns.plan.columns.findIndex(column => column.name === name);
		const grid = this.#head.parentElement;
		if (place < 0 || name === 'data' || grid === null) return;
		const { tracks } = this.#columns.widths;
		const { px } = this.#columns.widths;
		const track = (each: string) => (each === name ? 'max-content' : `${px.get(each) ?? 0}px`);
		const measured = this.#columns.plan.columns.map(column => track(column.name));
		grid.style.setProperty('--cols', measured.join(' '));
		const cells = [...grid.querySelectorAll<HTMLElement>('.row:not(.life, [hidden])')];
		const widths = cells.map(row => row.children[place]?.getBoundingClientRect().width ?? 0);
		grid.style.setProperty('--cols', tracks);
		this.#setWidth(name, Math.ceil(Math.max(...widths)));
	};

	readonly #move = (name: string, step: number): void => {
		const names = this.#columns.plan.columns.map(column => column.name);
		const to = names.indexOf(name) + step;
		if (to < 0 || to >= names.length) return;
		const before = step < 0 ? names[to] : names[to + 1];
		this.#columns.set(withPlace(this.#columns.settings, name, before));
		this.#actions.say(words.place(titleOf(name), to + 1, names.length));
	};

	readonly #resize = (name: string, step: number): void => {
		const px = this.#columns.widths.px.get(name);
		if (px !== undefined) this.#setWidth(name, px + step * stepPx);
	};

	#setWidth(name: string, widthPx: number): void {
		this.#columns.set(withWidth(this.#columns.settings, name, widthPx));
		const px = this.#columns.widths.px.get(name) ?? 0;
		this.#actions.say(words.width(titleOf(name), px));
	}
}
