import * as vscode from 'vscode';
import { assertNever } from '../../base/assertNever';
import { countOf, countText, shortened, sizeText } from '../../domain/words';
import { commandIds } from '../ids';
import { agoText } from './agoText';
import type { CaptureNode } from './captureNodes';
import { stateIcon, stateText } from './stateLook';

/** Longer ones are in the tooltip. */
const maxEndingLength = 60;

/** How a line of the view of captures looks at the time `nowMs`. */
export function captureItem(node: CaptureNode, nowMs: number): vscode.TreeItem {
	const { l10n } = vscode;
	const { file, name, url, started, state, entries, events, sizeBytes, open } = node;
	const item = new vscode.TreeItem(name);
	item.id = file;
	const facts = [
		agoText(started, nowMs, vscode.env.language),
		...(entries === undefined ? [] : [countOf(entries, 'entry')]),
		sizeText(sizeBytes),
	];
	const end = endText(node);
	item.description = [...facts, shortened(end, maxEndingLength)].join(' · ');
	item.iconPath = iconOf(node);
	item.tooltip = [
		name,
		url,
		l10n.t('Started: {0}', new Date(started).toLocaleString(vscode.env.language)),
		...(entries === undefined ? [] : [l10n.t('Entries: {0}', countText(entries))]),
		...(events === undefined ? [] : [l10n.t('Events: {0}', countText(events))]),
		l10n.t('Size: {0}', sizeText(sizeBytes)),
		state === 'cut'
			? l10n.t('Cut off: VS Code ended while it was being written.')
			: l10n.t('State: {0}', end),
	].join('\n');
	item.contextValue = `capture.${open === undefined ? state : open.stream.isEnded ? 'over' : 'live'}`;
	item.accessibilityInformation = { label: [name, end, ...facts].join(', ') };
	item.command = {
		command: commandIds.openListedCapture,
		title: l10n.t('Open Capture'),
		arguments: [node],
	};
	return item;
}

function endText({ state, ending, open }: CaptureNode): string {
	const { l10n } = vscode;
	switch (state) {
		case 'live':
			return stateText(open?.stream.state);
		case 'cut':
			return l10n.t('cut off');
		case 'elsewhere':
			return l10n.t('open in another window');
		case 'ended':
			return ending === undefined ? l10n.t('ended') : l10n.t('ended: {0}', ending);
		default:
			return assertNever(state);
	}
}

function iconOf({ state, open }: CaptureNode): vscode.ThemeIcon {
	if (open !== undefined) return stateIcon(open.stream.state);
	if (state === 'cut') {
		return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
	}
	return new vscode.ThemeIcon(state === 'elsewhere' ? 'multiple-windows' : 'database');
}
