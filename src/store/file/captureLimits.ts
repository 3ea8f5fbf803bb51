import * as l10n from '@vscode/l10n';
import { countOf, sizeText } from '../../domain/words';

/** How much a capture may keep. */
export interface CaptureLimits {
	/** Absent: any number. */
	readonly maxEntries?: number;
	/** Of the file; absent: as much as the disk has. */
	readonly maxSizeBytes?: number;
	/** What happens then. `dropOldest`: the oldest entries make room. Where absent: `stop`, nothing more is kept. */
	readonly whenFull?: 'dropOldest' | 'stop';
}

/** What is said when a capture that may not drop anything is full. */
export function limitWords(
	limit: { readonly entries: number } | { readonly bytes: number },
): string {
	const most = 'bytes' in limit ? sizeText(limit.bytes) : countOf(limit.entries, 'entry');
	return l10n.t`The capture has reached its limit of ${most}.`;
}
