import type { Chosen } from '../../src/domain/query/choice';
import { countText } from '../../src/domain/words';
import type { Tally } from '../../src/protocol/overview';
import { strings } from '../../src/protocol/strings';
import { chipsOf, fitting, type Chip } from '../model/chips';
import { ChipView, type ChipActions } from './chipView';
import { clickable, el, setLabel, setText } from './dom';
import { openMenuBelow } from './menu';
import { horizontal, rove } from './roving';

const words = strings.chips;

/** What the button for those without room needs, in px. */
const restPx = 50;

/** The types and kinds that there are, each a button that filters by it. */
export class Chips {
	readonly element = el('div', { class: 'chips', role: 'group', 'aria-label': words.label() });
	readonly #views = new Map<string, ChipView>();
	readonly #rest = clickable({ class: 'chip dim', 'aria-haspopup': 'menu', hidden: true }, () =>
		this.#openRest(),
	);
	#chips: readonly Chip[] = [];
	#fitted = '';
	readonly #actions: ChipActions;

	constructor(actions: ChipActions) {
		this.#actions = actions;
		this.element.append(this.#rest);
		rove(this.element, horizontal);
		new ResizeObserver(() => this.#fit()).observe(this.element);
	}

	update(tally: Tally, chosen: Chosen): void {
		this.#chips = chipsOf(tally, chosen);
		const firstKind = this.#chips.find(({ choice }) => choice.field === 'kind');
		const nodes: HTMLElement[] = this.#chips.map(chip => {
			const { element } = this.#viewOf(chip);
			element.classList.toggle('first-kind', chip === firstKind && chip !== this.#chips[0]);
			return element;
		});
		const shown = [...this.element.children];
		const isSame = nodes.every((node, place) => node === shown[place]);
		if (!isSame || shown.length !== nodes.length + 1) {
			this.element.replaceChildren(...nodes, this.#rest);
		}
		// Digits are equally wide: while there are as many, nothing moves.
		const widths = this.#chips.map(({ key, count }) => key + countText(count).length).join();
		if (widths !== this.#fitted) this.#fit();
		this.#fitted = widths;
	}

	#viewOf(chip: Chip): ChipView {
		let view = this.#views.get(chip.key);
		if (view === undefined) {
			view = new ChipView(chip, this.#actions);
			this.#views.set(chip.key, view);
		}
		view.update(chip);
		return view;
	}

	/** Hides what has no room. */
	#fit(): void {
		const nodes = this.#chips.flatMap(({ key }) => this.#views.get(key)?.element ?? []);
		for (const node of nodes) node.hidden = false;
		this.#rest.hidden = true;
		let end = nodes[0]?.offsetLeft ?? 0;
		const widths = nodes.map(({ offsetLeft, offsetWidth }) => {
			const start = end;
			end = offsetLeft + offsetWidth;
			return end - start;
		});
		const count = fitting(widths, this.element.clientWidth, restPx);
		nodes.forEach((node, place) => (node.hidden = place >= count));
		const hidden = nodes.length - count;
		this.#rest.hidden = hidden === 0;
		setText(this.#rest, words.more(hidden));
		setLabel(this.#rest, words.moreLabel(hidden));
	}

	#openRest(): void {
		const hidden = this.#chips.filter(({ key }) => this.#views.get(key)?.element.hidden);
		const items = (mode: 'only' | 'not') =>
			hidden.map(({ choice, count }) => ({
				label: words[mode](choice.value),
				hint: countText(count),
				run: () => this.#actions.choose(choice, mode),
			}));
		openMenuBelow(this.#rest, words.label(), [items('only'), items('not')]);
	}
}
