import * as vscode from 'vscode';
import { assertNever } from '../../base/assertNever';
import { HumanError } from '../../base/errors';
import { writtenPath } from '../../domain/query/writtenPath';
import type { CopyPart, CopyWhat } from '../../protocol/fromWebview';
import type { Capture } from '../../store/capture';

/** Puts an entry, or a part of it, on the clipboard: whole, however large. */
export async function copyEntry(capture: Capture, seq: number, what: CopyWhat): Promise<void> {
	await vscode.env.clipboard.writeText(await textOf(capture, seq, what));
}

/** Puts a part of its JSON, the path to it, or the text that an event belongs to, on the clipboard. */
export async function copyPart(capture: Capture, part: CopyPart): Promise<void> {
	await vscode.env.clipboard.writeText(await textOfPart(capture, part));
}

async function textOfPart(capture: Capture, part: CopyPart): Promise<string> {
	switch (part.type) {
		case 'copyPath':
			return writtenPath(part.path);
		case 'copyValue': {
			const json = (await wholeEntry(capture, part.seq)).data.slice(part.from, part.to);
			return json.startsWith('"') ? (JSON.parse(json) as string) : json;
		}
		case 'copyText': {
			const text = await capture.text(part.seq, part.path);
			if (text === undefined)
				throw new HumanError(vscode.l10n.t('There is no text of this entry any more.'));
			return text.before + text.own + text.after;
		}
		default:
			return assertNever(part);
	}
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
	if (entry === undefined)
		throw new HumanError(vscode.l10n.t('This entry is no longer in the capture.'));
	return entry;
}
