import type { QueryProblem, SourceRange } from './query';

/** Ends the reading of a filter; {@link parseQuery} turns it into its answer, nobody else sees it. */
export class QueryFailure extends Error {
	constructor(readonly problem: QueryProblem) {
		super(problem.message);
	}
}

/** @throws QueryFailure always. */
export function fail(
	{ from, to }: SourceRange,
	message: string,
	more: Pick<QueryProblem, 'hint' | 'fields'> = {},
): never {
	throw new QueryFailure({ message, ...more, from, to });
}

/** Text from a filter as it stands in a sentence. */
export function cited(text: string): string {
	return `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`;
}

/** Text as it is to be typed to be searched for as it is. */
export function quoted(text: string): string {
	return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
