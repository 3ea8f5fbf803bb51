import { countOf, countText, fineDurationText, sizeText } from '../domain/words';
import type { EntryInFull } from './entryInFull';
import { kindWords, stateWords } from './kindWords';

/** The webview's words: every string that a person sees or hears there. */
export const strings = {
	kindWords,

	connection: {
		label: 'Connection',
		stateWords,
		reconnectingIn: (time: string) => `Reconnecting in ${time}`,
		reconnectingNow: 'Reconnecting',
		noAnswerFor: (time: string) => `Connecting, no answer for ${time}`,
		paused: 'view paused',
		capture: 'Capture',
		lastEventId: 'Last-Event-ID',
		noLastEventId: 'none',
		retry: 'Retry',
		rate: (rate: string) => `${rate}/s`,
		entries: (count: number) => `${countText(count)} ${count === 1 ? 'entry' : 'entries'}`,
		/** Three digits are enough for what changes all the time. */
		bytes: (bytes: number) => sizeText(bytes).replace(/(\d{3})\.\d/, '$1'),
		dropped: (count: number) => `${countText(count)} dropped`,
		droppedTitle: 'Entries that could not be kept, or made room for newer ones',
		/** What is announced when the state changes. */
		announce: (state: string, more: string) => (more === '' ? state : `${state}. ${more}`),
	},

	toolbar: {
		label: 'Stream',
		pause: 'Pause',
		resume: 'Resume',
		clear: 'Clear',
		disconnect: 'Disconnect',
		reconnect: 'Reconnect',
		reconnectWith: 'Reconnect with Last-Event-ID…',
		drop: 'Drop Connection',
		exportCapture: 'Export Capture…',
		copyAllAsJsonl: 'Copy All as JSONL',
		copyAllAsMarkdown: 'Copy All as Markdown Table',
		more: 'More Actions…',
		editEndpoint: 'Edit Endpoint…',
		copyAsCode: 'Copy as Code…',
		follow: 'Follow Newest',
	},

	filter: {
		label: 'Filter',
		placeholder: 'Filter (e.g. type:trade data.price:>100 gap:>1s)',
		clear: 'Clear Filter',
		regex: 'Use Regular Expression',
		more: 'More Filters…',
		saved: 'Saved Filters…',
		savedAs: (name: string) => `Saved Filters… (“${name}” is in force)`,
		savedMenu: { label: 'Saved Filters', save: 'Save Filter…', manage: 'Manage…' },
		completions: 'Completions',
		countOf: (total: number) => ` of ${countText(total)}`,
		counting: '…',
		fields: (names: readonly string[]) => `Fields: ${names.join(', ')}`,
		matches: (count: number, total: number) =>
			`${countText(count)} of ${countText(total)} entries match`,
	},

	chips: {
		label: 'Types',
		only: (name: string) => `Only ${name}`,
		not: (name: string) => `All but ${name}`,
		title: (name: string) => `Only ${name}. Alt+Click: all but ${name}`,
		more: (count: number) => `+${count}`,
		moreLabel: (count: number) => countOf(count, 'more type'),
	},

	strip: {
		label: 'Events over Time',
		rate: (rate: string) => `${rate} events/s`,
		trouble: 'ignored, incomplete, failed',
		other: 'other types',
	},

	find: {
		label: 'Find',
		placeholder: 'Find in rows',
		previous: 'Previous Match',
		next: 'Next Match',
		close: 'Close',
		none: 'No results',
		places: (place: number | undefined, total: number, isCounting: boolean) =>
			`${place === undefined ? '?' : countText(place)} of ${countText(total)}${isCounting ? '…' : ''}`,
	},

	grid: {
		label: 'Events',
		columns: {
			seq: '#',
			time: 'Time',
			gap: 'Gap',
			type: 'Type',
			id: 'ID',
			data: 'Data',
			size: 'Size',
			retry: 'Retry',
		},
		newEntries: (count: number) => `${countText(count)} new`,
		newWhilePaused: (count: number) => `${countText(count)} new while paused`,
		bookmarked: 'bookmarked',
		bookmarkSet: (seq: number) => `Entry ${countText(seq)} is bookmarked`,
		bookmarkGone: (seq: number) => `Entry ${countText(seq)} has no bookmark any more`,
		grown: (added: number, kept: number) => `${countText(added)} new, ${countText(kept)} entries`,
		showNew: 'Show the newest and follow',
		comment: (text: string) => (text === '' ? ':' : `: ${text}`),
	},

	columns: {
		more: 'Columns…',
		own: (path: string) => `JSON path ${path}`,
		dataShows: (path: string) => `Shows ${path} of the data`,
		choosePath: 'Show JSON Path in Data…',
	},

	menu: {
		label: 'Entry',
		setBookmark: 'Set Bookmark',
		removeBookmark: 'Remove Bookmark',
		labelBookmark: 'Label Bookmark…',
		copyData: 'Copy Data',
		copyRaw: 'Copy Raw Block',
		copyJson: 'Copy Row as JSON',
		copyText: 'Copy Text',
		copyPath: 'Copy Path',
		copyValue: 'Copy Value',
		filterByValue: 'Filter by This Value',
		asText: 'Put Together as Text',
		openData: 'Open Data in Editor',
		reconnectFrom: 'Reconnect from This Event',
	},

	details: {
		label: 'Details',
		place: (seq: number, time: string) => `#${countText(seq)} · ${time}`,
		previous: 'Previous Entry',
		next: 'Next Entry',
		close: 'Close Details',
		tabs: { text: 'Text', data: 'Data', changes: 'Changes', raw: 'Raw', wire: 'Wire' },
		tabList: 'Views',
		openInEditor: 'Open in Editor',
		saveBytes: 'Save All Bytes…',
		gone: 'This entry is no longer in the capture.',
		notLoaded: 'This view could not be loaded. Reload the window.',
		noData: 'No data.',
		showMore: 'Show More',
		cutData: (shown: number, all: number) =>
			`First ${countText(shown)} of ${countText(all)} characters.`,
		cutBytes: (shown: number, all: number) => `First ${sizeText(shown)} of ${sizeText(all)}.`,
		json: 'JSON',
	},

	text: {
		cut: '…',
		forget: 'Forget Path',
		none: 'This event has no such text.',
	},

	properties: { label: 'Properties' },

	raw: {
		boundary: (chunk: number, later: string) => `chunk ${countText(chunk)}, ${later} later`,
		later: fineDurationText,
		chunk: (chunk: number) => `Chunk ${countText(chunk)}`,
		bytesOf: (bytes: number, begins: boolean, ends: boolean) =>
			begins && ends
				? sizeText(bytes)
				: `${sizeText(bytes)}${begins ? ', begins here' : ends ? ', ends here' : ''}`,
		nothing: 'Nothing came over the wire for this entry.',
		/** What has to be known of the bytes on a tab; mostly nothing. */
		note: (
			full: Pick<EntryInFull, 'coding' | 'received' | 'missingBytes'>,
			tab: 'raw' | 'wire',
		) => {
			const { coding, received, missingBytes } = full;
			const isReceived = tab === 'wire' && received !== undefined;
			const how = isReceived ? `As received, in ${coding}.` : `Decoded from ${coding}.`;
			const missing = `${sizeText(missingBytes ?? 0)} are no longer in the capture.`;
			return [
				...(coding === undefined ? [] : [how]),
				...(missingBytes === undefined ? [] : [missing]),
			].join(' ');
		},
	},
} as const;
