import { isConnectionKind } from '../../src/domain/entry';
import type { CopyWhat, ShownEntry, Row } from '../../src/protocol/messages';
import { strings } from '../../src/protocol/strings';
import { clockText } from '../model/figures';
import { ConnectionView } from './connectionView';
import { DataView } from './dataView';
import { DetailTabs } from './detailTabs';
import { div, el, iconButton, on, setAttribute, setLine, setText, span } from './dom';
import { mark, paintMark } from './mark';
import { Properties } from './properties';
import { RawView } from './rawView';
import { WireView } from './wireView';

const words = strings.details;

/** More types than these have no colour of their own to remember. */
const maxTypes = 10_000;

/** What the details ask of the rest. */
export interface DetailActions {
	step(rows: number): void;
	close(): void;
	leave(): void;
	copy(what: CopyWhat): void;
	openData(): void;
	saveBytes(): void;
	changed(): void;
}

/** One entry in full. */
export class Details {
	readonly element: HTMLElement;
	readonly properties: Properties;
	readonly tabs: DetailTabs;
	private readonly titleMark = mark();
	private readonly name = el('b', { class: 'ell' });
	private readonly place = span('dim ell grow');
	private readonly body: HTMLElement;
	private readonly data: DataView;
	private readonly raw: RawView;
	private readonly wire: WireView;
	private readonly connection = new ConnectionView();
	private readonly typeIndexes = new Map<string, number>();
	private shown: ShownEntry | undefined;

	constructor(actions: DetailActions) {
		this.tabs = new DetailTabs(actions, () => {
			this.render();
			actions.changed();
		});
		this.properties = new Properties(() => actions.changed());
		this.body = el('div', { class: 'd-body', id: 'detail-body', role: 'tabpanel' });
		this.data = new DataView(() => actions.openData());
		this.raw = new RawView(actions);
		this.wire = new WireView(this.body, actions);
		const title = div(
			'd-title',
			this.titleMark,
			this.name,
			this.place,
			iconButton('arrow-up', words.previous, () => actions.step(-1)),
			iconButton('arrow-down', words.next, () => actions.step(1)),
			iconButton('close', words.close, () => actions.close()),
		);
		const main = div('d-main', this.body, this.properties.element);
		this.element = el('section', { class: 'details', role: 'region', hidden: true });
		setAttribute(this.element, 'aria-label', words.label);
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
		if (full === undefined) this.showGone();
		if (full === undefined || full === this.shown) return;
		const { entry } = full;
		const typeIndex = this.typeIndexes.get(entry.type);
		paintMark(this.titleMark, { kind: entry.kind, typeIndex });
		const isEvent = entry.kind === 'event';
		setLine(this.name, isEvent ? entry.type : strings.kindWords[entry.kind]);
		setText(this.place, words.place(entry.seq, clockText(entry.time)));
		const isConnection = isConnectionKind(entry.kind);
		// Other entries have bytes, even if those are gone.
		this.tabs.setEntry(isConnection, !isConnection || full.wire !== undefined);
		this.properties.show(full.about);
		this.shown = full;
		this.render();
	}

	/** The attempt that the shown entry belongs to. */
	get attempt(): number | undefined {
		return this.shown?.entry.attempt;
	}

	/** Rows that came by tell the colours of the types. */
	learn(rows: readonly (Row | undefined)[]): void {
		for (const row of rows) {
			if (row?.typeIndex === undefined || this.typeIndexes.size > maxTypes) continue;
			this.typeIndexes.set(row.type, row.typeIndex);
		}
	}

	private showGone(): void {
		this.shown = undefined;
		this.body.replaceChildren(el('p', { class: 'd-note dim' }, words.gone));
		setText(this.name, '');
		setText(this.place, '');
		this.properties.clear();
	}

	hide(): void {
		this.element.hidden = true;
		this.shown = undefined;
		this.body.replaceChildren();
	}

	focus(): void {
		if (!this.element.hidden) this.tabs.focus();
	}

	private render(): void {
		const { shown: full } = this;
		const tab = this.tabs.selected;
		if (full === undefined) return;
		this.body.scrollTop = 0;
		const view = (tab === 'data' ? this.dataView(full) : this[tab]).render(full);
		const note = tab === 'data' ? '' : strings.raw.note(full, tab);
		this.body.replaceChildren(
			...(note === '' ? [] : [el('p', { class: 'd-note dim' }, note)]),
			view,
		);
	}

	private dataView({ entry }: ShownEntry): DataView | ConnectionView {
		return isConnectionKind(entry.kind) ? this.connection : this.data;
	}
}
