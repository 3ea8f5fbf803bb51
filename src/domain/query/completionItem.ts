import { parseQuery } from './parser';
import { quoted } from './problem';
import type { Query, SourceRange } from './query';

/** A way to go on with a filter. */
export interface CompletionItem {
	/** Takes the place of the range. */
	readonly text: string;
	readonly label: string;
	/** A phrase, or a value as an example. */
	readonly hint?: string;
}

/** Ways to go on, and what of the text they take the place of. */
export interface Completion extends SourceRange {
	readonly items: readonly CompletionItem[];
}

/** Those whose name begins with what was typed, in any case, then those that have it elsewhere. */
export function fitting<T>(all: readonly T[], typed: string, nameOf: (item: T) => string): T[] {
	const wanted = typed.toLowerCase();
	const place = (item: T) => nameOf(item).toLowerCase().indexOf(wanted);
	const begins = all.filter(item => place(item) === 0);
	return [...begins, ...all.filter(item => place(item) > 0)];
}

/**
 * A value as it is to be typed after `before`, a field with its colon: within quotation marks, if it
 * would mean something else without.
 */
export function asTyped(before: string, value: string): string {
	const parsed = parseQuery(before + value);
	return parsed.ok && isAbout(parsed.query, value, before.length + value.length)
		? value
		: quoted(value);
}

function isAbout(query: Query, value: string, to: number): boolean {
	if (query.type !== 'field' || query.to !== to) return false;
	const { test } = query;
	if (test.type === 'kind' || test.type === 'bookmarked') return true;
	return (test.type === 'equals' || test.type === 'contains') && test.text === value;
}
