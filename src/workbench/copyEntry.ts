import * as vscode from 'vscode';
import { assertNever } from '../base/assertNever';
import { HumanError } from '../base/errors';
import type { CopyWhat } from '../protocol/messages';
import type { Capture } from '../store/capture';

/** Puts an entry, or a part of it, on the clipboard: whole, however large. */
export async function copyEntry(capture: Capture, seq: number, what: CopyWhat): Promise<void> {
	await vscode.env.clipboard.writeText(await textOf(capture, seq, what));
}

async function textOf(capture: Capture, seq: number, what: CopyWhat): Promise<string> {
	switch (what) {
		case 'data':
			return (await wholeEntry(capture, seq)).data;
		case 'json':
			return JSON.stringify(await wholeEntry(capture, seq), undefined, 2);
		case 'raw':
			return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await capture.wireBytes(seq));
		default:
			return assertNever(what);
	}
}

/** @throws HumanError if it is no longer in the capture. */
export async function wholeEntry(capture: Capture, seq: number) {
	const [entry] = await capture.entries([seq]);
	if (entry === undefined) throw new HumanError('This entry is no longer in the capture.');
	return entry;
}
