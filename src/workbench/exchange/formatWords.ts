import * as vscode from 'vscode';
import type { ExchangeFormat } from '../../store/exchange/exchangeFormats';

/** What a person is told of a format: what it is, and what it is good for. */
export function formatWords(format: ExchangeFormat): { label: string; detail: string } {
	return words()[format];
}

function words(): Readonly<Record<ExchangeFormat, { label: string; detail: string }>> {
	const { l10n } = vscode;
	return {
		sqlite: {
			label: l10n.t('Capture (SQLite)'),
			detail: l10n.t('All there is, bytes included. Opens here again, and in any SQLite shell.'),
		},
		jsonl: {
			label: l10n.t('JSON Lines'),
			detail: l10n.t('One entry a line, with all of its fields.'),
		},
		sse: {
			label: l10n.t('Event stream'),
			detail: l10n.t('The bytes as they came, to be read or sent again.'),
		},
		har: {
			label: l10n.t('HTTP Archive (HAR)'),
			detail: l10n.t('For the network panel of Chrome DevTools.'),
		},
		csv: {
			label: l10n.t('Table (CSV)'),
			detail: l10n.t('For spreadsheets. It cannot be opened here again.'),
		},
	};
}
