import type { EntryInFull } from '../../src/protocol/messages';
import { strings } from '../../src/protocol/strings';
import { inertLine } from '../model/inert';
import { propertiesOf, summaryOf } from '../model/properties';
import { clickable, div, el, icon, setAttribute, setIcon, setLine, span } from './dom';

/** Under this width the properties are one line until they are unfolded. */
const narrow = '(max-width: 559px)';

/** The pane of properties in the details; it folds. */
export class Properties {
	readonly element: HTMLElement;
	private readonly list = el('dl', { id: 'properties' });
	private readonly summary = span('summary dim ell');
	private readonly header: HTMLButtonElement;
	private readonly twisty = icon('chevron-down');
	private chosen: boolean | undefined;

	constructor(private readonly onFold: () => void) {
		const fold = () => {
			this.chosen = !this.isFolded;
			this.update();
			this.onFold();
		};
		this.header = clickable(
			{ class: 'pane-header', 'aria-controls': 'properties' },
			fold,
			this.twisty,
			el('span', {}, strings.properties.label),
			this.summary,
		);
		this.element = div('d-facts', this.header, this.list);
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
				const content = el('dd', { class: isAbsent ? 'ell dim' : 'ell', title: inertLine(value) });
				setLine(content, value);
				return [el('dt', { class: 'dim' }, name), content];
			}),
		);
		setLine(this.summary, summaryOf(full));
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
		setAttribute(this.header, 'aria-expanded', String(!isFolded));
		setIcon(this.twisty, `chevron-${isFolded ? 'right' : 'down'}`);
		this.element.classList.toggle('is-folded', isFolded);
	}
}
