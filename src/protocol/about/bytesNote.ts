import * as l10n from '@vscode/l10n';
import { sizeText } from '../../domain/words';
import type { EntryInFull } from '../entryInFull';

/** What has to be known of the bytes of an entry as they are decoded, or as they were received; mostly nothing. */
export function bytesNote(
	{ coding, received, missingBytes }: EntryInFull,
	which: 'decoded' | 'received',
): string {
	const isReceived = which === 'received' && received !== undefined;
	const notes = [
		coding !== undefined &&
			(isReceived ? l10n.t`As received, in ${coding}.` : l10n.t`Decoded from ${coding}.`),
		missingBytes !== undefined && l10n.t`${sizeText(missingBytes)} are no longer in the capture.`,
	];
	return notes.filter(note => note !== false).join(' ');
}
