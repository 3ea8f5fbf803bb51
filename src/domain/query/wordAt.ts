import { readName, type WrittenName } from './fieldName';
import { fieldNamed } from './fields';
import type { SourceRange } from './query';
import { endOfBare, endOfQuoted, endOfRegex, isBoundary, isSpace } from './scan';

/** The word of a filter that the caret is in, or at the end of; an empty one where there is none. */
export interface WordAt extends SourceRange {
	readonly caret: number;
	/** What of it is before the caret. */
	readonly head: string;
	/** If the caret is in the value of a field. */
	readonly given?: {
		readonly name: WrittenName;
		readonly comparison: string;
		readonly from: number;
	};
}

/** `undefined` within quotation marks and regular expressions. */
export function wordAt(text: string, caret: number): WordAt | undefined {
	let at = 0;
	while (at < caret) {
		const isSign = text[at] === '-' && (at + 1 === caret || !isBoundary(text, at + 1));
		if (isSpace(text[at]) || text[at] === '(' || text[at] === ')' || isSign) at++;
		else {
			const end = endOfClosed(text, at) ?? endOfWord(text, at);
			if (caret > end) at = end;
			else return endOfClosed(text, at) === undefined ? readWord(text, at, caret) : undefined;
		}
	}
	return { from: caret, to: caret, caret, head: '' };
}

function readWord(text: string, from: number, caret: number): WordAt | undefined {
	const head = text.slice(from, caret);
	const end = readName(text, from)?.to ?? 0;
	const name = fieldAt(text, from);
	if (name === undefined || caret <= end) {
		return { from, to: caret <= end ? end : endOfBare(text, from), caret, head };
	}
	const value = startOfValue(text, name);
	const comparison = text.slice(name.to + 1, value);
	if (endOfClosed(text, value) !== undefined && caret > value) return undefined;
	const given = { name, comparison, from: Math.min(value, caret) };
	return { from, to: endOfWord(text, from), caret, head, given };
}

/** After what begins with a quotation mark or a slash at `at`; `undefined` if nothing does. */
function endOfClosed(text: string, at: number): number | undefined {
	if (text[at] === '"') {
		const end = endOfQuoted(text, at) ?? Infinity;
		return end === Infinity || isBoundary(text, end) ? end : undefined;
	}
	if (text[at] !== '/') return undefined;
	const close = endOfRegex(text, at);
	return close === undefined ? Infinity : endOfBare(text, close);
}

function endOfWord(text: string, from: number): number {
	const name = fieldAt(text, from);
	if (name === undefined) return endOfBare(text, from);
	const value = startOfValue(text, name);
	return endOfClosed(text, value) ?? endOfBare(text, value);
}

function fieldAt(text: string, from: number): WrittenName | undefined {
	const name = readName(text, from);
	return name !== undefined && fieldNamed(name.root) !== undefined ? name : undefined;
}

/** After the colon and what compares. */
function startOfValue(text: string, name: WrittenName): number {
	const pattern = /(?:[<>]=?|=)?/y;
	pattern.lastIndex = name.to + 1;
	return name.to + 1 + (pattern.exec(text)?.[0].length ?? 0);
}
