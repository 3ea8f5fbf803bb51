import * as vscode from 'vscode';
import { assertNever } from '../../base/assertNever';
import { DisposableStore } from '../../base/disposable';
import { HumanError } from '../../base/errors';
import type { SavedFilter } from '../../domain/query/savedFilter';
import { askFilterName, mayReplace } from './saveFilter';
import type { SavedFilters } from './savedFilters';

interface Line extends vscode.QuickPickItem {
	readonly saved: SavedFilter;
}

interface Choice {
	readonly type: 'apply' | 'rename' | 'delete';
	readonly saved: SavedFilter;
}

/**
 * The saved filter of that name, or else the one that the user chooses, who can rename and delete them
 * meanwhile. `undefined` if none was chosen.
 * @throws HumanError if there is none, or none of that name.
 */
export async function chooseFilter(
	filters: SavedFilters,
	given?: unknown,
): Promise<SavedFilter | undefined> {
	if (typeof given === 'string') {
		const named = filters.named(given);
		if (named !== undefined) return named;
		throw new HumanError(vscode.l10n.t('No filter is saved as “{0}”.', given.slice(0, 100)));
	}
	if (filters.all.length === 0) {
		throw new HumanError(
			vscode.l10n.t(
				'No filter is saved in this workspace. Write one, and run “Event Stream: Save Filter…”.',
			),
		);
	}
	while (filters.all.length > 0) {
		const choice = await choose(filters.all);
		if (choice === undefined) return undefined;
		const { type, saved } = choice;
		switch (type) {
			case 'apply':
				return saved;
			case 'rename':
				await rename(filters, saved);
				break;
			case 'delete':
				await filters.delete(saved.name);
				break;
			default:
				assertNever(type);
		}
	}
	return undefined;
}

async function rename(filters: SavedFilters, saved: SavedFilter): Promise<void> {
	const name = await askFilterName(saved.name, {
		title: vscode.l10n.t('Rename Filter'),
		prompt: vscode.l10n.t('Another name for the filter {0}', saved.filter),
	});
	if (name === undefined || name === saved.name) return;
	const isOwn = filters.named(name)?.name === saved.name;
	if (isOwn || (await mayReplace(filters, name, saved.filter))) await filters.rename(saved, name);
}

async function choose(all: readonly SavedFilter[]): Promise<Choice | undefined> {
	const renameButton = {
		iconPath: new vscode.ThemeIcon('edit'),
		tooltip: vscode.l10n.t('Rename'),
	};
	const deleteButton = {
		iconPath: new vscode.ThemeIcon('trash'),
		tooltip: vscode.l10n.t('Delete'),
	};
	const owned = new DisposableStore();
	const pick = owned.register(vscode.window.createQuickPick<Line>());
	pick.title = vscode.l10n.t('Saved Filters');
	pick.placeholder = vscode.l10n.t('Choose a filter to put it into force');
	pick.ignoreFocusOut = true;
	pick.matchOnDescription = true;
	pick.items = all.map(saved => ({
		saved,
		label: saved.name,
		description: saved.filter,
		buttons: [renameButton, deleteButton],
	}));
	try {
		return await new Promise<Choice | undefined>(resolve => {
			owned.register(pick.onDidHide(() => resolve(undefined)));
			owned.register(
				pick.onDidTriggerItemButton(({ item: { saved }, button }) =>
					resolve({ type: button === renameButton ? 'rename' : 'delete', saved }),
				),
			);
			owned.register(
				pick.onDidAccept(() => {
					const [chosen] = pick.selectedItems;
					if (chosen !== undefined) resolve({ type: 'apply', saved: chosen.saved });
				}),
			);
			pick.show();
		});
	} finally {
		owned.dispose();
	}
}
