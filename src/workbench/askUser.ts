import * as vscode from 'vscode';
import { assertNever } from '../base/assertNever';
import type { Question } from './ask';

/** Asks in VS Code's input box, which hides what is secret. */
export async function askUser(question: Question): Promise<string | undefined> {
	return vscode.window.showInputBox({ ...wordsFor(question), ignoreFocusOut: true });
}

function wordsFor(question: Question): vscode.InputBoxOptions {
	switch (question.type) {
		case 'secret':
			return {
				title: vscode.l10n.t('Secret “{0}”', question.name),
				prompt: vscode.l10n.t(
					'Its value for {0}. VS Code keeps it, and it is sent nowhere else.',
					question.origin,
				),
				password: true,
				validateInput: value =>
					value === '' ? vscode.l10n.t('Type the value, or press Escape to cancel.') : undefined,
			};
		case 'input':
			return {
				title: question.endpointName,
				prompt: question.prompt,
				password: question.isHidden,
			};
		default:
			return assertNever(question);
	}
}
