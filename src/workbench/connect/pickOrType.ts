import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable';

/** What {@link pickOrType} asks. */
export interface PickOrType {
	readonly title: string;
	readonly placeholder: string;
	/** Offered, each with what is to be said of it. */
	readonly offers: readonly { readonly value: string; readonly description?: string }[];
	/** What is wrong with what was typed, as a sentence; `undefined` if it will do. */
	problem(typed: string): string | undefined;
	/** What is typed finds an offer first of all, and stands after those it finds. */
	readonly isTypedLast?: boolean;
}

interface Line extends vscode.QuickPickItem {
	/** Absent for a sentence about what is typed. */
	readonly value?: string;
}

/** Asks for one of the offers, or for what is typed instead; `undefined` if the user gives none. */
export async function pickOrType(asked: PickOrType): Promise<string | undefined> {
	const owned = new DisposableStore();
	const pick = owned.register(vscode.window.createQuickPick<Line>());
	pick.title = asked.title;
	pick.placeholder = asked.placeholder;
	pick.ignoreFocusOut = true;
	const refresh = () => {
		pick.items = linesFor(asked, pick.value.trim());
	};
	refresh();
	try {
		return await new Promise<string | undefined>(resolve => {
			owned.register(pick.onDidChangeValue(refresh));
			owned.register(pick.onDidHide(() => resolve(undefined)));
			owned.register(
				pick.onDidAccept(() => {
					// Enter may come before the line for what was typed last is shown.
					const typed = pick.value.trim();
					const own = typed !== '' && asked.problem(typed) === undefined ? typed : undefined;
					const value = pick.selectedItems[0]?.value ?? own;
					if (value !== undefined) resolve(value);
				}),
			);
			pick.show();
		});
	} finally {
		owned.dispose();
	}
}

function linesFor({ offers, problem, isTypedLast }: PickOrType, typed: string): Line[] {
	const lines = offers.map(({ value, description }): Line => ({
		label: value,
		description,
		value,
	}));
	if (typed === '' || offers.some(({ value }) => value === typed)) return lines;
	const wrong = problem(typed);
	const own: Line =
		wrong === undefined
			? { label: vscode.l10n.t('Use “{0}”', typed), value: typed, alwaysShow: true }
			: { label: `$(info) ${wrong}`, alwaysShow: true };
	return isTypedLast === true ? [...lines, own] : [own, ...lines];
}
