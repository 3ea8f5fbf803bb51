import type { EntryKind } from '../../src/domain/entry';
import type { Choice } from '../../src/domain/query/choice';
import { countText } from '../../src/domain/words';
import { strings } from '../../src/protocol/strings';
import type { Chip } from '../model/chips';
import { inertLine } from '../model/inert';
import { kindIcons } from '../model/rowLook';
import { el, on, setAttribute, setIcon, setText, span } from './dom';
import { mark, paintMark } from './mark';
import { openMenu } from './menu';

const words = strings.chips;

export interface ChipActions {
	/** To see only this, or all but this; or no longer so. */
	choose(choice: Choice, mode: 'only' | 'not'): void;
}

/** A type with its colour and its count, or a kind with its icon and its count. */
export class ChipView {
	readonly element = el('button', { class: 'chip' });
	readonly #count = span('dim');
	#chip: Chip;

	constructor(chip: Chip, actions: ChipActions) {
		this.#chip = chip;
		const { choice, typeIndex } = chip;
		const sign = mark();
		const name = inertLine(choice.value);
		if (typeIndex !== undefined) {
			paintMark(sign, { kind: 'event', typeIndex });
			this.element.append(sign, span('name ell', name));
		} else {
			const kind = choice.value as Exclude<EntryKind, 'event'>;
			const shape = kindIcons[kind] ?? 'plug';
			if (sign.firstElementChild !== null) setIcon(sign.firstElementChild, shape, ` kind-${kind}`);
			this.element.append(sign);
		}
		// The space parts them for those who say what they see.
		this.element.append(' ', this.#count);
		const run = (isExclusion: boolean) => {
			const mode = isExclusion || this.#chip.mode === 'not' ? 'not' : 'only';
			actions.choose(choice, mode);
		};
		on(this.element, 'click', event => run(event.altKey));
		on(this.element, 'contextmenu', event => {
			event.preventDefault();
			const { left, bottom } = this.element.getBoundingClientRect();
			const item = (mode: 'only' | 'not') => ({
				label: words[mode](name),
				run: () => actions.choose(choice, mode),
			});
			openMenu(words.label(), [[item('only'), item('not')]], { x: left, y: bottom + 2 });
		});
		setAttribute(this.element, 'title', words.title(name));
	}

	update(chip: Chip): void {
		this.#chip = chip;
		const { choice, count, mode } = chip;
		setText(this.#count, countText(count));
		setAttribute(this.element, 'aria-pressed', String(mode !== undefined));
		const name = mode === 'not' ? words.not(choice.value) : choice.value;
		setAttribute(this.element, 'aria-label', `${inertLine(name)}, ${countText(count)}`);
		this.element.classList.toggle('excluded', mode === 'not');
	}
}
