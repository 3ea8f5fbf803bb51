import type { Query, QueryProblem } from './query';

export type ParsedQuery =
	| { readonly ok: true; readonly query: Query }
	| { readonly ok: false; readonly problem: QueryProblem };

/** The query that `text` asks for, or what is wrong with it. Never throws. */
export function parseQuery(text: string): ParsedQuery {
	return { ok: true, query: { type: 'text', text, from: 0, to: text.length } };
}
