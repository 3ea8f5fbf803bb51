import type { Regex } from '../../domain/query/query';

/*
 * Most regular expressions contain some characters that every match has. To look for those first
 * spares most entries to be made a string of, which costs more than all else.
 */

/** Characters that stand for themselves; what is beyond ASCII is left to the expression. */
const plainPattern = /[ -~]/;
/** Escapes that end with their letter. Others, `\x41`, go on: an expression with one is not read. */
const shortEscapes = /[dDwWsSbBtnrfv]/;

/**
 * Texts, of two characters at least, each of which is in every match, perhaps in another case; as far as one
 * can be sure. Groups and classes are passed over.
 */
export function requiredTexts({ source, flags }: Regex): string[] {
	// With both flags, U+017F and U+212A are found by s and k.
	const isFolded = flags.includes('i') && flags.includes('u');
	const found: string[] = [];
	let run = '';
	let depth = 0;
	const endRun = () => {
		if (run.length >= 2) found.push(run);
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
				else return [];
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
				if (depth === 0) return [];
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
	return found;
}
