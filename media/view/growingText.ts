import type { ShownText } from '../../src/protocol/textLines';
import { stringsOnDemand } from '../../src/protocol/stringsOnDemand';
import { blockPieces } from '../model/inert';
import { div, el, setPieces, setText, span, textButton } from './dom';

const words = stringsOnDemand.text;

/** Who sees the last line is at the end, whatever room is left below it. */
const nearEndPx = 24;

/** A text on screen, with what is said about it above. What is added to it moves nothing. */
export class GrowingText {
	readonly element = div('d-text');
	readonly #place = span();
	readonly #figures = el('p', { class: 'figures dim small' });
	readonly #before = span();
	readonly #own = el('mark');
	readonly #after = span('dim');
	readonly #text = el('div', { class: 'whole-text', tabindex: 0 });
	#shown: ShownText | undefined;

	/** @param forget the path was said by hand, and is no longer to be. */
	constructor(forget: (() => void) | undefined) {
		const head = el('p', { class: 'dim small' }, this.#place);
		if (forget !== undefined) head.append(' ', textButton(words.forget(), 'link', forget));
		this.#text.append(this.#before, this.#own, this.#after);
		this.element.append(head, this.#figures);
	}

	/** Whether what comes may go on with it. */
	get isOpen(): boolean {
		return this.#shown?.isOpen === true && !this.#shown.isCutAfter;
	}

	/** @param body what scrolls: to the event's own piece at first, then with the end if it is there. */
	show(text: ShownText | undefined, body: HTMLElement): void {
		const before = this.#shown;
		// What was dropped meanwhile stays to be read.
		if (text === undefined && before !== undefined) return;
		this.#shown = text;
		setText(this.#place, text?.placeText ?? words.none());
		if (text === undefined) return;
		const isAtEnd = body.scrollTop + body.clientHeight >= body.scrollHeight - nearEndPx;
		setText(this.#figures, text.figures.join(' · '));
		if (before === undefined) this.#fill(text);
		else this.#add(text, before);
		if (before === undefined) this.#own.scrollIntoView({ block: 'nearest' });
		else if (isAtEnd) body.scrollTop = body.scrollHeight;
	}

	#fill({ before, own, after, isCutBefore, isCutAfter }: ShownText): void {
		setPieces(this.#before, blockPieces(isCutBefore ? `…${before}` : before));
		setPieces(this.#own, blockPieces(own));
		setPieces(this.#after, blockPieces(after));
		if (isCutAfter) this.#after.append('…');
		this.element.append(this.#text);
	}

	#add({ after, isCutAfter }: ShownText, before: ShownText): void {
		if (after.length <= before.after.length) return;
		const more = span();
		setPieces(more, blockPieces(after.slice(before.after.length)));
		this.#after.append(more);
		if (isCutAfter) this.#after.append('…');
	}
}
