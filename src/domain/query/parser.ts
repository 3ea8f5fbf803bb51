import * as l10n from '@vscode/l10n';
import { toFieldTerm } from './fieldTerm';
import { readTokens, type Token } from './lexer';
import { cited, fail, QueryFailure } from './problem';
import { maxQueryLength, type Query, type QueryProblem } from './query';

export type ParsedQuery =
	| { readonly ok: true; readonly query: Query }
	| { readonly ok: false; readonly problem: QueryProblem };

/** Parentheses and negations within each other; what evaluates a query may recurse this deep. */
const maxDepth = 50;
/** Each becomes a few parameters and a few levels of SQL, both of which SQLite bounds. */
const maxTerms = 1000;

/** The query that `text` asks for, or what is wrong with it. Never throws. */
export function parseQuery(text: string): ParsedQuery {
	try {
		return { ok: true, query: new Parser(text).parse() };
	} catch (error) {
		if (error instanceof QueryFailure) return { ok: false, problem: error.problem };
		throw error;
	}
}

/*
 *   any   = all { OR all }
 *   all   = { unary [ AND ] }       at least one
 *   unary = ( NOT | - ) unary | ( any ) | term
 */
class Parser {
	private readonly tokens: readonly Token[];
	private at = 0;

	constructor(private readonly text: string) {
		if (text.length > maxQueryLength) {
			fail({ from: maxQueryLength, to: text.length }, l10n.t('The filter is too long.'), {
				hint: l10n.t`${maxQueryLength} characters are the most.`,
			});
		}
		this.tokens = readTokens(text);
		const terms = this.tokens.filter(token => token.type === 'value' || token.type === 'field');
		const surplus = terms[maxTerms];
		if (surplus !== undefined) {
			fail(surplus, l10n.t`The filter has more than ${maxTerms} terms.`);
		}
	}

	parse(): Query {
		if (this.tokens.length === 0) return { type: 'and', terms: [], from: 0, to: this.text.length };
		const query = this.readAny(0);
		const rest = this.tokens[this.at];
		// Only a closing parenthesis ends the outermost level.
		if (rest !== undefined) {
			fail(rest, l10n.t('There is no ( for this ).'), {
				hint: l10n.t('To find the character, write ")".'),
			});
		}
		return query;
	}

	private readAny(depth: number): Query {
		const terms = [this.readAll(depth)];
		while (this.tokens[this.at]?.type === 'or') {
			this.at++;
			terms.push(this.readAll(depth));
		}
		return join('or', terms);
	}

	private readAll(depth: number): Query {
		const terms = [this.readUnary(depth)];
		for (;;) {
			const next = this.tokens[this.at]?.type;
			if (next === undefined || next === 'or' || next === ')') return join('and', terms);
			if (next === 'and') this.at++;
			terms.push(this.readUnary(depth));
		}
	}

	private readUnary(depth: number): Query {
		const token = this.tokens[this.at];
		if (token !== undefined && depth > maxDepth) {
			fail(token, l10n.t('The filter is too deeply nested.'), {
				hint: l10n.t`${maxDepth} parentheses and negations within each other are the most.`,
			});
		}
		switch (token?.type) {
			case 'not': {
				this.at++;
				const term = this.readUnary(depth + 1);
				return { type: 'not', term, from: token.from, to: term.to };
			}
			case '(':
				this.at++;
				return this.readGroup(token, depth);
			case 'value':
				this.at++;
				return token.value.type === 'regex'
					? token.value
					: { type: 'text', text: token.value.text, from: token.from, to: token.to };
			case 'field':
				this.at++;
				return toFieldTerm(token, this.text);
			default:
				return this.failToReadTerm(token);
		}
	}

	private readGroup(open: Token, depth: number): Query {
		if (this.tokens[this.at]?.type === ')') {
			fail(
				{ from: open.from, to: open.to + 1 },
				l10n.t('There is nothing between the parentheses.'),
				{
					hint: l10n.t('To find the characters, write "()".'),
				},
			);
		}
		const query = this.readAny(depth + 1);
		if (this.tokens[this.at] === undefined) {
			fail(open, l10n.t('The parenthesis is not closed.'), {
				hint: l10n.t('Add ) at the end. To find the character, write "(".'),
			});
		}
		this.at++;
		return query;
	}

	private failToReadTerm(token: Token | undefined): never {
		const before = this.tokens[this.at - 1];
		const lonely = before !== undefined && isOperator(before) ? before : (token ?? before);
		if (lonely === undefined) throw new Error('A filter without pieces has no term to miss.');
		const word = this.text.slice(lonely.from, lonely.to);
		fail(
			lonely,
			lonely === before
				? l10n.t`${cited(word)} needs a term after it.`
				: l10n.t`${cited(word)} needs a term before it.`,
			{
				hint: l10n.t`To find the word, write "${word}".`,
			},
		);
	}
}

function isOperator({ type }: Token): boolean {
	return type === 'or' || type === 'and' || type === 'not';
}

function join(type: 'and' | 'or', terms: readonly Query[]): Query {
	const [first] = terms;
	const last = terms.at(-1);
	if (first === undefined || last === undefined) throw new Error('Nothing to join.');
	return terms.length === 1 ? first : { type, terms, from: first.from, to: last.to };
}
