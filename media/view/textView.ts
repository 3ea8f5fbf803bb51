import type { TextAround } from '../../src/domain/deltas/textAround';
import type { JsonPath } from '../../src/domain/query/query';
import type { EntryInFull } from '../../src/protocol/messages';
import { strings } from '../../src/protocol/strings';
import type { Channel } from '../channel';
import { blockPieces } from '../model/inert';
import { div, el, setPieces, span, textButton } from './dom';

const words = strings.text;

/** The text that came in pieces, of which the event is one. */
export class TextView {
	readonly #ask: Channel['ask'];
	readonly #forget: () => void;

	/** @param forget the path is no longer to be that said by hand. */
	constructor(ask: Channel['ask'], forget: () => void) {
		this.#ask = ask;
		this.#forget = forget;
	}

	/** What is asked for may come when another entry is shown: it is then filled in unseen. */
	render({ entry }: EntryInFull, path: JsonPath | undefined): HTMLElement {
		const view = div('d-text');
		const show = (text: TextAround | undefined) => this.#show(view, text, path !== undefined);
		this.#ask('text', { seq: entry.seq, ...(path && { path }) }).then(show, (error: Error) =>
			view.append(error.message),
		);
		return view;
	}

	#show(view: HTMLElement, text: TextAround | undefined, isByHand: boolean): void {
		const head = el('p', { class: 'dim small' });
		head.append(text === undefined ? words.none : words.of(text.place, text.count, text.part));
		if (isByHand) head.append(' ', textButton(words.forget, 'link', this.#forget));
		view.append(head);
		if (text === undefined) return;
		const own = el('mark');
		setPieces(own, blockPieces(text.own));
		view.append(
			el(
				'div',
				{ class: 'whole-text', tabindex: 0 },
				side(text.isCutBefore ? `${words.cut}${text.before}` : text.before),
				own,
				side(text.isCutAfter ? `${text.after}${words.cut}` : text.after, 'dim'),
			),
		);
		own.scrollIntoView({ block: 'nearest' });
	}
}

function side(text: string, look?: string): HTMLElement {
	const part = span(look);
	setPieces(part, blockPieces(text));
	return part;
}
