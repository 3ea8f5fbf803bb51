import * as vscode from 'vscode';
import { HumanError } from '../../base/errors';
import { unsendableReason } from '../../domain/lastEventId';
import { wholeEntry } from './copyEntry';
import type { LiveStream } from '../liveStream';

/**
 * Connects again from the last event ID that was in force after an entry: its own, if it set one.
 * @throws HumanError if there is none, or it cannot be sent.
 */
export async function reconnectFromEntry(stream: LiveStream, seq: number): Promise<void> {
	const { lastEventId } = await wholeEntry(stream.capture, seq);
	if (lastEventId === '') {
		throw new HumanError(vscode.l10n.t('No event ID was set when this entry arrived.'));
	}
	await stream.reconnect({ lastEventId: sendable(lastEventId) });
}

/**
 * Connects again from an ID: `given`, or one that the user types.
 * @throws HumanError if it cannot be sent.
 */
export async function reconnectWith(stream: LiveStream, given: unknown): Promise<void> {
	const lastEventId = await givenOrTyped(given, stream.lastEventId, {
		title: vscode.l10n.t('Reconnect with Last-Event-ID'),
		prompt: vscode.l10n.t('The connection is made again at once, and asks to go on after this ID.'),
	});
	if (lastEventId !== undefined) await stream.reconnect({ lastEventId });
}

/**
 * Sets the ID that the next attempt sends, and leaves that attempt its time.
 * @throws HumanError if it cannot be sent, or nobody would send it.
 */
export async function editLastEventId(stream: LiveStream, given: unknown): Promise<void> {
	const lastEventId = await givenOrTyped(given, stream.lastEventId, {
		title: vscode.l10n.t('Last-Event-ID for the Next Attempt'),
		prompt: vscode.l10n.t('The next attempt comes in its time, and asks to go on after this ID.'),
	});
	if (lastEventId === undefined) return;
	if (stream.state === 'connecting' || stream.state === 'open') {
		throw new HumanError(
			vscode.l10n.t(
				'The stream is connected, and sets the ID itself. Run “Event Stream: Reconnect with Last-Event-ID…” instead.',
			),
		);
	}
	stream.editLastEventId(lastEventId);
}

/** `undefined` if the user thought better of it. */
async function givenOrTyped(
	given: unknown,
	current: string,
	words: { readonly title: string; readonly prompt: string },
): Promise<string | undefined> {
	if (typeof given === 'string') return sendable(given);
	return vscode.window.showInputBox({
		...words,
		value: current,
		placeHolder: vscode.l10n.t('Empty: no Last-Event-ID is sent'),
		ignoreFocusOut: true,
		validateInput: text => problem(text) ?? hint(text),
	});
}

function sendable(lastEventId: string): string {
	const found = problem(lastEventId);
	if (found !== undefined) throw new HumanError(found);
	return lastEventId;
}

function problem(lastEventId: string): string | undefined {
	const reason = unsendableReason(lastEventId);
	return reason && vscode.l10n.t('This ID cannot be sent: {0}.', reason);
}

function hint(lastEventId: string): vscode.InputBoxValidationMessage | undefined {
	if (!/^[ \t]|[ \t]$/.test(lastEventId)) return undefined;
	return {
		message: vscode.l10n.t('Servers ignore the spaces around the value of a header.'),
		severity: vscode.InputBoxValidationSeverity.Warning,
	};
}
