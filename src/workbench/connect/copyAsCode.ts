import * as vscode from 'vscode';
import { assertNever } from '../../base/assertNever';
import { HumanError } from '../../base/errors';
import { curlCode, type GeneratedCode } from '../../domain/code/curlCode';
import { eventSourceCode } from '../../domain/code/eventSourceCode';
import { fetchCode } from '../../domain/code/fetchCode';
import { unsendableReason } from '../../domain/lastEventId';
import type { LiveStream } from '../liveStream';

/** What the request of a stream can be copied as. */
export type CodeKind = 'curl' | 'eventSource' | 'fetch';

/** A listener for each of more types than that is no code that anybody wants. */
const maxTypes = 50;

/**
 * Puts the request of a stream on the clipboard, as code; secrets are not in it, and the user is told
 * which variables to set.
 * @param kind Asked for where absent.
 * @returns the code; `undefined` if the user thought better of it.
 * @throws HumanError if there is no stream, or its request has no such form.
 */
export async function copyAsCode(
	stream: LiveStream | undefined,
	kind?: CodeKind,
): Promise<string | undefined> {
	const { l10n } = vscode;
	if (stream === undefined) {
		throw new HumanError(l10n.t('A capture from a file has no connection that could be copied.'));
	}
	const chosen = kind ?? (await askKind());
	if (chosen === undefined) return undefined;
	return copyCode(await codeFor(stream, chosen));
}

/** Puts code on the clipboard, and tells the user which variables to set. Returns the code. */
export async function copyCode({ text, variables }: GeneratedCode): Promise<string> {
	const { l10n } = vscode;
	await vscode.env.clipboard.writeText(text);
	if (variables.length === 0) {
		vscode.window.setStatusBarMessage(l10n.t('Copied.'), 5000);
		return text;
	}
	void vscode.window.showInformationMessage(
		l10n.t(
			'Copied, without secrets. Before you run it, set in its environment: {0}.',
			variables.join(', '),
		),
	);
	return text;
}

async function codeFor(stream: LiveStream, kind: CodeKind): Promise<GeneratedCode> {
	const { endpoint, lastEventId } = stream;
	const sendable = unsendableReason(lastEventId) === undefined ? lastEventId : '';
	switch (kind) {
		case 'curl':
			return curlCode(endpoint, sendable);
		case 'fetch':
			return fetchCode(endpoint, sendable);
		case 'eventSource':
			return eventSourceCode(endpoint, await stream.capture.eventTypes(maxTypes));
		default:
			return assertNever(kind);
	}
}

async function askKind(): Promise<CodeKind | undefined> {
	const { l10n } = vscode;
	const picked = await vscode.window.showQuickPick(
		[
			{ label: 'curl', description: l10n.t('a command line for bash or zsh'), code: 'curl' },
			{ label: 'EventSource', description: l10n.t('JavaScript'), code: 'eventSource' },
			{ label: 'fetch', description: l10n.t('JavaScript'), code: 'fetch' },
		] satisfies (vscode.QuickPickItem & { code: CodeKind })[],
		{ placeHolder: l10n.t('Copy the request of this stream as'), ignoreFocusOut: true },
	);
	return picked?.code;
}
