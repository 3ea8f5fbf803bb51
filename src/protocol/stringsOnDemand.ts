import * as l10n from '@vscode/l10n';
import { countText, fineDurationText, sizeText } from '../domain/words';

/** The webview's words for what it loads when it is wanted. Apart, as the page begins without. */
export const stringsOnDemand = {
	find: {
		label: () => l10n.t('Find'),
		placeholder: () => l10n.t('Find in rows'),
		previous: () => l10n.t('Previous Match'),
		next: () => l10n.t('Next Match'),
		close: () => l10n.t('Close'),
		none: () => l10n.t('No results'),
		places: (place: number | undefined, total: number, isCounting: boolean) => {
			const shown = place === undefined ? '?' : countText(place);
			return l10n.t('{0} of {1}', shown, countText(total)) + (isCounting ? '…' : '');
		},
	},

	completions: () => l10n.t('Completions'),

	savedFilters: {
		label: () => l10n.t('Saved Filters'),
		save: () => l10n.t('Save Filter…'),
		manage: () => l10n.t('Manage…'),
	},

	menu: {
		label: () => l10n.t('Entry'),
		setBookmark: () => l10n.t('Set Bookmark'),
		removeBookmark: () => l10n.t('Remove Bookmark'),
		labelBookmark: () => l10n.t('Label Bookmark…'),
		copyPath: () => l10n.t('Copy Path'),
		copyValue: () => l10n.t('Copy Value'),
		filterByValue: () => l10n.t('Filter by This Value'),
		asText: () => l10n.t('Put Together as Text'),
		openData: () => l10n.t('Open Data in Editor'),
		reconnectFrom: () => l10n.t('Reconnect from This Event'),
	},

	/** What is under the tabs of the details. */
	aboutTabs: {
		data: () => l10n.t('What was sent, as a tree if it is JSON'),
		changes: () => l10n.t('What is different from the event of this type before'),
		text: () => l10n.t('The text that came in pieces, of which this is one'),
		raw: () => l10n.t('The lines as they came, with their ends'),
		wire: () => l10n.t('The bytes as they came, chunk by chunk'),
	},

	data: {
		json: 'JSON',
		none: () => l10n.t('No data.'),
		showMore: () => l10n.t('Show More'),
		cut: (shown: number, all: number) =>
			l10n.t`First ${countText(shown)} of ${countText(all)} characters.`,
		cutBytes: (shown: number, all: number) => l10n.t`First ${sizeText(shown)} of ${sizeText(all)}.`,
	},

	text: {
		forget: () => l10n.t('Forget Path'),
		none: () => l10n.t('This event has no such text.'),
	},

	raw: {
		boundary: (chunk: number, laterMs: number) =>
			l10n.t`chunk ${countText(chunk)}, ${fineDurationText(laterMs)} later`,
		later: fineDurationText,
		chunk: (chunk: number) => l10n.t`Chunk ${countText(chunk)}`,
		bytesOf: (bytes: number, begins: boolean, ends: boolean) => {
			const size = sizeText(bytes);
			if (begins === ends) return size;
			return begins ? l10n.t`${size}, begins here` : l10n.t`${size}, ends here`;
		},
		nothing: () => l10n.t('Nothing came over the wire for this entry.'),
	},
} as const;
