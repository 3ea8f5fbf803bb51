import * as vscode from 'vscode';
import { DisposableStore } from '../../../base/disposable';
import type { Frame } from './step';

/** A line to choose, and what it means. */
export interface Choice<T> extends vscode.QuickPickItem {
	readonly value: T;
	/** What its buttons mean, in their order. */
	readonly buttonValues?: readonly T[];
}

export interface ChoiceQuestion<T> {
	readonly placeholder: string;
	readonly choices: readonly Choice<T>[];
	/** The line that is chosen by Enter alone; the first where absent. */
	readonly active?: (value: T) => boolean;
}

/** What was chosen, or where the user goes instead. */
export type ChoiceAnswer<T> =
	{ readonly type: 'chosen'; readonly value: T } | { readonly type: 'back' | 'cancelled' };

/** Asks for one of several, in a quick pick that belongs to a step. */
export async function askChoice<T>(
	frame: Frame,
	question: ChoiceQuestion<T>,
): Promise<ChoiceAnswer<T>> {
	const owned = new DisposableStore();
	const pick = owned.register(vscode.window.createQuickPick<Choice<T>>());
	pick.title = frame.title;
	pick.step = frame.step;
	pick.totalSteps = frame.totalSteps;
	if (frame.canGoBack) pick.buttons = [vscode.QuickInputButtons.Back];
	pick.placeholder = question.placeholder;
	pick.ignoreFocusOut = true;
	pick.items = question.choices;
	const active = question.choices.find(({ value }) => question.active?.(value));
	if (active !== undefined) pick.activeItems = [active];
	try {
		return await new Promise<ChoiceAnswer<T>>(resolve => {
			owned.register(
				pick.onDidAccept(() => {
					const [chosen] = pick.selectedItems;
					if (chosen !== undefined) resolve({ type: 'chosen', value: chosen.value });
				}),
			);
			owned.register(
				pick.onDidTriggerItemButton(({ item, button }) => {
					const value = item.buttonValues?.[item.buttons?.indexOf(button) ?? -1];
					if (value !== undefined) resolve({ type: 'chosen', value });
				}),
			);
			owned.register(pick.onDidTriggerButton(() => resolve({ type: 'back' })));
			owned.register(pick.onDidHide(() => resolve({ type: 'cancelled' })));
			pick.show();
		});
	} finally {
		owned.dispose();
	}
}
