import * as vscode from 'vscode';
import { DisposableStore } from '../../../base/disposable';
import type { Frame } from './step';

/** What {@link askText} asks. */
export interface TextQuestion {
	readonly prompt: string;
	readonly placeholder?: string;
	/** What stands there at first. */
	readonly value?: string;
	/** Takes the place of `value` when it comes, unless something has been typed by then. */
	readonly suggestion?: Promise<string | undefined>;
	readonly isHidden?: boolean;
	/** What is wrong with what is typed, as a sentence; it is said while typing, and nothing wrong is taken. */
	problem?(typed: string): string | undefined;
}

/** What was typed, or where the user goes instead. */
export type TextAnswer =
	{ readonly type: 'text'; readonly text: string } | { readonly type: 'back' | 'cancelled' };

/** Asks for a text, in an input box that belongs to a step. */
export async function askText(frame: Frame, question: TextQuestion): Promise<TextAnswer> {
	const owned = new DisposableStore();
	const box = owned.register(vscode.window.createInputBox());
	box.title = frame.title;
	box.step = frame.step;
	box.totalSteps = frame.totalSteps;
	if (frame.canGoBack) box.buttons = [vscode.QuickInputButtons.Back];
	box.prompt = question.prompt;
	box.placeholder = question.placeholder;
	box.value = question.value ?? '';
	box.password = question.isHidden ?? false;
	// One may have to go and fetch what is asked for.
	box.ignoreFocusOut = true;
	const say = () => {
		// What is not begun yet is not wrong.
		box.validationMessage = box.value === '' ? undefined : question.problem?.(box.value);
	};
	say();
	const isUntouched = () => box.value === (question.value ?? '') && !owned.isDisposed;
	void question.suggestion?.then(
		text => {
			if (text === undefined || !isUntouched()) return;
			box.value = text;
			say();
		},
		() => undefined,
	);
	try {
		return await new Promise<TextAnswer>(resolve => {
			owned.register(box.onDidChangeValue(say));
			owned.register(
				box.onDidAccept(() => {
					const problem = question.problem?.(box.value);
					if (problem === undefined) resolve({ type: 'text', text: box.value });
					else box.validationMessage = problem;
				}),
			);
			owned.register(box.onDidTriggerButton(() => resolve({ type: 'back' })));
			owned.register(box.onDidHide(() => resolve({ type: 'cancelled' })));
			box.show();
		});
	} finally {
		owned.dispose();
	}
}
