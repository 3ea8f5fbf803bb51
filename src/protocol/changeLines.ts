import * as l10n from '@vscode/l10n';
import type { Change } from '../domain/json/changes';
import { countText } from '../domain/words';
import type { Changes } from './changes';

/** {@link Changes} in words: the lines as pieces with the looks of values. */
export interface ShownChanges {
	readonly since: string;
	readonly lines: readonly (readonly { readonly look: string; readonly text: string }[])[];
	/** Empty: nothing. */
	readonly more: string;
}

/** What there is to say about the changes of an event. */
export function shownChanges({ previous, changes, hasMore }: Changes): ShownChanges {
	const none = { lines: [], more: '' };
	if (previous === undefined) {
		return { ...none, since: l10n.t('No event of this type came closely before.') };
	}
	const since = l10n.t`Since #${countText(previous)}, the event of this type before it.`;
	if (changes.length === 0) return { ...none, since, more: l10n.t('The data is the same.') };
	const more = hasMore ? l10n.t`First ${countText(changes.length)} changes.` : '';
	return { since, lines: changes.map(lineOf), more };
}

function lineOf({ path, old, next, difference = '' }: Change): ShownChanges['lines'][number] {
	const dim =
		old === undefined ? l10n.t('added') : next === undefined ? l10n.t('removed') : difference;
	const arrow = old === undefined || next === undefined ? '' : '→';
	const parts = [
		['k', path],
		...(old === undefined ? [] : [[`${lookOf(old)} old`, old]]),
		['dim', arrow],
		...(next === undefined ? [] : [[lookOf(next), next]]),
		['dim', dim],
	] as const;
	return parts.filter(([, text]) => text !== '').map(([look = '', text = '']) => ({ look, text }));
}

/** The look that the tree gives to such a value. */
function lookOf(json: string): string {
	if (/^…?"/.test(json)) return 's';
	if (/^-?\d/.test(json)) return 'n';
	return /^(true|false|null)$/.test(json) ? 'b' : 'x';
}
