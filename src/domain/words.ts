import * as l10n from '@vscode/l10n';
import { assertNever } from '../base/assertNever';

/** Groups of three digits are set apart by a narrow no-break space. */
export function countText(count: number): string {
	return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

/** `1 event`, `2 187 events`. */
export function countOf(count: number, noun: 'event' | 'entry' | 'line' | 'more type'): string {
	const digits = countText(count);
	switch (noun) {
		case 'event':
			return count === 1 ? l10n.t('1 event') : l10n.t`${digits} events`;
		case 'entry':
			return count === 1 ? l10n.t('1 entry') : l10n.t`${digits} entries`;
		case 'line':
			return count === 1 ? l10n.t('1 line') : l10n.t`${digits} lines`;
		case 'more type':
			return count === 1 ? l10n.t('1 more type') : l10n.t`${digits} more types`;
		default:
			return assertNever(noun);
	}
}

/** `105 B`, `48.2 kB`, `52.4 MB`: thousands, not 1024s. */
export function sizeText(bytes: number): string {
	if (bytes < 1000) return `${bytes} B`;
	// The limits are where rounding would show a thousand of the smaller unit.
	if (bytes < 999_950) return `${(bytes / 1e3).toFixed(1)} kB`;
	if (bytes < 999_950_000) return `${(bytes / 1e6).toFixed(1)} MB`;
	return `${(bytes / 1e9).toFixed(1)} GB`;
}

/** `21 ms`, `2.05 s`, `3 s`, `1 min 24 s`, `2 h 5 min`, `3 days`. */
export function durationText(ms: number): string {
	if (ms < 999.5) return `${Math.round(ms)} ms`;
	if (ms < 59_950) return `${Number((ms / 1000).toFixed(ms < 10_000 ? 2 : 1))} s`;
	const seconds = Math.round(ms / 1000);
	if (seconds < 3600) return parts(Math.floor(seconds / 60), 'min', seconds % 60, 's');
	const minutes = Math.round(seconds / 60);
	if (minutes < 48 * 60) return parts(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
	return l10n.t`${countText(minutes / 1440)} days`;
}

/** `0.8 ms`, `21 ms`, `2.05 s`. */
export function fineDurationText(ms: number): string {
	return ms < 10 ? `${Number(ms.toFixed(1))} ms` : durationText(ms);
}

function parts(large: number, largeUnit: string, small: number, smallUnit: string): string {
	return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

/** `text`, of which at most `maxLength` UTF-16 units are left, the last then an ellipsis. */
export function shortened(text: string, maxLength = 60): string {
	return text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text;
}

/** Without percent-encoding; as it stands where that is not valid: a stray % is legal in a URL. */
export function percentDecoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
