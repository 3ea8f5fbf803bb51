import * as vscode from 'vscode';
import { HumanError } from '../../base/errors';
import { exportCapture } from '../capture/exportCapture';
import type { CaptureNode } from './captureNodes';
import type { CaptureTreeParts } from './captureTree';
import type { Panels } from '../panel/panels';

type Parts = CaptureTreeParts & { readonly panels: Panels };
/** What is given comes from VS Code, or from who runs the command. */
type Given = CaptureNode | undefined;

/** Shows it: the panel that is there, or a new one. */
export async function openListedCapture(parts: Parts, given: Given): Promise<void> {
	const { file, open } = present(given);
	if (open !== undefined) await parts.streams.show(open);
	else await parts.captures.openFile(vscode.Uri.file(file));
}

/** Asks for another name. */
export async function renameCapture(parts: Parts, given: Given): Promise<void> {
	const { file, name, open } = present(given);
	const { l10n } = vscode;
	const title = await vscode.window.showInputBox({
		title: l10n.t('Rename Capture'),
		prompt: l10n.t('A name for the capture'),
		value: name,
		ignoreFocusOut: true,
		validateInput: typed =>
			typed.trim() === '' ? l10n.t('Type a name that is not empty.') : undefined,
	});
	if (title === undefined || title.trim() === name) return;
	await parts.library.rename(file, title.trim());
	const source = open?.source ?? parts.captures.sourceOf(file);
	if (source !== undefined) parts.panels.rename(source, title.trim());
}

export async function exportListedCapture(parts: Parts, given: Given): Promise<void> {
	const { file, name, open } = present(given);
	if (open !== undefined) await exportCapture(open.stream.capture, open.source.info);
	else
		await parts.captures.with(file, ({ capture, info }) =>
			exportCapture(capture, { ...info, name }),
		);
}

/** In the file manager, if VS Code has one on the machine of the captures; else says where it is. */
export async function revealCapture(given: Given): Promise<void> {
	const { file } = present(given);
	if (vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined) {
		await vscode.commands.executeCommand('revealFileInOS', vscode.Uri.file(file));
		return;
	}
	const { l10n } = vscode;
	const copy = l10n.t('Copy Path');
	const answer = await vscode.window.showInformationMessage(
		l10n.t('The capture is the file {0}', file),
		copy,
	);
	if (answer === copy) await vscode.env.clipboard.writeText(file);
}

/** Once the user has agreed; a stream that is captured ends first. */
export async function deleteCapture(parts: Parts, given: Given): Promise<void> {
	const node = present(given);
	const { l10n } = vscode;
	const yes = l10n.t('Delete');
	const isLive = node.open !== undefined && !node.open.stream.isEnded;
	const answer = await vscode.window.showWarningMessage(
		l10n.t('Delete the capture “{0}”?', node.name),
		{
			modal: true,
			detail: isLive
				? l10n.t('It is being written. Its stream is closed first.')
				: l10n.t('It cannot be brought back.'),
		},
		yes,
	);
	if (answer === yes) await deleteNodes(parts, [node]);
}

/** Deletes all that no other window has open, once the user has agreed. */
export async function deleteAllCaptures(parts: Parts): Promise<void> {
	const { l10n } = vscode;
	const listed = await parts.library.list();
	const streams = parts.streams.all;
	const live = new Set(streams.map(({ stream }) => stream.capture.file));
	const finished = listed.filter(({ file }) => !live.has(file));
	const count = finished.length + streams.length;
	if (count === 0) {
		void vscode.window.showInformationMessage(l10n.t('There are no captures.'));
		return;
	}
	const all = l10n.t('Delete All');
	const onlyFinished = l10n.t('Keep Those of Open Streams');
	const answer = await vscode.window.showWarningMessage(
		l10n.t('Delete all captures? There are {0}.', count),
		{
			modal: true,
			detail:
				streams.length > 0
					? l10n.t('Streams that are open here are closed first: {0}.', streams.length)
					: l10n.t('They cannot be brought back.'),
		},
		all,
		...(streams.length > 0 && finished.length > 0 ? [onlyFinished] : []),
	);
	if (answer === undefined) return;
	const closing = answer === all ? streams : [];
	for (const open of closing) await parts.streams.discard(open);
	await deleteFiles(
		parts,
		finished.map(({ file }) => file),
	);
}

async function deleteNodes(parts: Parts, nodes: readonly CaptureNode[]): Promise<void> {
	for (const { open } of nodes) if (open !== undefined) await parts.streams.discard(open);
	await deleteFiles(
		parts,
		nodes.filter(({ open }) => open === undefined).map(({ file }) => file),
	);
}

/** @throws HumanError if some are still there. */
async function deleteFiles({ captures, library }: Parts, files: readonly string[]): Promise<void> {
	for (const file of files) await captures.close(file);
	const left = await library.delete(files);
	if (left.length === 0) return;
	throw new HumanError(
		vscode.l10n.t(
			'Captures that are open in another window were not deleted: {0}. Close them there first.',
			left.length,
		),
	);
}

function present(given: Given): CaptureNode {
	if (given !== undefined) return given;
	throw new HumanError(vscode.l10n.t('Choose a capture in the view “Captures”.'));
}
