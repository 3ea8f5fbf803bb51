import { assertNever } from '../../src/base/assertNever';
import type { EntryInFull } from '../../src/protocol/messages';
import { strings } from '../../src/protocol/strings';
import { rawPieces, type RawPiece } from '../model/rawText';
import { div, el, span, textButton } from './dom';

/** The block as it came: line ends, chunk boundaries and what has no shape made visible. */
export class RawView {
	constructor(private readonly openData: () => void) {}

	render({ wire }: EntryInFull): HTMLElement {
		if (wire === undefined || wire.bytes.length === 0) {
			return el('p', { class: 'd-note dim' }, strings.raw.nothing);
		}
		const { pieces, shownBytes } = rawPieces(wire);
		const block = el('div', { class: 'raw', tabindex: 0 }, ...pieces.map(nodeOf));
		if (shownBytes === wire.length) return block;
		const link = textButton(strings.details.openInEditor, 'link', this.openData);
		const shown = strings.details.cutBytes(shownBytes, wire.length);
		return el('div', {}, block, el('p', { class: 'd-note dim' }, shown, ' ', link));
	}
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
			return div('boundary', strings.raw.boundary(piece.chunk, strings.raw.later(piece.laterMs)));
		default:
			return assertNever(piece);
	}
}
