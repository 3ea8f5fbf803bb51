import * as vscode from 'vscode';
import { assertNever } from '../../base/assertNever';
import type { Clock } from '../../base/clock';
import { HumanError } from '../../base/errors';
import { redactDetails } from '../../domain/detailsRedaction';
import type { Entry } from '../../domain/entry';
import { countText, sizeText } from '../../domain/words';
import type { CopyAllAs } from '../../protocol/fromWebview';
import type { Capture } from '../../store/capture';
import { jsonLine } from '../../store/exchange/jsonl/jsonLine';
import { markdownHeader, markdownRow } from '../../store/exchange/markdown/markdownTable';
import { RedactionTally } from '../../store/exchange/redactionTally';
import { longWork } from '../longWork';
import { leftOutWords } from './leftOutWords';
import type { Shown } from './shown';

/** More than that is asked about: a clipboard is no place for it, mostly. */
const questionLength = 5_000_000;
/** No clipboard takes more. */
const maxLength = 100_000_000;
const pageLength = 64;

/** Puts all rows that are shown on the clipboard. */
export async function copyAll(
	capture: Capture,
	shown: Shown | undefined,
	as: CopyAllAs,
	clock: Clock,
): Promise<void> {
	const title = vscode.l10n.t('Copying the rows');
	const leftOut = new RedactionTally();
	const copied = await longWork(title, clock, async ({ signal, report }) => {
		const parts = [as === 'markdown' ? markdownHeader : ''];
		let length = 0;
		let rows = 0;
		let hasAgreed = false;
		const { count, entries } = await pages(capture, shown);
		for await (const entry of entries) {
			if (signal.aborted) return undefined;
			const text = line(entry, as, leftOut);
			if (length + text.length > questionLength && !hasAgreed) {
				const answer = await ask(rows);
				if (answer === undefined) return undefined;
				if (answer === 'first') break;
				hasAgreed = true;
			}
			if (length + text.length > maxLength) throw tooLong();
			parts.push(text);
			length += text.length;
			report(++rows / count, countText(rows));
		}
		await vscode.env.clipboard.writeText(parts.join(''));
		return rows;
	});
	if (copied === undefined) return;
	tell(copied, leftOutWords(leftOut.report, 'jsonl'));
}

/** What was left out is not to be missed; all else is seen in passing. */
function tell(rows: number, leftOut: string | undefined): void {
	const { l10n } = vscode;
	const done =
		rows === 1
			? l10n.t('1 row is on the clipboard.')
			: l10n.t('{0} rows are on the clipboard.', countText(rows));
	if (leftOut === undefined) vscode.window.setStatusBarMessage(done, 5000);
	else void vscode.window.showInformationMessage(`${done} ${leftOut}`);
}

async function pages(
	capture: Capture,
	shown: Shown | undefined,
): Promise<{ count: number; entries: AsyncIterable<Entry> }> {
	const seqs = await shown?.seqs();
	const { firstSeq, kept } = await capture.flush();
	async function* entries() {
		const count = seqs?.length ?? kept;
		for (let at = 0; at < count; at += pageLength) {
			const end = Math.min(at + pageLength, count);
			const page = seqs
				? [...seqs.subarray(at, end)]
				: { from: firstSeq + at, to: firstSeq + end - 1 };
			yield* await capture.entries(page);
		}
	}
	return { count: Math.max(1, seqs?.length ?? kept), entries: entries() };
}

function line(entry: Entry, as: CopyAllAs, leftOut: RedactionTally): string {
	switch (as) {
		case 'jsonl': {
			const { details } = entry;
			const redacted = details ? { ...entry, details: redactDetails(details) } : entry;
			leftOut.note(redacted);
			return jsonLine(redacted);
		}
		// It has neither headers nor URLs.
		case 'markdown':
			return markdownRow(entry);
		default:
			return assertNever(as);
	}
}

async function ask(rows: number): Promise<'all' | 'first' | undefined> {
	const { l10n } = vscode;
	const all = l10n.t('Copy All');
	const first = l10n.t('Copy the First {0}', countText(rows));
	const answer = await vscode.window.showWarningMessage(
		l10n.t('The rows come to more than {0}. Copy all of them?', sizeText(questionLength)),
		{ modal: true, detail: l10n.t('Export Capture writes as many as you like to a file.') },
		all,
		first,
	);
	if (answer === all) return 'all';
	return answer === first ? 'first' : undefined;
}

function tooLong(): HumanError {
	return new HumanError(
		vscode.l10n.t(
			'The rows come to more than {0}, which is too much for the clipboard. Export them to a file.',
			sizeText(maxLength),
		),
	);
}
