import { assertNever } from '../../src/base/assertNever';
import { isConnectionKind, type EntryKind } from '../../src/domain/entry';
import type { EntryInFull } from '../../src/protocol/entryInFull';
import { strings } from '../../src/protocol/strings';
import { stringsOnDemand } from '../../src/protocol/stringsOnDemand';
import { rawPieces, type RawPiece } from '../model/rawText';
import { div, el, span, textButton } from './dom';

/** What can be done about bytes that are too many to be shown. */
export interface WholeActions {
	openData(): void;
	saveBytes(): void;
}

/** The block as it came: line ends, chunk boundaries and what has no shape made visible. */
export class RawView {
	readonly #actions: WholeActions;

	constructor(actions: WholeActions) {
		this.#actions = actions;
	}

	render({ entry, wire }: EntryInFull): HTMLElement {
		if (wire === undefined || wire.bytes.length === 0) {
			return el('p', { class: 'd-note dim' }, stringsOnDemand.raw.nothing());
		}
		const { pieces, shownBytes } = rawPieces(wire);
		const block = el('div', { class: 'raw', tabindex: 0 }, ...pieces.map(nodeOf));
		if (shownBytes === wire.length) return block;
		const link = wholeLink(entry.kind, this.#actions);
		const shown = stringsOnDemand.data.cutBytes(shownBytes, wire.length);
		return el('div', {}, block, el('p', { class: 'd-note dim' }, shown, ' ', link));
	}
}

/** A link to all of what is shown in part. */
export function wholeLink(kind: EntryKind, actions: WholeActions): HTMLElement {
	const words = strings.details;
	return isConnectionKind(kind)
		? textButton(words.saveBytes(), 'link', () => actions.saveBytes())
		: textButton(words.openInEditor(), 'link', () => actions.openData());
}

function nodeOf(piece: RawPiece): Node | string {
	switch (piece.kind) {
		case 'text':
			return piece.text;
		case 'field':
			return span('k', piece.text);
		case 'box':
			return span('box', piece.word);
		case 'newline':
			return '\n';
		case 'boundary':
			return div('boundary', stringsOnDemand.raw.boundary(piece.chunk, piece.laterMs));
		default:
			return assertNever(piece);
	}
}
