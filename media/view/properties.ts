import type { About } from '../../src/protocol/about/about';
import { strings } from '../../src/protocol/strings';
import { dateText } from '../model/figures';
import { inertLine } from '../model/inert';
import { clickable, div, el, icon, setAttribute, setIcon, setLine, span } from './dom';

/** Under this width the properties are one line until they are unfolded. */
const narrow = '(max-width: 559px)';

/** The pane of properties in the details; it folds. */
export class Properties {
	readonly element: HTMLElement;
	readonly #list = el('dl', { id: 'properties', tabindex: 0 });
	readonly #summary = span('summary dim ell');
	readonly #header: HTMLButtonElement;
	readonly #twisty = icon('chevron-down');
	#chosen: boolean | undefined;
	readonly #onFold: () => void;

	constructor(onFold: () => void) {
		this.#onFold = onFold;
		const fold = () => {
			this.#chosen = !this.#isFolded;
			this.#update();
			this.#onFold();
		};
		this.#header = clickable(
			{ class: 'pane-header', 'aria-controls': 'properties' },
			fold,
			this.#twisty,
			el('span', {}, strings.details.properties()),
			this.#summary,
		);
		this.element = div('d-facts', this.#header, this.#list);
		matchMedia(narrow).addEventListener('change', () => this.#update());
		this.#update();
	}

	/** Whether they are folded by hand; undefined: as the width has it. */
	get foldedByHand(): boolean | undefined {
		return this.#chosen;
	}

	restore(isFolded: boolean | undefined): void {
		this.#chosen = isFolded;
		this.#update();
	}

	show({ properties, summary }: About): void {
		this.#list.replaceChildren(
			...properties.flatMap(property => {
				const { name, isAbsent } = property;
				const value = 'time' in property ? dateText(property.time) : property.value;
				const content = el('dd', { class: isAbsent ? 'ell dim' : 'ell', title: inertLine(value) });
				setLine(content, value);
				return [el('dt', { class: 'dim' }, name), content];
			}),
		);
		setLine(this.#summary, summary);
	}

	clear(): void {
		this.#list.replaceChildren();
		this.#summary.replaceChildren();
	}

	get #isFolded(): boolean {
		return this.#chosen ?? matchMedia(narrow).matches;
	}

	#update(): void {
		const isFolded = this.#isFolded;
		setAttribute(this.#header, 'aria-expanded', String(!isFolded));
		setIcon(this.#twisty, isFolded ? 'chevron-right' : 'chevron-down');
		this.element.classList.toggle('is-folded', isFolded);
	}
}
