import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../base/disposable';
import { commandIds, settingKeys } from '../ids';
import { codeSelector, rangeOf, streamsIn } from './codeStreams';

/** Offers to inspect the streams that code asks for: above each one, and as an action on it. */
export function registerInspectLenses(): Disposable {
	const owned = new DisposableStore();
	const changed = owned.register(new vscode.EventEmitter<void>());
	owned.register(
		vscode.workspace.onDidChangeConfiguration(event => {
			if (event.affectsConfiguration(settingKeys.codeLens)) changed.fire();
		}),
	);
	const provideCodeLenses = async (document: vscode.TextDocument) => {
		if (!isOn(document)) return [];
		const found = await streamsIn(document);
		return found.map(one => {
			const title = `$(radio-tower) ${vscode.l10n.t('Inspect stream')}`;
			return new vscode.CodeLens(rangeOf(document, one), {
				...inspect(document, one.start),
				title,
			});
		});
	};
	const provideCodeActions = async (document: vscode.TextDocument, range: vscode.Range) => {
		if (!isOn(document)) return [];
		const found = await streamsIn(document);
		return found
			.filter(one => rangeOf(document, one).intersection(range) !== undefined)
			.map(one => {
				const action = new vscode.CodeAction(vscode.l10n.t('Inspect stream'), actionKind);
				action.command = inspect(document, one.start);
				return action;
			});
	};
	owned.register(
		vscode.languages.registerCodeLensProvider(codeSelector, {
			onDidChangeCodeLenses: changed.event,
			provideCodeLenses,
		}),
	);
	owned.register(
		vscode.languages.registerCodeActionsProvider(
			codeSelector,
			{ provideCodeActions },
			{ providedCodeActionKinds: [actionKind] },
		),
	);
	return owned;
}

/** It changes nothing in the file, so it is none of VS Code's own kinds. */
const actionKind = vscode.CodeActionKind.Empty.append('inspectStream');

function isOn(document: vscode.TextDocument): boolean {
	return vscode.workspace.getConfiguration(undefined, document).get(settingKeys.codeLens, true);
}

function inspect(document: vscode.TextDocument, start: number): vscode.Command {
	return {
		command: commandIds.inspectStream,
		title: vscode.l10n.t('Inspect stream'),
		arguments: [document.uri, start],
	};
}
