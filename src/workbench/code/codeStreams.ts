import * as vscode from 'vscode';
import type { FoundRequest } from '../../domain/sourceCode/foundRequest';
import { loadOnDemand } from '../loadOnDemand';

const scripts = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'];
const markup = ['vue', 'svelte', 'html'];

/** Where streams are looked for. */
export const codeSelector: vscode.DocumentSelector = [
	...[...scripts, ...markup, 'http'].map(language => ({ language })),
	{ pattern: '**/*.{http,rest}' },
];

/** The requests for streams that stand in a file. */
export async function streamsIn(document: vscode.TextDocument): Promise<FoundRequest[]> {
	const text = document.getText();
	// Most files have none, and need nothing loaded.
	if (!/EventSource|event-stream/i.test(text)) return [];
	const { scanHttpFile, scanMarkup, scanScript } = await loadOnDemand();
	if (scripts.includes(document.languageId)) return scanScript(text);
	if (markup.includes(document.languageId)) return scanMarkup(text);
	return scanHttpFile(text);
}

/** Where a request stands in its file. */
export function rangeOf(document: vscode.TextDocument, { start, end }: FoundRequest): vscode.Range {
	return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
