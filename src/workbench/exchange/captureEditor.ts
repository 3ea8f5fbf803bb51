import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import * as vscode from 'vscode';
import { HumanError } from '../../base/errors';
import type { Capture } from '../../store/capture';
import { newCaptureName } from '../../store/catalogue/captureName';
import { captureSource, type PanelSource } from '../panel/panelSource';
import { importCapture, importFormatOf, readBounded } from './importCapture';
import type { FileParts } from './registerFiles';

/** A file in the inspector. What had to be made for it goes with it. */
class CaptureDocument implements vscode.CustomDocument {
	constructor(
		readonly uri: vscode.Uri,
		readonly source: PanelSource,
		private readonly end: () => void,
	) {}

	dispose(): void {
		this.end();
	}
}

/**
 * Opens a file in any format that can be read, for an editor that shows it as a panel shows a stream.
 * @throws Error that has been shown: VS Code then has a button in the place of the editor, to try again.
 */
export async function openCaptureDocument(
	parts: FileParts,
	uri: vscode.Uri,
): Promise<vscode.CustomDocument> {
	const folder = await mkdtemp(join(tmpdir(), 'event-stream-view-'));
	parts.folders.add(folder);
	const removeFolder = async () => {
		await rm(folder, { recursive: true, force: true });
		parts.folders.delete(folder);
	};
	try {
		const name = newCaptureName();
		const capture = await open(parts, uri, join(folder, name));
		const end = async () => {
			await capture.close({ delete: false });
			await removeFolder();
		};
		const source = captureSource(capture, name);
		return new CaptureDocument(uri, source, () => parts.report.guard(end()));
	} catch (error) {
		await removeFolder();
		// What VS Code puts in the place of the editor does not say what is wrong.
		parts.report.show(error);
		throw error;
	}
}

/** Fills the editor of a file that was opened before. */
export async function showCaptureDocument(
	{ panels }: FileParts,
	document: vscode.CustomDocument,
	panel: vscode.WebviewPanel,
): Promise<void> {
	if (!(document instanceof CaptureDocument)) throw new Error('Not one of ours.');
	await panels.adopt(panel, document.source);
	panel.title = basename(document.uri.path);
}

async function open({ store, clock }: FileParts, uri: vscode.Uri, copy: string): Promise<Capture> {
	const format = importFormatOf(uri);
	if (format !== undefined) {
		const isMade = await importCapture(store, uri, format, copy, clock);
		if (isMade) return store.openExisting(copy);
		throw new HumanError(vscode.l10n.t('Opening the file was cancelled.'));
	}
	if (uri.scheme === 'file') return store.openExisting(uri.fsPath);
	await writeFile(copy, await readBounded(uri));
	return store.openExisting(copy);
}
