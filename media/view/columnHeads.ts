import { strings } from '../../src/protocol/strings';
import type { Columns } from '../model/columns/columns';
import type { ColumnPlan } from '../model/columns/plan';
import { isBuiltIn } from '../model/columns/sizes';
import { inertLine } from '../model/inert';
import { titleOf } from './columnTitle';
import type { ColumnActions } from './columnActions';
import type { ColumnTools } from './columnTools';
import { el, icon, iconButton, on, setAttribute, setLabel, setLine, span } from './dom';
import { loadOnDemand } from './loadOnDemand';

const words = strings.columns;

/** The line of column headers; one tab stop. What hands and keys do to columns is loaded when they do it. */
export class ColumnHeads {
	readonly element = el('div', { class: 'row head', role: 'row', 'aria-rowindex': 1 });
	readonly #cells = new Map<string, HTMLElement>();
	readonly #dataPath = span('ell');
	readonly #dataButton = el('button', { class: 'data-path', tabindex: -1 });
	readonly #more = iconButton('kebab-vertical', words.more(), () => {});
	#plan: ColumnPlan | undefined;
	#shownPath: string | undefined = '';
	#tools: ColumnTools | undefined;
	/** The header that had the focus last. */
	#visited: EventTarget | null = null;
	readonly #columns: Columns;
	readonly #actions: ColumnActions;

	constructor(columns: Columns, actions: ColumnActions) {
		this.#columns = columns;
		this.#actions = actions;
		this.#dataButton.append(this.#dataPath, icon('chevron-down'));
		this.#more.tabIndex = -1;
		// For the mouse: all that it offers stands in the menus of the headers, which are what a row may have.
		setAttribute(this.#more, 'aria-hidden', 'true');
		const { element } = this;
		on(element, 'pointerenter', () => void this.#load());
		on(element, 'focusin', ({ target }) => {
			this.#visited = target;
			this.#stopAt(target);
			void this.#load();
		});
		for (const type of ['pointerdown', 'dblclick', 'contextmenu', 'keydown', 'click'] as const) {
			on(element, type, event => this.#take(event));
		}
	}

	update(): void {
		const { plan, settings } = this.#columns;
		const { dataPath } = settings;
		if (plan === this.#plan && dataPath === this.#shownPath) return;
		this.#plan = plan;
		this.#shownPath = dataPath;
		const active = document.activeElement;
		const dataPlace = plan.columns.findIndex(({ name }) => name === 'data');
		const cells = plan.columns.map(({ name, place }, shownPlace) => {
			const cell = this.#cellOf(name);
			setAttribute(cell, 'aria-colindex', place + 1);
			cell.classList.toggle('is-after-data', shownPlace > dataPlace);
			return cell;
		});
		setLine(this.#dataPath, dataPath?.replace(/^data\.?/, '') ?? '');
		const label =
			dataPath === undefined ? words.choosePath() : words.dataShows(inertLine(dataPath));
		setLabel(this.#dataButton, label);
		setAttribute(this.#cellOf('data'), 'aria-description', dataPath && label);
		this.element.replaceChildren(...cells, this.#more);
		// What is put in anew has lost the focus.
		if (active instanceof HTMLElement && cells.includes(active)) active.focus();
		// Until one has been on it, the first, also when it is shown only once there is room.
		this.#stopAt(cells.find(cell => cell === this.#visited) ?? cells[0]);
	}

	/** The header of a column; made if there is none. */
	#cellOf(name: string): HTMLElement {
		let cell = this.#cells.get(name);
		if (cell !== undefined) return cell;
		const title = titleOf(name);
		const look = isBuiltIn(name) ? `c-${name}` : 'c-own';
		cell = el(
			'span',
			{ class: look, role: 'columnheader', tabindex: -1 },
			span('ell', el('bdi', {}, title)),
		);
		setAttribute(cell, 'aria-haspopup', 'menu');
		setAttribute(cell, 'data-column', name);
		// Its button has words of its own.
		if (name === 'data') setAttribute(cell, 'aria-label', title);
		if (!isBuiltIn(name)) setAttribute(cell, 'title', words.own(title));
		cell.append(name === 'data' ? this.#dataButton : el('i', { class: 'sash' }));
		this.#cells.set(name, cell);
		return cell;
	}

	#stopAt(target: EventTarget | null | undefined): void {
		const cells = [...this.#cells.values()];
		if (!cells.some(cell => cell === target)) return;
		for (const cell of cells) cell.tabIndex = cell === target ? 0 : -1;
	}

	#take(event: Event): void {
		if (this.#tools !== undefined) return this.#tools.take(event);
		// In a moment; meanwhile nothing else is to come of it.
		const isTab = event instanceof KeyboardEvent && event.key === 'Tab';
		if (event.type === 'contextmenu' || (event.type === 'keydown' && !isTab))
			event.preventDefault();
		let isWanted = true;
		// The hand has let go by then, and would drag all the same.
		if (event.type === 'pointerdown') {
			addEventListener('pointerup', () => (isWanted = false), { once: true });
		}
		this.#load().then(
			tools => {
				if (isWanted) tools.take(event);
			},
			// That goes wrong if the extension was updated or removed beneath the page: nothing happens then.
			() => {},
		);
	}

	async #load(): Promise<ColumnTools> {
		const { ColumnTools: Tools } = await loadOnDemand();
		return (this.#tools ??= new Tools(this.#columns, this.element, this.#actions));
	}
}
