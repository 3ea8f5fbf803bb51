import { strings } from '../../src/protocol/strings';
import { clickable, icon, setAttribute, setText, span } from './dom';

const words = strings.grid;

/** The button over the list that says how much is new and leads there. */
export class Pill {
	readonly element: HTMLButtonElement;
	readonly #text = span();

	constructor(run: () => void) {
		const look = { class: 'button new-entries', title: words.showNew(), hidden: true };
		this.element = clickable(look, run, icon('arrow-down'), this.#text);
	}

	update(count: number, isPaused: boolean): void {
		setAttribute(this.element, 'hidden', count === 0);
		setText(this.#text, isPaused ? words.newWhilePaused(count) : words.newEntries(count));
	}
}
