import type { EntryInFull } from '../../src/protocol/entryInFull';
import { strings } from '../../src/protocol/strings';
import { stringsOnDemand } from '../../src/protocol/stringsOnDemand';
import { blockPieces } from '../model/inert';
import { JsonDocument } from '../../src/domain/json/document';
import { JsonTree } from '../model/json/tree';
import { div, el, setPieces, textButton } from './dom';
import { JsonTreeView, type JsonActions } from './jsonTreeView';

const words = stringsOnDemand.data;

/** Characters of a text that are laid out at once; more of them would stop the page. */
const maxTextLength = 20_000;

/** What the data asks of the rest. */
export interface DataActions extends JsonActions {
	openData(): void;
}

/** The data: as a tree if it is JSON, as text otherwise. */
export class DataView {
	/** What is unfolded stays so from one event to the next. */
	readonly #expanded = new Set<string>();
	readonly #actions: DataActions;

	constructor(actions: DataActions) {
		this.#actions = actions;
	}

	render(full: EntryInFull): HTMLElement {
		const { data, kind } = full.entry;
		const isWhole = full.dataLength <= data.length;
		const document = kind === 'event' && isWhole ? JsonDocument.parse(data) : undefined;
		if (document !== undefined && document.hasMembers(document.root)) {
			return new JsonTreeView(new JsonTree(document, this.#expanded), this.#actions).element;
		}
		const view = div('d-text');
		if (data === '') {
			view.append(el('p', { class: 'dim' }, words.none()));
			return view;
		}
		const text = el('pre', { tabindex: 0 });
		setPieces(text, blockPieces(data.slice(0, maxTextLength)));
		if (full.dataLength > maxTextLength) {
			const link = textButton(strings.details.openInEditor(), 'link', () =>
				this.#actions.openData(),
			);
			const shown = words.cut(maxTextLength, full.dataLength);
			view.append(el('p', { class: 'dim small' }, shown, ' ', link));
		}
		view.append(text);
		return view;
	}
}
