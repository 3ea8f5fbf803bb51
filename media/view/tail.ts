import type { Notice, NoticeAct, NoticeButton } from '../../src/protocol/notice/notice';
import { blockPieces, inertLine } from '../model/inert';
import { div, el, setPieces, setText, span, textButton } from './dom';

/** What the buttons below the last row do. */
export interface TailActions {
	/** @param name for `setSecret`: which one. */
	act(act: NoticeAct, name: string | undefined): void;
}

/** The block below the last row. It docks at the lower edge once the rows fill the list. */
export class Tail {
	readonly element = el('div', { class: 'tail', hidden: true });
	readonly #changing = span('dim');
	#key = '';
	readonly #actions: TailActions;

	constructor(actions: TailActions) {
		this.#actions = actions;
	}

	update(notice: Notice | undefined, isDocked: boolean): void {
		this.element.hidden = notice === undefined;
		this.element.classList.toggle('docked', isDocked);
		setText(this.#changing, notice?.changingText ?? '');
		// Built anew only if it says something else: a button must stay under the mouse.
		const key = JSON.stringify({ ...notice, changingText: '' });
		if (key === this.#key || notice === undefined) return;
		this.#key = key;
		const isLine = notice.title === undefined;
		this.element.classList.toggle('line', isLine);
		this.element.replaceChildren(...(isLine ? this.#line(notice) : [this.#block(notice)]));
	}

	#line({ text, dimText, buttons }: Notice): Node[] {
		const nodes: Node[] = buttons.map(button => this.#button(button));
		const place = buttons.filter(({ look }) => look !== 'link').length;
		nodes.splice(place, 0, span('ell', ...this.#sentences(text, dimText)));
		return nodes;
	}

	#block({ title = '', text, dimText, excerpt, buttons }: Notice): HTMLElement {
		const block = div('what', el('h2', {}, inertLine(title)));
		block.append(el('p', {}, ...this.#sentences(text, dimText), ' ', this.#changing));
		if (excerpt !== undefined) {
			const body = el('pre');
			setPieces(body, blockPieces(excerpt.lines));
			const more = this.#button(excerpt.button);
			block.append(body, el('p', { class: 'dim small' }, excerpt.caption, ' ', more));
		}
		if (buttons.length > 0) {
			block.append(div('actions', ...buttons.map(button => this.#button(button))));
		}
		return block;
	}

	#sentences(text: string, dimText: string): Node[] {
		const main = document.createTextNode(text === '' ? '' : `${inertLine(text)} `);
		return [main, span('dim', inertLine(dimText))];
	}

	#button({ label, look, act, name }: NoticeButton): HTMLElement {
		return textButton(label, look, () => this.#actions.act(act, name));
	}
}
