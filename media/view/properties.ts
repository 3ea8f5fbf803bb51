import type { EntryInFull } from '../../src/protocol/messages';
import { strings } from '../../src/protocol/strings';
import { linePieces } from '../model/inert';
import { propertiesOf, summaryOf } from '../model/properties';
import { el, icon, setAttribute, setPieces } from './dom';

/** Under this width the properties are one line until they are unfolded. */
const narrow = '(max-width: 559px)';

/** The pane of properties in the details; it folds. */
export class Properties {
	readonly element: HTMLElement;
	private readonly list = el('dl', { id: 'properties' });
	private readonly summary = el('span', { class: 'summary dim ell' });
	private readonly header: HTMLButtonElement;
	private readonly twisty = icon('chevron-down');
	private chosen: boolean | undefined;

	constructor(private readonly onFold: () => void) {
		this.header = el(
			'button',
			{ type: 'button', class: 'pane-header', 'aria-controls': 'properties' },
			this.twisty,
			el('span', {}, strings.properties.label),
			this.summary,
		);
		this.header.addEventListener('click', () => {
			this.chosen = !this.isFolded;
			this.update();
			this.onFold();
		});
		this.element = el('div', { class: 'd-facts' }, this.header, this.list);
		matchMedia(narrow).addEventListener('change', () => this.update());
		this.update();
	}

	/** Whether they are folded by hand; undefined: as the width has it. */
	get foldedByHand(): boolean | undefined {
		return this.chosen;
	}

	restore(isFolded: boolean | undefined): void {
		this.chosen = isFolded;
		this.update();
	}

	show(full: EntryInFull): void {
		this.list.replaceChildren(
			...propertiesOf(full).flatMap(({ name, value, isAbsent }) => {
				const content = el('dd', { class: isAbsent ? 'ell dim' : 'ell', title: value });
				setPieces(content, linePieces(value));
				return [el('dt', { class: 'dim' }, name), content];
			}),
		);
		setPieces(this.summary, linePieces(summaryOf(full)));
	}

	clear(): void {
		this.list.replaceChildren();
		this.summary.replaceChildren();
	}

	private get isFolded(): boolean {
		return this.chosen ?? matchMedia(narrow).matches;
	}

	private update(): void {
		const { isFolded } = this;
		this.list.hidden = isFolded;
		this.summary.hidden = !isFolded;
		setAttribute(this.header, 'aria-expanded', String(!isFolded));
		setAttribute(this.twisty, 'class', `codicon codicon-chevron-${isFolded ? 'right' : 'down'}`);
		this.element.classList.toggle('is-folded', isFolded);
	}
}
