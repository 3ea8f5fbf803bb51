import { strings } from '../../src/protocol/strings';
import { el, icon, setAttribute, setText } from './dom';

const words = strings.grid;

/** The button over the list that says how much is new and leads there. */
export class Pill {
	readonly element: HTMLButtonElement;
	private readonly text = el('span');

	constructor(run: () => void) {
		this.element = el(
			'button',
			{ type: 'button', class: 'button new-entries', title: words.showNew, hidden: true },
			icon('arrow-down'),
			this.text,
		);
		this.element.addEventListener('click', run);
	}

	update(count: number, isPaused: boolean): void {
		setAttribute(this.element, 'hidden', count === 0);
		setText(this.text, isPaused ? words.newWhilePaused(count) : words.newEntries(count));
	}
}
