import * as vscode from 'vscode';
import { assertNever } from '../../base/assertNever';
import type { ConnectionState } from '../../domain/connectionState';

/** How a state looks in lists; without one there is no connection. */
export function stateIcon(state: ConnectionState | undefined): vscode.ThemeIcon {
	const icon = (id: string, color?: string) =>
		new vscode.ThemeIcon(id, color === undefined ? undefined : new vscode.ThemeColor(color));
	switch (state) {
		case 'connecting':
			return icon('loading~spin', 'charts.blue');
		case 'open':
			return icon('circle-filled', 'charts.green');
		case 'waiting':
			return icon('history', 'charts.yellow');
		case 'closed':
			return icon('circle-slash');
		case 'failed':
			return icon('error', 'list.errorForeground');
		case undefined:
			return icon('circle-outline');
		default:
			return assertNever(state);
	}
}

/** The same in words. */
export function stateText(state: ConnectionState | undefined): string {
	const { l10n } = vscode;
	switch (state) {
		case 'connecting':
			return l10n.t('connecting');
		case 'open':
			return l10n.t('open');
		case 'waiting':
			return l10n.t('waiting to reconnect');
		case 'closed':
			return l10n.t('closed');
		case 'failed':
			return l10n.t('failed');
		case undefined:
			return l10n.t('not connected');
		default:
			return assertNever(state);
	}
}
