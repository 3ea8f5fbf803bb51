import * as l10n from '@vscode/l10n';
import { readName, type WrittenName } from './fieldName';
import { fieldNamed } from './fields';
import { cited, fail, quoted } from './problem';
import type { SourceRange } from './query';
import { endOfBare, endOfQuoted, endOfRegex, isBoundary, isSpace, unquote } from './scan';

/** One piece of a filter. */
export type Token = SourceRange &
	(
		| { readonly type: '(' | ')' | 'or' | 'and' | 'not' }
		| { readonly type: 'value'; readonly value: Value }
		| { readonly type: 'field'; readonly name: WrittenName; readonly given: GivenValue }
	);

export type Comparison = '>' | '>=' | '<' | '<=' | '=';

/** What was typed after the colon of a field. */
export interface GivenValue extends SourceRange {
	readonly comparison?: Comparison;
	/** `undefined`: nothing. */
	readonly value?: Value;
}

export type Value = SourceRange &
	(
		| { readonly type: 'bare'; readonly text: string }
		| { readonly type: 'quoted'; readonly text: string }
		| { readonly type: 'regex'; readonly source: string; readonly flags: string }
	);

/**
 * The pieces of a filter, in order.
 * @throws QueryFailure where a piece has no end.
 */
export function readTokens(text: string): Token[] {
	const tokens: Token[] = [];
	let at = 0;
	while (at < text.length) {
		if (isSpace(text[at])) at++;
		else {
			const token = readToken(text, at);
			tokens.push(token);
			at = token.to;
		}
	}
	return tokens;
}

function readToken(text: string, from: number): Token {
	const first = text[from];
	if (first === '(' || first === ')') return { type: first, from, to: from + 1 };
	// A hyphen by itself is one in pasted text.
	if (first === '-' && !isBoundary(text, from + 1)) return { type: 'not', from, to: from + 1 };
	const keyword = /(?:or|and|not)(?=[\s()]|$)/iy;
	keyword.lastIndex = from;
	const word = keyword.exec(text)?.[0];
	if (word !== undefined) {
		const type = word.toLowerCase() as 'or' | 'and' | 'not';
		return { type, from, to: from + word.length };
	}
	const name = readName(text, from);
	if (name !== undefined && isMeantAsField(text, name)) {
		const given = readGiven(text, name.to + 1);
		return { type: 'field', name, given, from, to: given.to };
	}
	const value = readValue(text, from);
	return { type: 'value', value, from, to: value.to };
}

/** What a URL, a path on Windows or a C++ name has before its colon is no slip in a field's name. */
function isMeantAsField(text: string, name: WrittenName): boolean {
	const next = text[name.to + 1];
	if (fieldNamed(name.root) !== undefined) return !text.startsWith('//', name.to + 1);
	if (!/^[\p{L}\p{N}_$@.-]+(\[[^\]]*\][\p{L}\p{N}_$@.-]*)*$/u.test(name.text)) return false;
	return next !== '\\' && next !== ':' && !text.startsWith('//', name.to + 1);
}

function readGiven(text: string, from: number): GivenValue {
	const pattern = /[<>]=?|=/y;
	pattern.lastIndex = from;
	const comparison = pattern.exec(text)?.[0] as Comparison | undefined;
	const at = from + (comparison?.length ?? 0);
	if (isBoundary(text, at)) return { comparison, from, to: at };
	const value = readValue(text, at);
	return { comparison, value, from, to: value.to };
}

function readValue(text: string, from: number): Value {
	if (text[from] === '"') {
		const to = endOfQuoted(text, from);
		if (to === undefined) {
			fail({ from, to: text.length }, l10n.t('The quotation mark is not closed.'), {
				hint: l10n.t`Add " at the end; write ${'\\"'} for one inside.`,
			});
		}
		if (isBoundary(text, to)) {
			return { type: 'quoted', text: unquote(text.slice(from, to)), from, to };
		}
	}
	if (text[from] === '/') {
		const regex = readRegex(text, from);
		if (regex !== undefined) return regex;
	}
	const to = endOfBare(text, from);
	return { type: 'bare', text: text.slice(from, to), from, to };
}

/** `undefined` for what only looks like a regular expression: `/api/v1/users`. */
function readRegex(text: string, from: number): Value | undefined {
	const close = endOfRegex(text, from);
	if (close === undefined) {
		const word = text.slice(from, endOfBare(text, from));
		fail({ from, to: text.length }, l10n.t('The regular expression is not closed.'), {
			hint: l10n.t`Add / at the end. To find this text, write ${quoted(word)}.`,
		});
	}
	const to = endOfBare(text, close);
	const flags = text.slice(close, to);
	if (!/^[a-z]*$/i.test(flags) || (flags.length > 2 && /[^dgimsuvy]/.test(flags))) return undefined;
	const source = text.slice(from + 1, close - 1);
	checkRegex({ from, to }, text.slice(from, to), source, flags);
	return { type: 'regex', source, flags, from, to };
}

function checkRegex(range: SourceRange, written: string, source: string, flags: string): void {
	const hint = l10n.t`To find this text, write ${quoted(written)}.`;
	if (source === '') fail(range, l10n.t('The regular expression is empty.'), { hint });
	const wrong = /[^imsu]|(.)(?=.*\1)/.exec(flags)?.[0];
	if (wrong !== undefined) {
		fail(
			range,
			l10n.t`${cited(wrong)} is not a flag for a regular expression, or is there twice.`,
			{
				hint: l10n.t`Flags: i (any case), m, s, u. ${hint}`,
			},
		);
	}
	try {
		new RegExp(source, flags);
	} catch (error) {
		// V8 says “Invalid regular expression: /(/: Unterminated group”; the last part is the reason.
		const said = error instanceof Error ? error.message : String(error);
		const reason = said.slice(said.lastIndexOf(': ') + 1).trim();
		fail(range, l10n.t`The regular expression is not valid: ${lowerFirst(reason)}.`, { hint });
	}
}

function lowerFirst(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
