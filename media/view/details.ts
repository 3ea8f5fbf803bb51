import { isConnectionKind } from '../../src/domain/entry';
import type { JsonPath } from '../../src/domain/query/query';
import type { ShownEntry } from '../../src/protocol/about/about';
import type { Row } from '../../src/protocol/row';
import { kindWord } from '../../src/protocol/kindWords';
import { strings } from '../../src/protocol/strings';
import type { Clock } from '../../src/base/clock';
import { clockText } from '../model/figures';
import type { DetailTab } from '../model/viewState';
import type { DataActions } from './dataView';
import type { DetailActions } from './detailActions';
import { DetailTabs } from './detailTabs';
import type { DetailViews } from './detailViews';
import { div, el, iconButton, on, setAttribute, setLine, setText, span } from './dom';
import { loadOnDemand } from './loadOnDemand';
import { mark, paintMark } from './mark';
import { Properties } from './properties';

const words = strings.details;

/** More types than these have no colour of their own to remember. */
const maxTypes = 10_000;

/** One entry in full. */
export class Details {
	readonly element: HTMLElement;
	readonly properties: Properties;
	readonly tabs: DetailTabs;
	readonly #titleMark = mark();
	readonly #name = el('b', { class: 'ell' });
	readonly #place = span('dim ell grow');
	readonly #body: HTMLElement;
	#views: DetailViews | undefined;
	#isLoading = false;
	readonly #typeIndexes = new Map<string, number>();
	#shown: ShownEntry | undefined;
	/** Where the pieces of a text stand in the data, if that was said by hand. */
	textPath: JsonPath | undefined;
	readonly #actions: DetailActions;
	readonly #clock: Clock;

	constructor(actions: DetailActions, clock: Clock) {
		this.#actions = actions;
		this.#clock = clock;
		const copyShown = (tab: DetailTab) => this.#copyShown(tab);
		this.tabs = new DetailTabs(actions, copyShown, () => {
			this.#render();
			actions.changed();
		});
		this.properties = new Properties(() => actions.changed());
		this.#body = el('div', { class: 'd-body', id: 'detail-body', role: 'tabpanel' });
		const title = div(
			'd-title',
			this.#titleMark,
			this.#name,
			this.#place,
			iconButton('arrow-up', words.previous(), () => actions.step(-1)),
			iconButton('arrow-down', words.next(), () => actions.step(1)),
			iconButton('close', words.close(), () => actions.close()),
		);
		const main = div('d-main', this.#body, this.properties.element);
		this.element = el('section', { class: 'details', role: 'region', hidden: true });
		setAttribute(this.element, 'aria-label', words.label());
		this.element.append(title, this.tabs.element, main);
		on(this.element, 'keydown', event => {
			if (event.key !== 'Escape') return;
			event.preventDefault();
			actions.leave();
		});
	}

	/** Shows an entry, or that it is gone. The same one again changes nothing. */
	show(full: ShownEntry | undefined): void {
		this.element.hidden = false;
		if (full === undefined) this.#showGone();
		if (full === undefined || full === this.#shown) return;
		const { entry } = full;
		const typeIndex = this.#typeIndexes.get(entry.type);
		paintMark(this.#titleMark, { kind: entry.kind, typeIndex });
		const isEvent = entry.kind === 'event';
		setLine(this.#name, isEvent ? entry.type : kindWord(entry.kind));
		setText(this.#place, words.place(entry.seq, clockText(entry.time)));
		this.properties.show(full.about);
		this.#shown = full;
		this.#offerTabs(full);
		this.#render();
	}

	#offerTabs({ entry, wire, hasText }: ShownEntry): void {
		const isConnection = isConnectionKind(entry.kind);
		const isEvent = entry.kind === 'event';
		const tabs: DetailTab[] = ['data'];
		if (isEvent) tabs.push('changes');
		if (isEvent && (hasText === true || this.textPath !== undefined)) tabs.push('text');
		// Other entries have bytes, even if those are gone.
		if (!isConnection || wire !== undefined) tabs.push('raw', 'wire');
		this.tabs.setEntry(isConnection, tabs);
	}

	/** So many entries have come by now: what is shown may go on with them. */
	grow(received: number): void {
		if (this.tabs.selected === 'text' && !this.element.hidden) this.#views?.grow(received);
	}

	/** Puts together what stands at the path; without one, what is recognized. */
	#readText(path: JsonPath | undefined): void {
		this.textPath = path;
		if (this.#shown !== undefined) this.#offerTabs(this.#shown);
		this.tabs.restore('text');
		this.#render();
		this.tabs.focus();
		this.#actions.changed();
	}

	#copyShown(tab: DetailTab): void {
		const { textPath: path } = this;
		const seq = this.#seq;
		if (tab === 'text') this.#actions.copyPart({ type: 'copyText', seq, ...(path && { path }) });
		else this.#actions.copy(tab === 'raw' || tab === 'wire' ? 'raw' : 'data');
	}

	get #seq(): number {
		return this.#shown?.entry.seq ?? 0;
	}

	/** The attempt that the shown entry belongs to. */
	get attempt(): number | undefined {
		return this.#shown?.entry.attempt;
	}

	/** Rows that came by tell the colours of the types. */
	learn(rows: readonly (Row | undefined)[]): void {
		for (const row of rows) {
			if (row?.typeIndex === undefined || this.#typeIndexes.size > maxTypes) continue;
			this.#typeIndexes.set(row.type, row.typeIndex);
		}
	}

	#showGone(): void {
		this.#shown = undefined;
		this.#body.replaceChildren(el('p', { class: 'd-note dim' }, words.gone()));
		setText(this.#name, '');
		setText(this.#place, '');
		this.properties.clear();
	}

	hide(): void {
		this.element.hidden = true;
		this.#shown = undefined;
		this.#body.replaceChildren();
	}

	focus(): void {
		if (!this.element.hidden) this.tabs.focus();
	}

	#render(): void {
		const full = this.#shown;
		const tab = this.tabs.selected;
		if (full === undefined) return;
		if (this.#views === undefined) {
			if (!this.#isLoading) void this.#load();
			return;
		}
		this.#body.scrollTop = 0;
		const view = this.#views.render(tab, full, this.textPath);
		const note = tab === 'raw' || tab === 'wire' ? full.about.bytesNotes[tab] : '';
		this.#body.replaceChildren(
			...(note === '' ? [] : [el('p', { class: 'd-note dim' }, note)]),
			view,
		);
	}

	/** The views are many, and a page whose details nobody opens does without them. */
	async #load(): Promise<void> {
		const actions = this.#actions;
		this.#isLoading = true;
		try {
			const { DetailViews } = await loadOnDemand();
			const dataActions: DataActions = {
				openData: () => actions.openData(),
				copyPath: path => actions.copyPart({ type: 'copyPath', path }),
				copyValue: (from, to) => actions.copyPart({ type: 'copyValue', seq: this.#seq, from, to }),
				filterByValue: (path, json) => actions.filterByValue(path, json),
				showText: path => this.#readText(path),
			};
			const forgetPath = () => this.#readText(undefined);
			this.#views = new DetailViews(this.#body, actions, dataActions, forgetPath, this.#clock);
			this.tabs.explain(this.#views.about);
			this.#render();
		} catch {
			// The extension was updated or removed beneath the page.
			this.#body.replaceChildren(el('p', { class: 'd-note dim' }, words.notLoaded()));
		}
	}
}
