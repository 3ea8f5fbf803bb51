import type { Completion } from '../../src/domain/query/completionItem';
import type { Questions } from '../../src/protocol/questions';
import { stringsOnDemand } from '../../src/protocol/stringsOnDemand';
import { el, on, setAttribute, setLine, span } from './dom';

type Ask = (question: Questions['complete']['question']) => Promise<Completion>;

/** After what was put in, there is more to choose. */
const goesOn = /(?:[:=<>]|data[.[][^\s:]*)$/i;

/** What is offered, for which text, and as the answer to which question. */
type Offer = Completion & { readonly text: string; readonly turn: number };

/** Ways to go on with what is typed into a box, in a list below it. The focus stays in the box. */
export class CompletionList {
	readonly element = el('div', {
		class: 'completions',
		id: 'completions',
		role: 'listbox',
		'aria-label': stringsOnDemand.completions(),
		hidden: true,
	});
	#offer: Offer | undefined;
	#chosen = -1;
	/** It was taken before the answer to what is typed by then had come. */
	#isHurried = false;
	/** An answer to an earlier question than the latest comes too late. */
	#turn = 0;
	readonly #input: HTMLInputElement;
	readonly #ask: Ask;
	readonly #onAccept: () => void;

	/** @param onAccept the text of the box has changed. */
	constructor(input: HTMLInputElement, ask: Ask, onAccept: () => void) {
		this.#input = input;
		this.#ask = ask;
		this.#onAccept = onAccept;
		setAttribute(input, 'aria-autocomplete', 'list');
		setAttribute(input, 'aria-controls', this.element.id);
		on(input, 'input', () => this.look());
		on(input, 'blur', () => this.#close());
		on(input, 'mousedown', () => this.#close());
	}

	/** Does what a key means for the list; `false` if that is nothing. */
	take({ key, ctrlKey, shiftKey }: KeyboardEvent): boolean {
		if (key === ' ' && ctrlKey) this.look(true);
		else if (this.element.hidden) return false;
		else if (key === 'ArrowDown') this.#step(1);
		else if (key === 'ArrowUp') this.#step(-1);
		else if (key === 'Escape') this.#close();
		else if ((key === 'Enter' || key === 'Tab') && this.#chosen >= 0 && !shiftKey) this.#accept();
		else {
			if (/^(Arrow|Home|End|Enter)/.test(key)) this.#close();
			return false;
		}
		return true;
	}

	/** Offers ways to go on at the caret; without a word there, only if that `isWanted`. */
	look(isWanted = false): void {
		const { value: text, selectionStart: caret } = this.#input;
		const turn = ++this.#turn;
		this.#choose(-1);
		if (caret === null || (!isWanted && !/\S/.test(text[caret - 1] ?? ''))) return this.#close();
		this.#ask({ text, caret }).then(
			answer => {
				if (turn === this.#turn) this.#show({ ...answer, text, turn });
			},
			() => this.#close(),
		);
	}

	#show(offer: Offer): void {
		const { element } = this;
		const input = this.#input;
		if (offer.items.length === 0 || document.activeElement !== input) return this.#close();
		// What a key has chosen from the offer before stays chosen.
		const chosen = this.#offer?.items[this.#chosen]?.label;
		this.#offer = offer;
		const options = offer.items.map(({ label, hint = '' }, place) => {
			const name = span();
			setLine(name, label);
			const more = span('dim');
			setLine(more, hint);
			const look = { class: 'menu-item', role: 'option', id: `completion-${place}` };
			const option = el('div', look, name, more);
			on(option, 'mousedown', event => {
				event.preventDefault();
				this.#chosen = place;
				this.#accept();
			});
			return option;
		});
		element.replaceChildren(...options);
		element.hidden = false;
		element.scrollTop = 0;
		const isHurried = this.#isHurried;
		this.#choose(
			chosen === undefined ? -1 : offer.items.findIndex(({ label }) => label === chosen),
		);
		if (isHurried) this.#accept();
	}

	/** Round the ends, from none to the first or the last. */
	#step(by: number): void {
		const { length } = this.element.children;
		this.#choose((Math.max(this.#chosen, by < 0 ? 0 : -1) + by + length) % length);
	}

	/** @param place -1 for none. */
	#choose(place: number): void {
		const { children } = this.element;
		this.#chosen = place;
		this.#isHurried = false;
		const option = children[this.#chosen];
		for (const each of children) setAttribute(each, 'aria-selected', String(each === option));
		setAttribute(this.#input, 'aria-activedescendant', option?.id);
		option?.scrollIntoView({ block: 'nearest' });
	}

	#accept(): void {
		const offer = this.#offer;
		const input = this.#input;
		const item = offer?.items[this.#chosen];
		this.#isHurried = offer !== undefined && offer.turn !== this.#turn;
		if (this.#isHurried) return;
		this.#close();
		if (offer === undefined || item === undefined || input.value !== offer.text) return;
		const before = offer.text.slice(0, offer.from) + item.text;
		input.value = before + offer.text.slice(offer.to);
		input.setSelectionRange(before.length, before.length);
		this.#onAccept();
		if (goesOn.test(before)) this.look();
	}

	#close(): void {
		this.#turn++;
		this.#offer = undefined;
		this.#choose(-1);
		this.element.hidden = true;
	}
}
