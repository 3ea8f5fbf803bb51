import * as vscode from 'vscode';
import { HumanError } from '../../base/errors';
import { exchangeFormats, formatOf } from '../../store/exchange/exchangeFormats';
import { editorTypes } from '../ids';

/**
 * Shows a file in the inspector, in the place of the text editor that shows it.
 * @param given the file; absent: that of the active editor.
 */
export async function openInInspector(given?: vscode.Uri): Promise<void> {
	const uri = given ?? activeFile();
	const format = uri && formatOf(uri.path);
	if (uri === undefined || format === undefined || !exchangeFormats[format].isImported) {
		throw new HumanError(
			vscode.l10n.t('Open a file with an event stream first: .sse, .jsonl, .har or a capture.'),
		);
	}
	await vscode.commands.executeCommand('vscode.openWith', uri, editorTypes.text);
}

/** Also one that VS Code shows as no text: a capture is binary. */
function activeFile(): vscode.Uri | undefined {
	const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
	const { TabInputText, TabInputCustom } = vscode;
	if (input instanceof TabInputText || input instanceof TabInputCustom) return input.uri;
	return vscode.window.activeTextEditor?.document.uri;
}
