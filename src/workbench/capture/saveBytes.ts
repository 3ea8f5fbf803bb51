import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { Clock } from '../../base/clock';
import { HumanError } from '../../base/errors';
import { sizeText } from '../../domain/words';
import type { AttemptFacts } from '../../store/file/attemptFacts';
import { saveAttempt, type SaveOptions } from '../../store/file/saveAttempt';
import { longWork } from '../longWork';
import { fileName } from './exportCapture';
import { folderToWriteIn } from './folderToWriteIn';
import type { PanelSource } from '../panel/panelSource';
import { describeAttempt, hasBytesLeft, suggestedName, whatIsMissing } from './savedBytesWords';

/** What to save; what is absent is asked for. */
export interface BytesWanted {
	readonly attempt?: number;
	/** With a file nothing is asked: absent is then the latest attempt, and its bytes as received. */
	readonly file?: vscode.Uri;
	/** Of a body with a content coding the decoded bytes. */
	readonly decoded?: boolean;
	/** Save what there is, although bytes are missing. */
	readonly partial?: boolean;
}

/**
 * Writes the bytes of an attempt so far to a file, as received or decoded.
 * @returns the file; `undefined` if the user thought better of it.
 * @throws HumanError if there are no such bytes, not all of them, or they cannot be written.
 */
export async function saveBytes(
	{ capture, info }: PanelSource,
	clock: Clock,
	wanted: BytesWanted,
): Promise<vscode.Uri | undefined> {
	const { file, partial } = wanted;
	const isSilent = file !== undefined;
	const attempts = await capture.attempts();
	const attempt = await chooseAttempt(attempts, wanted.attempt, isSilent);
	if (attempt === undefined) return undefined;
	const isDecoded = wanted.decoded ?? (await chooseDecoded(attempt, isSilent));
	if (isDecoded === undefined) return undefined;
	const isLast = attempt === attempts.at(-1);
	const hasStopped = isLast && capture.progress.keepingStopped !== undefined;
	const missing = whatIsMissing(attempt, isDecoded, hasStopped);
	if (missing !== undefined && partial !== true) {
		if (isSilent) throw new HumanError(missing);
		if (!(await isContent(missing))) return undefined;
	}
	const target = file ?? (await chooseTarget(info.name, attempt, isDecoded));
	if (target === undefined) return undefined;
	if (target.scheme !== 'file') {
		throw new HumanError(vscode.l10n.t('Bytes can be saved to the local disk only.'));
	}
	const isSaved = await withProgress(attempt, isDecoded, clock, more =>
		saveAttempt(capture, attempt, target.fsPath, { isDecoded, ...more }),
	);
	if (!isSaved) return undefined;
	const name = basename(target.fsPath);
	const words = vscode.l10n.t('Attempt {0} is saved as {1}.', attempt.attempt, name);
	vscode.window.setStatusBarMessage(words, 5000);
	return target;
}

async function chooseAttempt(
	attempts: readonly AttemptFacts[],
	wanted: number | undefined,
	isSilent: boolean,
): Promise<AttemptFacts | undefined> {
	if (wanted !== undefined) {
		const found = attempts.find(({ attempt }) => attempt === wanted);
		if (found !== undefined) return found;
		throw new HumanError(vscode.l10n.t('Attempt {0} has brought no stream.', wanted));
	}
	const last = attempts.at(-1);
	if (last === undefined) {
		throw new HumanError(vscode.l10n.t('No attempt has brought a stream yet.'));
	}
	const left = attempts.filter(hasBytesLeft);
	if (left.length <= 1 || isSilent) return isSilent ? last : (left[0] ?? last);
	const items = left.toReversed().map(attempt => ({ ...describeAttempt(attempt), attempt }));
	const title = vscode.l10n.t('Save All Bytes of an Attempt');
	return (await vscode.window.showQuickPick(items, { title, ignoreFocusOut: true }))?.attempt;
}

async function chooseDecoded(
	{ coding, coded, body }: AttemptFacts,
	isSilent: boolean,
): Promise<boolean | undefined> {
	if (coding === undefined || isSilent) return false;
	const items = [
		{ label: vscode.l10n.t('Decoded'), description: sizeText(body.sizeBytes), is: true },
	];
	if (coded !== undefined) {
		const label = vscode.l10n.t('As Received ({0})', coding);
		items.unshift({ label, description: sizeText(coded.sizeBytes), is: false });
	}
	const title = vscode.l10n.t('Save the Bytes');
	return (await vscode.window.showQuickPick(items, { title, ignoreFocusOut: true }))?.is;
}

async function isContent(missing: string): Promise<boolean> {
	const save = vscode.l10n.t('Save What There Is');
	return (await vscode.window.showWarningMessage(missing, { modal: true }, save)) === save;
}

function chooseTarget(name: string, attempt: AttemptFacts, isDecoded: boolean) {
	const file = suggestedName(fileName(name), attempt, isDecoded);
	return vscode.window.showSaveDialog({
		title: vscode.l10n.t('Save All Bytes of Attempt {0}', attempt.attempt),
		defaultUri: vscode.Uri.joinPath(folderToWriteIn(), file),
	});
}

/** Says how far it is, once it has taken a while, and lets the user end it. */
function withProgress(
	{ attempt, body, coded }: AttemptFacts,
	isDecoded: boolean,
	clock: Clock,
	run: (more: Pick<SaveOptions, 'onProgress' | 'signal'>) => Promise<boolean>,
): Promise<boolean> {
	const { keptBytes } = isDecoded ? body : (coded ?? body);
	const title = vscode.l10n.t('Saving the bytes of attempt {0}', attempt);
	return longWork(title, clock, ({ signal, report }) =>
		run({ signal, onProgress: written => report(written / keptBytes, sizeText(written)) }),
	);
}
