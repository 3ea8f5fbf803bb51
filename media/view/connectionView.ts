import { assertNever } from '../../src/base/assertNever';
import type { ShownEntry } from '../../src/protocol/about/about';
import type { Block } from '../../src/protocol/about/connection';
import { kindWord } from '../../src/protocol/kindWords';
import { blockPieces } from '../model/inert';
import { el, setLine, setPieces, span } from './dom';
import { waterfall } from './waterfall';

/** What happened to the connection: the sentence and all that is known about it. */
export class ConnectionView {
	render({ entry, about }: ShownEntry): HTMLElement {
		const sentence = el('p', { class: 'sentence' });
		const kind = el('b', {}, kindWord(entry.kind));
		sentence.append(kind, ' ', line(span(), entry.data));
		return el(
			'div',
			{ class: 'facts-view', tabindex: 0 },
			sentence,
			...about.blocks.map(block => nodeOf(block)),
		);
	}
}

function nodeOf(block: Block): HTMLElement {
	switch (block.type) {
		case 'heading':
			return line(el('h3'), block.text);
		case 'text':
			return line(el('p', { class: block.look }), block.text);
		case 'body': {
			const body = el('pre');
			setPieces(body, blockPieces(block.text));
			return body;
		}
		case 'lines':
			return el(
				'dl',
				{ class: 'lines' },
				...block.lines.flatMap(([name, value]) => [
					line(el('dt', { class: 'dim' }), name),
					line(el('dd', { class: 'mono' }), value),
				]),
			);
		case 'phases':
			return waterfall(block);
		default:
			return assertNever(block);
	}
}

function line(element: HTMLElement, text: string): HTMLElement {
	setLine(element, text);
	return element;
}
