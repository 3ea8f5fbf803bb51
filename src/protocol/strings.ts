import * as l10n from '@vscode/l10n';
import { countOf, countText, sizeText } from '../domain/words';

/**
 * The webview's words: what a person sees or hears there from the beginning. Each is a function: the
 * language is known only when the host has said it.
 */
export const strings = {
	connection: {
		label: () => l10n.t('Connection'),
		reconnectingIn: (time: string) => l10n.t`Reconnecting in ${time}`,
		reconnectingNow: () => l10n.t('Reconnecting'),
		noAnswerFor: (time: string) => l10n.t`Connecting, no answer for ${time}`,
		paused: () => l10n.t('view paused'),
		capture: () => l10n.t('Capture'),
		/** The name of a header. */
		lastEventId: 'Last-Event-ID',
		noLastEventId: () => l10n.t('none'),
		retry: () => l10n.t('Retry'),
		retryTitle: () => l10n.t('How long to wait before reconnecting'),
		rate: (rate: string) => l10n.t`${rate}/s`,
		entries: (count: number) => countOf(count, 'entry'),
		/** Three digits are enough for what changes all the time. */
		bytes: (bytes: number) => sizeText(bytes).replace(/(\d{3})\.\d/, '$1'),
		dropped: (count: number) => l10n.t`${countText(count)} dropped`,
		droppedTitle: () => l10n.t('Entries that could not be kept, or made room for newer ones'),
		/** What is announced one after the other. */
		announce: (first: string, second: string) =>
			first && second ? l10n.t`${first}. ${second}` : first || second,
	},

	toolbar: {
		label: () => l10n.t('Stream'),
		pause: () => l10n.t('Pause'),
		resume: () => l10n.t('Resume'),
		clear: () => l10n.t('Clear'),
		disconnect: () => l10n.t('Disconnect'),
		reconnect: () => l10n.t('Reconnect'),
		reconnectWith: () => l10n.t('Reconnect with Last-Event-ID…'),
		drop: () => l10n.t('Drop Connection'),
		exportCapture: () => l10n.t('Export Capture…'),
		copyAllAsJsonl: () => l10n.t('Copy All as JSONL'),
		copyAllAsMarkdown: () => l10n.t('Copy All as Markdown Table'),
		more: () => l10n.t('More Actions…'),
		editEndpoint: () => l10n.t('Edit Endpoint…'),
		copyAsCode: () => l10n.t('Copy as Code…'),
		follow: () => l10n.t('Follow Newest'),
	},

	filter: {
		label: () => l10n.t('Filter'),
		placeholder: () => l10n.t('Filter (e.g. type:trade data.price:>100 gap:>1s)'),
		clear: () => l10n.t('Clear Filter'),
		regex: () => l10n.t('Use Regular Expression'),
		more: () => l10n.t('More Filters…'),
		saved: () => l10n.t('Saved Filters…'),
		savedAs: (name: string) => l10n.t`Saved Filters… (“${name}” is in force)`,
		/** Follows the number of those that match. */
		countOf: (total: number) => ` ${l10n.t`of ${countText(total)}`}`,
		fields: (names: readonly string[]) => l10n.t`Fields: ${names.join(', ')}`,
		matches: (count: number, total: number) =>
			l10n.t`${countText(count)} of ${countText(total)} entries match`,
	},

	chips: {
		label: () => l10n.t('Types'),
		only: (name: string) => l10n.t`Only ${name}`,
		not: (name: string) => l10n.t`All but ${name}`,
		title: (name: string) => l10n.t`Only ${name}. Alt+Click: all but ${name}`,
		more: (count: number) => `+${count}`,
		moreLabel: (count: number) => countOf(count, 'more type'),
	},

	strip: {
		label: () => l10n.t('Events over Time'),
		rate: (rate: string) => l10n.t`${rate} events/s`,
		trouble: () => l10n.t('ignored, incomplete, failed'),
		other: () => l10n.t('other types'),
	},

	grid: {
		label: () => l10n.t('Events'),
		columns: {
			seq: () => '#',
			time: () => l10n.t('Time'),
			gap: () => l10n.t('Gap'),
			type: () => l10n.t('Type'),
			id: () => l10n.t('ID'),
			data: () => l10n.t('Data'),
			size: () => l10n.t('Size'),
			retry: () => l10n.t('Retry'),
		},
		newEntries: (count: number) => l10n.t`${countText(count)} new`,
		newWhilePaused: (count: number) => l10n.t`${countText(count)} new while paused`,
		bookmarked: () => l10n.t('bookmarked'),
		bookmarkSet: (seq: number) => l10n.t`Entry ${countText(seq)} is bookmarked`,
		bookmarkGone: (seq: number) => l10n.t`Entry ${countText(seq)} has no bookmark any more`,
		grown: (added: number, kept: number) =>
			l10n.t`${countText(added)} new, ${countOf(kept, 'entry')}`,
		showNew: () => l10n.t('Show the newest and follow'),
		comment: (text: string) => (text === '' ? ':' : `: ${text}`),
	},

	columns: {
		more: () => l10n.t('Columns…'),
		own: (path: string) => l10n.t`JSON path ${path}`,
		dataShows: (path: string) => l10n.t`Shows ${path} of the data`,
		choosePath: () => l10n.t('Show JSON Path in Data…'),
	},

	details: {
		label: () => l10n.t('Details'),
		properties: () => l10n.t('Properties'),
		place: (seq: number, time: string) => `#${countText(seq)} · ${time}`,
		previous: () => l10n.t('Previous Entry'),
		next: () => l10n.t('Next Entry'),
		close: () => l10n.t('Close Details'),
		tabs: {
			text: () => l10n.t('Text'),
			data: () => l10n.t('Data'),
			changes: () => l10n.t('Changes'),
			raw: () => l10n.t('Raw'),
			wire: () => l10n.t('Wire'),
		},
		tabList: () => l10n.t('Views'),
		copyData: () => l10n.t('Copy Data'),
		copyRaw: () => l10n.t('Copy Raw Block'),
		copyJson: () => l10n.t('Copy Row as JSON'),
		copyText: () => l10n.t('Copy Text'),
		openInEditor: () => l10n.t('Open in Editor'),
		saveBytes: () => l10n.t('Save All Bytes…'),
		gone: () => l10n.t('This entry is no longer in the capture.'),
		notLoaded: () => l10n.t('This view could not be loaded. Reload the window.'),
	},
} as const;
