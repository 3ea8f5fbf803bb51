import type { Regex } from '../../domain/query/query';
import { fragment, type SqlFragment } from './sqlFragment';
import { containsSql, type TextSource } from './textSql';

/*
 * Most regular expressions contain some characters that every match has. To look for those first
 * spares most rows the call into JavaScript, which costs more than all else.
 */

/** A condition that holds wherever the expression finds something, and is quick to decide. */
export function mayMatchSql(regex: Regex, ...sources: TextSource[]): SqlFragment {
	const required = requiredText(regex);
	return required === undefined ? fragment('1') : containsSql(required, ...sources);
}

/** Characters that stand for themselves; what is beyond ASCII is left to the expression. */
const plainPattern = /[ -~]/;
/** Escapes that end with their letter. Others, `\x41`, go on: an expression with one is not read. */
const shortEscapes = /[dDwWsSbBtnrfv]/;

/**
 * The longest text, of two characters at least, that is in every match, perhaps in another case;
 * `undefined` if there is none to be sure of. Groups and classes are passed over.
 */
export function requiredText({ source, flags }: Regex): string | undefined {
	// With both flags, U+017F and U+212A are found by s and k.
	const isFolded = flags.includes('i') && flags.includes('u');
	let longest = '';
	let run = '';
	let depth = 0;
	const endRun = () => {
		if (run.length > longest.length) longest = run;
		run = '';
	};
	const take = (character: string) => {
		if (depth > 0) return;
		if (!plainPattern.test(character) || (isFolded && /[ks]/i.test(character))) endRun();
		else run += character;
	};
	for (let i = 0; i < source.length; i++) {
		const character = source[i] ?? '';
		switch (character) {
			case '\\': {
				const escaped = source[++i] ?? '';
				if (shortEscapes.test(escaped)) endRun();
				else if (/[^A-Za-z0-9]/.test(escaped)) take(escaped);
				else return undefined;
				break;
			}
			case '[':
				endRun();
				while (++i < source.length && source[i] !== ']') if (source[i] === '\\') i++;
				break;
			case '(':
			case ')':
				endRun();
				depth += character === '(' ? 1 : -1;
				break;
			case '|':
				if (depth === 0) return undefined;
				break;
			case '.':
			case '^':
			case '$':
			case '+':
				endRun();
				break;
			case '*':
			case '?':
				run = run.slice(0, -1);
				endRun();
				break;
			case '{': {
				const quantifier = /^\{\d+(?:,\d*)?\}/.exec(source.slice(i))?.[0];
				if (quantifier === undefined) take(character);
				else {
					run = run.slice(0, -1);
					endRun();
					i += quantifier.length - 1;
				}
				break;
			}
			default:
				take(character);
		}
	}
	endRun();
	return longest.length >= 2 ? longest : undefined;
}
