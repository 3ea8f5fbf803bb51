import * as vscode from 'vscode';
import { foldableBlocks } from '../../domain/eventBlocks';

/** Each event of an `.sse` file folds. */
export class EventFolding implements vscode.FoldingRangeProvider {
	provideFoldingRanges(document: vscode.TextDocument): vscode.FoldingRange[] {
		const isBlank = (line: number) => document.lineAt(line).text === '';
		return foldableBlocks(document.lineCount, isBlank).map(
			({ start, end }) => new vscode.FoldingRange(start, end),
		);
	}
}
