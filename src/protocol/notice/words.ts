import * as l10n from '@vscode/l10n';
import { countOf, countText, durationText, sizeText } from '../../domain/words';

/** The words for how things stand, and what to do about it. */
export const words = {
	reconnectNow: () => l10n.t('Reconnect Now'),
	stopWaiting: () => l10n.t('Stop Waiting'),
	editLastEventId: () => l10n.t('Edit…'),
	attempt: (attempt: number) => l10n.t`Attempt ${countText(attempt)}`,
	willSend: (id: string) => l10n.t`will send Last-Event-ID ${id}`,
	willSendNone: () => l10n.t('will send no Last-Event-ID'),
	tryAgain: () => l10n.t('Try Again'),
	mendTls: () => l10n.t('Certificate Options…'),
	setSecret: (name: string) => l10n.t`Set Secret “${name}”…`,
	answerLines: (shown: number, total: number | undefined, sizeBytes: number) => {
		const size = sizeText(sizeBytes);
		if (total === undefined) return l10n.t`First ${countOf(shown, 'line')}, ${size}.`;
		return shown < total
			? l10n.t`First ${countText(shown)} of ${countText(total)} lines, ${size}.`
			: l10n.t`${countOf(total, 'line')}, ${size}.`;
	},
	wholeAnswer: () => l10n.t('Show the Whole Answer'),
	emptyTitle: () => l10n.t('Connected. Nothing has arrived yet.'),
	emptyAdvice: () =>
		l10n.t('If the server is sending, something in between may be holding it back.'),
	emptySince: (forMs: number) => {
		const time = durationText(Math.floor(forMs / 1000) * 1000);
		return l10n.t`Open for ${time}, 0 bytes after the headers.`;
	},
	responseHeaders: () => l10n.t('Show Response Headers'),
	noMatchTitle: () => l10n.t('No entries match this filter'),
	noMatchKept: (kept: number, isOpen: boolean) => {
		const count = countText(kept);
		if (isOpen) {
			return kept === 1
				? l10n.t('1 entry is kept; new ones are still arriving.')
				: l10n.t`${count} entries are kept; new ones are still arriving.`;
		}
		return kept === 1 ? l10n.t('1 entry is kept.') : l10n.t`${count} entries are kept.`;
	},
	clearedTitle: () => l10n.t('No entries'),
	clearedLive: () => l10n.t('What arrives from now on appears here.'),
	clearedDead: () => l10n.t('Reconnect to go on from the last event ID.'),
	cutTitle: () => l10n.t('This capture was cut off'),
	cutText: () =>
		l10n.t(
			'VS Code ended while it was being written. Everything that had been kept by then is here.',
		),
	elsewhere: () =>
		l10n.t(
			'Another window is still writing this capture. What has come since it was opened is not shown.',
		),
	emptyCapture: () => l10n.t('This capture has no entries.'),
	reconnect: () => l10n.t('Reconnect'),
	editEndpoint: () => l10n.t('Edit Endpoint…'),
	clearFilter: () => l10n.t('Clear Filter'),
} as const;
