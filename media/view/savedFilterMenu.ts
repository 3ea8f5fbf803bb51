import type { SavedFilter } from '../../src/domain/query/savedFilter';
import { stringsOnDemand } from '../../src/protocol/stringsOnDemand';
import { openMenuBelow, type MenuItem } from './menu';

const words = stringsOnDemand.savedFilters;

/** What the menu of saved filters does. */
export interface SavedFilterActions {
	apply(text: string): void;
	save(): void;
	manage(): void;
}

/** Opens the menu of saved filters. */
export function openSavedFilterMenu(
	button: HTMLElement,
	saved: readonly SavedFilter[],
	canSave: boolean,
	actions: SavedFilterActions,
): void {
	const filters = saved.map(({ name, filter }) => ({
		label: name,
		hint: filter,
		run: () => actions.apply(filter),
	}));
	const others: MenuItem[] = [
		{ label: words.save(), isDisabled: !canSave, run: () => actions.save() },
	];
	if (filters.length > 0) others.push({ label: words.manage(), run: () => actions.manage() });
	openMenuBelow(button, words.label(), [filters, others]);
}
