import { assertNever } from '../../base/assertNever';
import type { Bound, FieldTerm, FieldTest, Query, RegexTerm } from '../../domain/query/query';
import { betweenSql, jsonSql } from './jsonSql';
import { mayMatchSql } from './regexPrefilter';
import { fragment, join, sql, type SqlFragment } from './sqlFragment';
import { containsSql, equalsSql, regexSql, wildcardSql, type TextSource } from './textSql';

/** What is known of the entries that the condition will be used on. */
export interface FilterFacts {
	/** `false`: no type and no data holds a NUL, and looking for one can be spared. */
	readonly mayHaveNul?: boolean;
	/** The numbers of the entries that have a bookmark; none by default. */
	readonly bookmarked?: readonly number[];
}

/** A condition on the table `entry`, never NULL, and its parameters in order. */
export interface FilterSql {
	readonly where: string;
	readonly params: (string | number | null)[];
}

/**
 * The query as a condition, for a database with the functions of `registerFilterFunctions`. What a
 * user wrote is in the parameters only. A query from `parseQuery` stays below SQLite's limits.
 */
export function toSql(query: Query, facts: FilterFacts = {}): FilterSql {
	const { sql: where, params } = new Translator(facts).translate(query);
	return { where, params: [...params] };
}

class Translator {
	private readonly texts: readonly TextSource[];

	private readonly mayHaveNul: boolean;
	private readonly bookmarked: readonly number[];

	constructor({ mayHaveNul = true, bookmarked = [] }: FilterFacts) {
		this.mayHaveNul = mayHaveNul;
		this.bookmarked = bookmarked;
		this.texts = [this.text('data'), this.text('type'), this.text('id')];
	}

	translate(query: Query): SqlFragment {
		switch (query.type) {
			case 'and':
				return join(
					'AND',
					query.terms.map(term => this.translate(term)),
				);
			case 'or':
				return join(
					'OR',
					query.terms.map(term => this.translate(term)),
				);
			case 'not':
				return sql`(NOT ${this.translate(query.term)})`;
			case 'text':
				return query.text === '' ? fragment('1') : containsSql(query.text, ...this.texts);
			case 'regex':
				return this.regex(query);
			case 'field':
				return this.field(query);
			default:
				return assertNever(query);
		}
	}

	private regex(regex: RegexTerm): SqlFragment {
		return sql`(${mayMatchSql(regex, ...this.texts)} AND ${regexSql(regex, ...this.texts)})`;
	}

	private field({ field, path, test }: FieldTerm): SqlFragment {
		switch (field) {
			case 'type':
			case 'id':
				return this.word(field, test);
			case 'data':
				// The numbers of the data as a whole are those of its JSON.
				return path !== undefined || test.type === 'between'
					? jsonSql(path ?? [], test)
					: this.word(field, test);
			case 'kind':
				return test.type === 'kind' ? oneOf('kind', test.kinds) : refuse(field, test);
			case 'is':
				return test.type === 'bookmarked'
					? fragment('seq IN (SELECT value FROM json_each(?))', JSON.stringify(this.bookmarked))
					: refuse(field, test);
			case 'size':
			case 'gap':
			case 'retry':
			case 'attempt':
			case 'time':
				return this.number(field, test);
			default:
				return assertNever(field);
		}
	}

	private word(field: 'type' | 'id' | 'data', test: FieldTest): SqlFragment {
		const source = this.text(field);
		const { text } = source;
		switch (test.type) {
			case 'exists':
				return sql`(${text} > '') IS TRUE`;
			case 'none':
				return sql`(${text} > '') IS NOT TRUE`;
			case 'contains':
				return containsSql(test.text, source);
			case 'equals':
				return equalsSql(test.text, text);
			case 'wildcard':
				return wildcardSql(test.pattern, source);
			case 'regex':
				return sql`(${mayMatchSql(test, source)} AND ${sql`${text} IS NOT NULL`} AND ${regexSql(test, source)})`;
			case 'between':
				return betweenSql(sql`filter_number(${text})`, test.min, test.max);
			case 'kind':
			case 'bookmarked':
			case 'timeOfDay':
				return refuse(field, test);
			default:
				return assertNever(test);
		}
	}

	private number(column: string, test: FieldTest): SqlFragment {
		const value = fragment(column);
		switch (test.type) {
			case 'exists':
				return sql`${value} IS NOT NULL`;
			case 'none':
				return sql`${value} IS NULL`;
			case 'between':
				return betweenSql(value, test.min, test.max);
			case 'timeOfDay':
				return timeOfDay(test.min, test.max);
			default:
				return refuse(column, test);
		}
	}

	private text(column: 'type' | 'id' | 'data'): TextSource {
		// [spec] "If the field value does not contain U+0000 NULL, then set the last event ID buffer to the field value."
		return { text: fragment(column), mayHaveNul: this.mayHaveNul && column !== 'id' };
	}
}

function oneOf(column: string, values: readonly string[]): SqlFragment {
	return fragment(`${column} IN (${values.map(() => '?').join(', ')})`, ...values);
}

function timeOfDay(min?: Bound, max?: Bound): SqlFragment {
	const time = fragment('filter_time_of_day(time)');
	const isOverMidnight = min !== undefined && max !== undefined && min.value > max.value;
	return isOverMidnight
		? sql`(${betweenSql(time, min)} OR ${betweenSql(time, undefined, max)})`
		: betweenSql(time, min, max);
}

function refuse(field: string, test: FieldTest): never {
	throw new Error(`No such test for ${field}: ${test.type}`);
}
