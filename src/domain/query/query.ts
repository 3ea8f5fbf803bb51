import type { EntryKind } from '../entry';
import type { FieldName } from './fields';

/** Where something stands in the text of a filter, in UTF-16 units; `to` is exclusive. */
export interface SourceRange {
	readonly from: number;
	readonly to: number;
}

/** What a filter asks for. Plain data: it can be posted to a worker. */
export type Query = AllOf | AnyOf | Not | TextTerm | RegexTerm | FieldTerm;

/** No terms: every entry. */
interface AllOf extends SourceRange {
	readonly type: 'and';
	readonly terms: readonly Query[];
}

/** At least two terms. */
interface AnyOf extends SourceRange {
	readonly type: 'or';
	readonly terms: readonly Query[];
}

/** True also of an entry that lacks what the term asks about. */
interface Not extends SourceRange {
	readonly type: 'not';
	readonly term: Query;
}

/** Text within the type, the ID or the data, in any case. */
interface TextTerm extends SourceRange {
	readonly type: 'text';
	readonly text: string;
}

/** A regular expression that finds something in the type, the ID or the data. */
interface RegexTerm extends SourceRange, Regex {
	readonly type: 'regex';
}

/** As JavaScript's, syntax checked; flags are some of `imsu`. */
export interface Regex {
	readonly source: string;
	readonly flags: string;
}

export interface FieldTerm extends SourceRange {
	readonly type: 'field';
	readonly field: FieldName;
	/** A place within the data, read as JSON; empty for the JSON as a whole. */
	readonly path?: JsonPlaces;
	readonly test: FieldTest;
}

/** Keys, case-sensitive as JSON's, and indices of arrays; a negative one counts from the end. */
export type JsonPath = readonly (string | number)[];

/** The same, with `null` for every item of a list: true is what is true of one of its values. */
export type JsonPlaces = readonly (string | number | null)[];

export type FieldTest =
	/** There is a value. */
	| { readonly type: 'exists' }
	/** There is no value, or it is the empty string. */
	| { readonly type: 'none' }
	| { readonly type: 'contains'; readonly text: string }
	/** In any case. Within JSON, text that was not quoted also equals a number, `true`, `false` or `null`. */
	| { readonly type: 'equals'; readonly text: string; readonly isQuoted: boolean }
	/** `*` stands for any characters, also none; the rest for itself, in any case. */
	| { readonly type: 'wildcard'; readonly pattern: string }
	| ({ readonly type: 'regex' } & Regex)
	| { readonly type: 'kind'; readonly kinds: readonly EntryKind[] }
	/** The user has set a bookmark on the entry: its number is one of those given with the query. */
	| { readonly type: 'bookmarked' }
	/** A number: bytes, ms, a count, ms since the epoch, or what the JSON has. At least one bound. */
	| { readonly type: 'between'; readonly min?: Bound; readonly max?: Bound }
	/** Ms since local midnight. `min` beyond `max`: over midnight. At least one bound. */
	| { readonly type: 'timeOfDay'; readonly min?: Bound; readonly max?: Bound };

export interface Bound {
	readonly value: number;
	/** The decimal as it was typed, where a double might not hold it. */
	readonly exact?: string;
	readonly isInclusive: boolean;
}

/** What is wrong with the text of a filter, for a person. */
export interface QueryProblem extends SourceRange {
	/** A sentence. */
	readonly message: string;
	/** Sentences that say what to write instead. */
	readonly hint?: string;
	/** The fields there are, where the name of one was wrong. */
	readonly fields?: readonly string[];
}

/** A longer filter is refused. UTF-16 units. */
export const maxQueryLength = 10_000;

/** Whether the query leaves nothing out. */
export function isEverything(query: Query): boolean {
	switch (query.type) {
		case 'and':
			return query.terms.every(isEverything);
		case 'text':
			return query.text === '';
		default:
			return false;
	}
}
