import type { SavedFilter } from '../../src/domain/query/savedFilter';
import { strings } from '../../src/protocol/strings';
import { icon, iconButton, setAttribute, setLabel } from './dom';
import { loadOnDemand } from './loadOnDemand';
import type { SavedFilterActions } from './savedFilterMenu';

const words = strings.filter;

/** The button in the filter box for the filters that are saved in this workspace. */
export class SavedFilters {
	readonly button = iconButton('star-empty', words.saved(), () => this.#open());
	#filters: readonly SavedFilter[] = [];
	#text = '';
	#canSave = false;
	#shown = '';
	readonly #actions: SavedFilterActions;

	constructor(actions: SavedFilterActions) {
		this.#actions = actions;
		this.button.className = 'toggle';
		setAttribute(this.button, 'aria-haspopup', 'menu');
	}

	take(filters: readonly SavedFilter[]): void {
		this.#filters = filters;
		this.update(this.#text, this.#canSave);
	}

	/** @param isValid whether the text in the box is a filter. */
	update(text: string, isValid: boolean): void {
		this.#text = text.trim();
		this.#canSave = isValid && this.#text !== '';
		const name = this.#filters.find(({ filter }) => filter === this.#text)?.name ?? '';
		if (name === this.#shown) return;
		this.#shown = name;
		setLabel(this.button, name === '' ? words.saved() : words.savedAs(name));
		this.button.replaceChildren(icon(name === '' ? 'star-empty' : 'star-full'));
	}

	#open(): void {
		// Without its file there is no menu; VS Code has commands for all of it.
		loadOnDemand().then(
			({ openSavedFilterMenu }) =>
				openSavedFilterMenu(this.button, this.#filters, this.#canSave, this.#actions),
			() => {},
		);
	}
}
