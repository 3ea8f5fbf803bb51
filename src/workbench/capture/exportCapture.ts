import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { Clock } from '../../base/clock';
import { HumanError } from '../../base/errors';
import { countOf, countText } from '../../domain/words';
import { SystemClock } from '../../net/machine/systemClock';
import type { StreamInfo } from '../../protocol/stream';
import type { Capture } from '../../store/capture';
import {
	exchangeFormats,
	formatNames,
	formatOf,
	type ExchangeFormat,
} from '../../store/exchange/exchangeFormats';
import type { ExportReport } from '../../store/exchange/exchangeMessages';
import { formatWords } from '../exchange/formatWords';
import type { Shown } from '../exchange/shown';
import { leftOutWords } from '../exchange/leftOutWords';
import { longWork } from '../longWork';
import { folderToWriteIn } from './folderToWriteIn';

export interface ExportWishes {
	/** With a file nothing is asked: the ending of its name decides the format. */
	readonly file?: vscode.Uri;
	/** What a filter shows, if one is in force. */
	readonly shown?: Shown;
	/** With a file: only what the filter shows. */
	readonly isFiltered?: boolean;
	readonly clock?: Clock;
}

/**
 * Writes a capture, or what the filter shows of it, to a file, and says what is not in it.
 * @returns the file; `undefined` if the user thought better of it.
 * @throws HumanError if it cannot be written there.
 */
export async function exportCapture(
	capture: Capture,
	info: Pick<StreamInfo, 'name'>,
	{ file, shown, isFiltered = false, clock = new SystemClock() }: ExportWishes = {},
): Promise<vscode.Uri | undefined> {
	const isPart = file ? isFiltered : shown && (await chooseWhat(shown, capture.progress.kept));
	if (shown !== undefined && isPart === undefined) return undefined;
	const selected = isPart === true ? shown : undefined;
	const target = file ?? (await chooseTarget(info.name, selected !== undefined));
	if (target === undefined) return undefined;
	if (target.scheme !== 'file') {
		throw new HumanError(vscode.l10n.t('A capture can be exported to the local disk only.'));
	}
	const format = formatOf(target.path);
	if (format === undefined) throw new HumanError(unknownEnding());
	if (selected !== undefined && !exchangeFormats[format].takesSelection) {
		throw new HumanError(
			vscode.l10n.t('A capture is exported as a whole. Choose another format for a part of it.'),
		);
	}
	const report = await write(capture, target.fsPath, format, selected, clock);
	if (report === undefined) return undefined;
	tell(report, target, format);
	return target;
}

function unknownEnding(): string {
	const endings = formatNames.map(format => `.${exchangeFormats[format].endings[0]}`);
	return vscode.l10n.t('Give the file one of the endings {0}.', endings.join(', '));
}

/** Whether only what the filter shows; `undefined` if the user thought better of it. */
async function chooseWhat({ count, filter }: Shown, kept: number): Promise<boolean | undefined> {
	const { l10n } = vscode;
	const items = [
		{
			label: l10n.t('What the Filter Shows'),
			description: countOf(count, 'entry'),
			detail: filter,
			isPart: true,
		},
		{ label: l10n.t('The Whole Capture'), description: countOf(kept, 'entry'), isPart: false },
	];
	const title = l10n.t('Export Capture');
	return (await vscode.window.showQuickPick(items, { title, ignoreFocusOut: true }))?.isPart;
}

async function chooseTarget(name: string, isPart: boolean): Promise<vscode.Uri | undefined> {
	const formats = formatNames.filter(format => !isPart || exchangeFormats[format].takesSelection);
	const items = formats.map(format => {
		const { label, detail } = formatWords(format);
		return { label, detail, description: `.${exchangeFormats[format].endings[0]}`, format };
	});
	const title = vscode.l10n.t('Export Capture');
	const chosen = await vscode.window.showQuickPick(items, {
		title,
		placeHolder: vscode.l10n.t('Format of the file'),
		ignoreFocusOut: true,
	});
	if (chosen === undefined) return undefined;
	const { endings } = exchangeFormats[chosen.format];
	return vscode.window.showSaveDialog({
		title,
		defaultUri: vscode.Uri.joinPath(folderToWriteIn(), `${fileName(name)}.${endings[0]}`),
		filters: { [chosen.label]: [...endings] },
	});
}

function write(
	capture: Capture,
	path: string,
	format: ExchangeFormat,
	selected: Shown | undefined,
	clock: Clock,
): Promise<ExportReport | undefined> {
	const title = vscode.l10n.t('Exporting to {0}', basename(path));
	return longWork(title, clock, async ({ signal, report }) => {
		const seqs = await selected?.seqs();
		const onProgress = (done: number, total: number) =>
			report(done / Math.max(1, total), `${countText(done)} / ${countText(total)}`);
		return capture.exportTo(path, format, { signal, onProgress, ...(seqs && { seqs }) });
	});
}

/** Not waited for: it stays until the user has read it. */
function tell(report: ExportReport, target: vscode.Uri, format: ExchangeFormat): void {
	const { l10n } = vscode;
	const name = basename(target.fsPath);
	const done =
		report.entries === 1
			? l10n.t('1 entry is exported to {0}.', name)
			: l10n.t('{0} entries are exported to {1}.', countText(report.entries), name);
	const words = [done, leftOutWords(report, format)].filter(one => one !== undefined).join(' ');
	const open = l10n.t('Open');
	void vscode.window.showInformationMessage(words, open).then(answer => {
		if (answer === open) return vscode.commands.executeCommand('vscode.open', target);
		return undefined;
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
