import type { CopyWhat } from '../../src/protocol/fromWebview';
import { strings } from '../../src/protocol/strings';
import { detailTabs, type DetailTab } from '../model/viewState';
import { clickable, div, el, iconButton, setAttribute, setLabel, span } from './dom';
import { horizontal, rove } from './roving';

const words = strings.details;

interface TabActions {
	copy(what: CopyWhat): void;
	openData(): void;
	saveBytes(): void;
}

/** The line of tabs, and what can be done with what they show. */
export class DetailTabs {
	readonly element: HTMLElement;
	readonly #buttons: ReadonlyMap<DetailTab, HTMLButtonElement>;
	readonly #copy: HTMLButtonElement;
	readonly #save: HTMLButtonElement;
	#current: DetailTab = 'data';
	#isConnection = false;
	#available: readonly DetailTab[] = ['data'];
	readonly #onSelect: () => void;

	constructor(actions: TabActions, copyShown: (tab: DetailTab) => void, onSelect: () => void) {
		this.#onSelect = onSelect;
		const look = { class: 'tab', role: 'tab', 'aria-controls': 'detail-body' };
		const tab = (name: DetailTab) => clickable(look, () => this.#select(name), words.tabs[name]());
		this.#buttons = new Map(detailTabs.map(name => [name, tab(name)]));
		const list = el('div', { class: 'd-tablist', role: 'tablist', 'aria-label': words.tabList() });
		list.append(...this.#buttons.values());
		rove(list, horizontal, button => button.click());
		this.#copy = iconButton('copy', words.copyData(), () => copyShown(this.selected));
		this.#save = iconButton('save', words.saveBytes(), () => actions.saveBytes());
		this.element = div(
			'd-tabs',
			list,
			span('grow'),
			this.#save,
			this.#copy,
			iconButton('json', words.copyJson(), () => actions.copy('json')),
			iconButton('go-to-file', words.openInEditor(), () => actions.openData()),
		);
		this.#update();
	}

	/** Says on hover what is under each. */
	explain(about: Readonly<Record<DetailTab, () => string>>): void {
		for (const [name, button] of this.#buttons) setAttribute(button, 'title', about[name]());
	}

	/** The tab that is shown. */
	get selected(): DetailTab {
		return this.#available.includes(this.#current) ? this.#current : 'data';
	}

	/** The tab chosen last, which not every entry has. */
	get wanted(): DetailTab {
		return this.#current;
	}

	restore(tab: DetailTab): void {
		this.#current = tab;
		this.#update();
	}

	/** @param available the tabs that the entry has. */
	setEntry(isConnection: boolean, available: readonly DetailTab[]): void {
		this.#isConnection = isConnection;
		this.#available = available;
		this.#update();
	}

	focus(): void {
		this.#buttons.get(this.selected)?.focus();
	}

	#select(tab: DetailTab): void {
		if (tab === this.#current) return;
		this.#current = tab;
		this.#update();
		this.#onSelect();
	}

	#update(): void {
		for (const [name, button] of this.#buttons) {
			button.hidden = !this.#available.includes(name);
			setAttribute(button, 'aria-selected', String(name === this.selected));
			button.tabIndex = name === this.selected ? 0 : -1;
		}
		this.#save.hidden = !(this.#isConnection && this.#available.includes('raw'));
		this.#copy.hidden = this.#isConnection && this.selected !== 'data';
		const { copyData, copyRaw, copyText } = words;
		const labels = {
			text: copyText,
			data: copyData,
			changes: copyData,
			raw: copyRaw,
			wire: copyRaw,
		};
		setLabel(this.#copy, labels[this.selected]());
	}
}
