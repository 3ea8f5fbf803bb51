import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { HumanError } from '../../base/errors';
import type { StreamInfo } from '../../protocol/messages';
import type { Capture } from '../../store/capture';

const formats = { sqlite: 'sqlite', db: 'sqlite', jsonl: 'jsonl', sse: 'sse' } as const;

/**
 * Writes the capture to `file`, or asks where to; the ending of the name decides the format.
 * @throws HumanError if it cannot be written there.
 */
export async function exportCapture(
	capture: Capture,
	info: StreamInfo,
	file?: vscode.Uri,
): Promise<void> {
	const target = file ?? (await chooseTarget(info.name));
	if (target === undefined) return;
	if (target.scheme !== 'file') {
		throw new HumanError(vscode.l10n.t('A capture can be exported to the local disk only.'));
	}
	const ending = /\.([a-z]+)$/i.exec(target.path)?.[1]?.toLowerCase() ?? '';
	if (!(ending in formats)) {
		throw new HumanError(vscode.l10n.t('Give the file the ending .sqlite, .jsonl or .sse.'));
	}
	await vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Exporting…') },
		() => capture.exportTo(target.fsPath, formats[ending as keyof typeof formats]),
	);
}

function chooseTarget(name: string): Thenable<vscode.Uri | undefined> {
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file(homedir());
	return vscode.window.showSaveDialog({
		title: vscode.l10n.t('Export Capture'),
		defaultUri: vscode.Uri.joinPath(folder, `${fileName(name)}.sqlite`),
		filters: {
			[vscode.l10n.t('Capture (SQLite), opens here again')]: ['sqlite', 'db'],
			[vscode.l10n.t('JSON, one entry a line')]: ['jsonl'],
			[vscode.l10n.t('Event stream, the bytes as they came')]: ['sse'],
		},
	});
}

/** A name that every file system takes. */
export function fileName(name: string): string {
	const plain = name
		.replace(/^https?:\/\//, '')
		.replace(/[^\p{L}\p{N}._-]+/gu, '-')
		.replace(/^[-.]+|[-.]+$/g, '')
		.slice(0, 60);
	return plain === '' ? 'capture' : plain;
}
