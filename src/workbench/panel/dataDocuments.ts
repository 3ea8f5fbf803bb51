import * as vscode from 'vscode';
import type { Capture } from '../../store/capture';
import { wholeEntry } from './copyEntry';
import { dataScheme } from '../ids';

/** Read-only documents with the whole data of an entry, for what is too large for the details pane. */
export class DataDocuments implements vscode.TextDocumentContentProvider {
	private readonly captures = new Map<string, Capture>();

	/** The documents of a capture can be read until the result is disposed of. */
	add(name: string, capture: Capture): vscode.Disposable {
		this.captures.set(name, capture);
		return new vscode.Disposable(() => this.captures.delete(name));
	}

	async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
		const capture = this.captures.get(uri.authority);
		const seq = Number(/(\d+)/.exec(uri.path)?.[1]);
		if (capture === undefined) return vscode.l10n.t('The capture has been closed.');
		return (await wholeEntry(capture, seq)).data;
	}
}

/** Opens the whole data of an entry beside the inspector. */
export async function openData(capture: Capture, captureName: string, seq: number): Promise<void> {
	const { data } = await wholeEntry(capture, seq);
	const extension = /^\s*[[{]/.test(data) ? 'json' : 'txt';
	const uri = vscode.Uri.from({
		scheme: dataScheme,
		authority: captureName,
		path: `/entry-${seq}.${extension}`,
	});
	const document = await vscode.workspace.openTextDocument(uri);
	await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
}
