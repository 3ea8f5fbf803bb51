import * as vscode from 'vscode';
import { HumanError } from '../../base/errors';
import { parseQuery } from '../../domain/query/parser';
import { maxFilterNameLength, maxSavedFilters } from '../../domain/query/savedFilter';
import { countText, shortened } from '../../domain/words';
import type { SavedFilters } from './savedFilters';

/**
 * Saves a filter under a name: the given one, or else one that the user is asked for.
 * @returns the name; `undefined` if the user thought better of it.
 * @throws HumanError if there is nothing to save.
 */
export async function saveFilter(
	filters: SavedFilters,
	text: string,
	given?: unknown,
): Promise<string | undefined> {
	const filter = text.trim();
	if (filter === '') {
		throw new HumanError(vscode.l10n.t('There is no filter to save. Write one first.'));
	}
	const parsed = parseQuery(filter);
	if (!parsed.ok) {
		throw new HumanError(vscode.l10n.t('This filter cannot be saved: {0}', parsed.problem.message));
	}
	const same = filters.all.find(saved => saved.filter === filter);
	const name =
		typeof given === 'string' && problemOf(given) === undefined
			? cleaned(given)
			: await askFilterName(same?.name ?? shortened(cleaned(filter), maxFilterNameLength), {
					title: vscode.l10n.t('Save Filter'),
					prompt: vscode.l10n.t('A name for the filter {0}', shortened(filter)),
				});
	if (name === undefined || !(await mayReplace(filters, name, filter))) return undefined;
	if (filters.isFull && filters.named(name) === undefined) {
		throw new HumanError(
			vscode.l10n.t(
				'There are {0} saved filters already. Delete one of them first.',
				countText(maxSavedFilters),
			),
		);
	}
	await filters.save({ name, filter });
	return name;
}

/** `undefined` if the user thought better of it. */
export async function askFilterName(
	value: string,
	words: { readonly title: string; readonly prompt: string },
): Promise<string | undefined> {
	const typed = await vscode.window.showInputBox({
		...words,
		value,
		validateInput: problemOf,
		ignoreFocusOut: true,
	});
	return typed === undefined ? undefined : cleaned(typed);
}

/** Whether no other filter has this name, or the user wants to have it replaced. */
export async function mayReplace(
	filters: SavedFilters,
	name: string,
	filter: string,
): Promise<boolean> {
	const existing = filters.named(name);
	if (existing === undefined || existing.filter === filter) return true;
	const replace = vscode.l10n.t('Replace');
	const answer = await vscode.window.showWarningMessage(
		vscode.l10n.t('There is a filter “{0}” already. Replace it?', existing.name),
		{
			modal: true,
			detail: vscode.l10n.t('It is {0}, and would become {1}', existing.filter, filter),
		},
		replace,
	);
	return answer === replace;
}

function problemOf(name: string): string | undefined {
	const { length } = cleaned(name);
	if (length === 0) return vscode.l10n.t('Type a name.');
	if (length <= maxFilterNameLength) return undefined;
	return vscode.l10n.t('A name has {0} characters at most.', maxFilterNameLength);
}

function cleaned(name: string): string {
	return name.replace(/\s+/g, ' ').trim();
}
