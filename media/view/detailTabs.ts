import type { CopyWhat } from '../../src/protocol/messages';
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
	private readonly buttons: Readonly<Record<DetailTab, HTMLButtonElement>>;
	private readonly copy: HTMLButtonElement;
	private readonly save: HTMLButtonElement;
	private current: DetailTab = 'data';
	private isConnection = false;
	private hasBytes = false;

	constructor(
		actions: TabActions,
		private readonly onSelect: () => void,
	) {
		const look = { class: 'tab', role: 'tab', 'aria-controls': 'detail-body' };
		const tab = (name: DetailTab) => clickable(look, () => this.select(name), words.tabs[name]);
		this.buttons = { data: tab('data'), raw: tab('raw'), wire: tab('wire') };
		const list = el('div', { class: 'd-tablist', role: 'tablist', 'aria-label': words.tabList });
		list.append(...detailTabs.map(name => this.buttons[name]));
		rove(list, horizontal, button => button.click());
		this.copy = iconButton('copy', strings.menu.copyData, () =>
			actions.copy(this.selected === 'data' ? 'data' : 'raw'),
		);
		this.save = iconButton('save', words.saveBytes, () => actions.saveBytes());
		this.element = div(
			'd-tabs',
			list,
			span('grow'),
			this.save,
			this.copy,
			iconButton('json', strings.menu.copyJson, () => actions.copy('json')),
			iconButton('go-to-file', words.openInEditor, () => actions.openData()),
		);
		this.update();
	}

	/** The tab that is shown. */
	get selected(): DetailTab {
		return this.hasBytes ? this.current : 'data';
	}

	/** The tab chosen last, which an entry of the connection may not have. */
	get wanted(): DetailTab {
		return this.current;
	}

	restore(tab: DetailTab): void {
		this.current = tab;
		this.update();
	}

	/** What happened to the connection may have no bytes on the wire, and else those of the attempt. */
	setEntry(isConnection: boolean, hasBytes: boolean): void {
		this.isConnection = isConnection;
		this.hasBytes = hasBytes;
		this.update();
	}

	focus(): void {
		this.buttons[this.selected].focus();
	}

	private select(tab: DetailTab): void {
		if (tab === this.current) return;
		this.current = tab;
		this.update();
		this.onSelect();
	}

	private update(): void {
		for (const name of detailTabs) {
			const button = this.buttons[name];
			button.hidden = !this.hasBytes && name !== 'data';
			setAttribute(button, 'aria-selected', String(name === this.selected));
			button.tabIndex = name === this.selected ? 0 : -1;
		}
		this.save.hidden = !(this.isConnection && this.hasBytes);
		this.copy.hidden = this.isConnection && this.selected !== 'data';
		const { copyData, copyRaw } = strings.menu;
		setLabel(this.copy, this.selected === 'data' ? copyData : copyRaw);
	}
}
