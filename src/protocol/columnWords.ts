import * as l10n from '@vscode/l10n';
import { countText } from '../domain/words';

/** What the menu of the columns says, and what is read out of them. Apart, as the page begins without. */
export const columnWords = {
	menu: () => l10n.t('Columns'),
	time: {
		absolute: () => l10n.t('Time of Day'),
		sinceStart: () => l10n.t('Time Since Start'),
		delta: () => l10n.t('Time Since Row Before'),
	},
	allData: () => l10n.t('All of the Data'),
	moveLeft: () => l10n.t('Move Left'),
	moveRight: () => l10n.t('Move Right'),
	wider: () => l10n.t('Wider'),
	narrower: () => l10n.t('Narrower'),
	fit: () => l10n.t('Fit to Content'),
	hide: () => l10n.t('Hide Column'),
	remove: () => l10n.t('Remove Column'),
	add: () => l10n.t('Add Column from JSON Path…'),
	reset: () => l10n.t('Reset Columns'),
	/** Keys are named as on the keyboard. */
	moveLeftKey: 'Ctrl+Shift+←',
	moveRightKey: 'Ctrl+Shift+→',
	widerKey: 'Shift+→',
	narrowerKey: 'Shift+←',
	width: (name: string, px: number) => l10n.t`${name}: ${countText(px)} pixels wide`,
	place: (name: string, place: number, count: number) =>
		l10n.t`${name}: column ${countText(place)} of ${countText(count)}`,
} as const;

/** What is in the columns that their names do not explain. */
export const aboutColumns: Readonly<Record<string, () => string>> = {
	seq: () => l10n.t('Number of the entry'),
	gap: () => l10n.t('Time since the event before'),
	id: () => l10n.t('ID that the event itself set'),
	size: () => l10n.t('Bytes on the wire'),
	retry: () => l10n.t('Reconnection time that the entry set'),
};
