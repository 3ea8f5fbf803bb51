import { countOf, countText, durationText, sizeText } from '../../domain/words';

/** The words for how things stand, and what to do about it. */
export const words = {
	reconnectNow: 'Reconnect Now',
	stopWaiting: 'Stop Waiting',
	editLastEventId: 'Edit…',
	attempt: (attempt: number) => `Attempt ${countText(attempt)}`,
	willSend: (id: string) => `will send Last-Event-ID ${id}`,
	willSendNone: 'will send no Last-Event-ID',
	tryAgain: 'Try Again',
	mendTls: 'Certificate Options…',
	setSecret: (name: string) => `Set Secret “${name}”…`,
	answerLines: (shown: number, total: number | undefined, size: number) =>
		total === undefined
			? `First ${countOf(shown, 'line')}, ${sizeText(size)}.`
			: shown < total
				? `First ${countText(shown)} of ${countText(total)} lines, ${sizeText(size)}.`
				: `${countOf(total, 'line')}, ${sizeText(size)}.`,
	wholeAnswer: 'Show the Whole Answer',
	emptyTitle: 'Connected. Nothing has arrived yet.',
	emptyAdvice: 'If the server is sending, something in between may be holding it back.',
	emptySince: (forMs: number) =>
		`Open for ${durationText(Math.floor(forMs / 1000) * 1000)}, 0 bytes after the headers.`,
	responseHeaders: 'Show Response Headers',
	noMatchTitle: 'No entries match this filter',
	noMatchKept: (kept: number, isOpen: boolean) =>
		`${countText(kept)} ${kept === 1 ? 'entry is' : 'entries are'} kept${isOpen ? '; new ones are still arriving' : ''}.`,
	clearedTitle: 'No entries',
	clearedLive: 'What arrives from now on appears here.',
	clearedDead: 'Reconnect to go on from the last event ID.',
	cutTitle: 'This capture was cut off',
	cutText:
		'VS Code ended while it was being written. Everything that had been kept by then is here.',
	elsewhere:
		'Another window is still writing this capture. What has come since it was opened is not shown.',
	emptyCapture: 'This capture has no entries.',
	reconnect: 'Reconnect',
	editEndpoint: 'Edit Endpoint…',
	clearFilter: 'Clear Filter',
} as const;
