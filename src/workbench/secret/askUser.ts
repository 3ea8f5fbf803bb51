import * as vscode from 'vscode';
import { assertNever } from '../../base/assertNever';
import type { Question } from './ask';

/** Asks in VS Code's input box, which hides what is secret. */
export async function askUser(question: Question): Promise<string | undefined> {
	for (;;) {
		const box = { ...wordsFor(question), ignoreFocusOut: true };
		const answer = await vscode.window.showInputBox(box);
		// Nothing is no secret. A check while one types would hide the words from who has typed nothing yet.
		if (answer !== '' || question.type !== 'secret') return answer;
	}
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
