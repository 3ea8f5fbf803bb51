import * as vscode from 'vscode';
import { HumanError } from '../../base/errors';
import { countText } from '../../domain/words';
import type { PageOrder } from '../../protocol/toWebview';
import type { Capture } from '../../store/capture';
import type { Report } from '../report';

/** A panel with the entries of a capture. */
export interface PanelToGoIn {
	readonly source: { readonly capture: Capture };
	/** The filter hides it. */
	hides(seq: number): boolean;
	order(order: PageOrder): void;
}

/**
 * Selects an entry, and offers to clear the filter that hides it; without its number or ID the user is
 * asked. Resolves as soon as it is selected, to its number.
 */
export async function goToEntry(
	panel: PanelToGoIn,
	report: Report,
	given?: unknown,
): Promise<number | undefined> {
	const seq = await entryAskedFor(panel.source.capture, given);
	if (seq === undefined) return undefined;
	panel.order({ type: 'reveal', seq });
	if (panel.hides(seq)) report.guard(offerToClearFilter(panel, seq));
	return seq;
}

/**
 * The entry that the user asks for, by its number, with or without #, or else by its event ID;
 * `undefined` if the user thought better of it. Without `given` the user is asked.
 * @throws HumanError if the capture does not have it, or not any more.
 */
async function entryAskedFor(capture: Capture, given?: unknown): Promise<number | undefined> {
	const { firstSeq, lastSeq } = capture.progress;
	const asked =
		given === undefined
			? await vscode.window.showInputBox({
					title: vscode.l10n.t('Go to Entry'),
					ignoreFocusOut: true,
					prompt: vscode.l10n.t('The number of an entry, such as #1042, or an event ID.'),
					placeHolder: lastSeq < firstSeq ? undefined : `#${firstSeq} – #${lastSeq}`,
				})
			: String(given);
	if (asked === undefined || asked.trim() === '') return undefined;
	const digits = /^#?(\d{1,15})$/.exec(asked.trim())?.[1];
	const seq = digits === undefined ? undefined : Number(digits);
	if (seq !== undefined && seq >= firstSeq && seq <= lastSeq) return seq;
	const found = asked.startsWith('#') ? undefined : await capture.seqOfId(asked);
	if (found !== undefined) return found;
	if (seq === undefined) {
		throw new HumanError(
			vscode.l10n.t('No entry in the capture has set the ID “{0}”.', asked.slice(0, 100)),
		);
	}
	throw new HumanError(
		seq < firstSeq && seq > 0
			? vscode.l10n.t('Entry #{0} is no longer in the capture.', countText(seq))
			: vscode.l10n.t(
					'There is no entry #{0}; the last is #{1}.',
					countText(seq),
					countText(lastSeq),
				),
	);
}

async function offerToClearFilter(panel: PanelToGoIn, seq: number): Promise<void> {
	const clear = vscode.l10n.t('Clear Filter');
	const words = vscode.l10n.t('Entry #{0} does not match the filter.', countText(seq));
	if ((await vscode.window.showInformationMessage(words, clear)) !== clear) return;
	panel.order({ type: 'writeFilter', text: '' });
	panel.order({ type: 'reveal', seq });
}
