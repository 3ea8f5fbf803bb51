import { readTokens, type Token } from './lexer';
import { parseQuery } from './parser';
import type { Query, SourceRange } from './query';

/** One of the things that a filter asks for at once: a term or a group, with what negates it. */
export interface Unit extends SourceRange {
	readonly isNegated: boolean;
	/** What the term asks for; absent for a group. */
	readonly term?: Query;
}

/**
 * What a valid filter asks for at once, in order. `undefined`: it asks for one thing or another, so
 * that nothing can be added to it or taken away without parentheses.
 */
export function unitsOf(text: string): Unit[] | undefined {
	const units: Unit[] = [];
	let depth = 0;
	let start: Token | undefined;
	let negations = 0;
	for (const token of readTokens(text)) {
		if (token.type === '(') depth++;
		if (depth === 0 && token.type === 'or') return undefined;
		const isJoint = token.type === 'and' && start === undefined;
		if (!isJoint) start ??= token;
		if (depth === 0 && token.type === 'not') negations++;
		if (token.type === ')') depth--;
		if (depth > 0 || isJoint || token.type === 'not') continue;
		const { from } = start ?? token;
		units.push({ from, to: token.to, isNegated: negations % 2 === 1, term: termAt(text, token) });
		start = undefined;
		negations = 0;
	}
	return units;
}

function termAt(text: string, token: Token): Query | undefined {
	if (token.type !== 'field') return undefined;
	const parsed = parseQuery(text.slice(token.from, token.to));
	return parsed.ok ? parsed.query : undefined;
}

/** A change of a filter: instead of a unit this text; an empty one takes it away. */
export interface Change {
	readonly unit: Unit;
	readonly text: string;
}

/** The filter with its units changed, and with what is added. What stands between others stays. */
export function changed(
	text: string,
	units: readonly Unit[],
	changes: readonly Change[],
	added: string | undefined,
): string {
	let result = '';
	let end = 0;
	for (const unit of units) {
		const change = changes.find(other => other.unit === unit);
		const piece = change?.text ?? text.slice(unit.from, unit.to);
		if (piece !== '') result += (result === '' ? '' : text.slice(end, unit.from)) + piece;
		end = unit.to;
	}
	if (added !== undefined) result += (result === '' ? '' : ' ') + added;
	return changes.length > 0 ? unwrapped(result) : result;
}

/** Without the parentheses around all of it, which have become pointless. */
function unwrapped(text: string): string {
	const [only, ...others] = unitsOf(text) ?? [];
	const isGroup = only !== undefined && others.length === 0 && text[only.from] === '(';
	return isGroup ? text.slice(only.from + 1, only.to - 1).trim() : text;
}
