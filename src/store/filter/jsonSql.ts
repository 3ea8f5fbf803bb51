import { assertNever } from '../../base/assertNever';
import { readQuantity } from '../../domain/query/quantity';
import type { Bound, FieldTest, JsonPath } from '../../domain/query/query';
import { requiredText } from './regexPrefilter';
import { fragment, sql, type SqlFragment } from './sqlFragment';
import {
	containsSql,
	equalsSql,
	escapeLike,
	likePattern,
	regexSql,
	type TextSource,
} from './textSql';

/*
 * SQLite's JSON functions throw on what is no JSON, so each is behind json_valid, in a CASE: the
 * operands of AND have no order. One text is parsed once for all functions of a row.
 */

/** Whether the JSON in `data` has at `path` what the test asks for; never NULL, never an error. */
export function jsonSql(path: JsonPath, test: FieldTest): SqlFragment {
	const at = fragment('?', toSqlitePath(path));
	// `->` keeps a number as it was sent, `->>` takes a string out of its quotation marks.
	const text = sql`CASE json_type(data, ${at}) WHEN 'text' THEN data ->> ${at} ELSE data -> ${at} END`;
	// An escaped NUL becomes one; testing for it costs less than treating every text as if it had one.
	const ofText = (condition: (source: TextSource) => SqlFragment) =>
		sql`CASE WHEN instr(data, '\\u0000') = 0 THEN ${condition({ text: sql`(${text})`, mayHaveNul: false })} ELSE ${condition({ text: sql`(${text})`, mayHaveNul: true })} END`;
	switch (test.type) {
		case 'exists':
			return ifJson(sql`json_type(data, ${at}) IS NOT NULL`);
		case 'none':
			return sql`(CASE WHEN json_valid(data) THEN coalesce(${text}, '') ELSE '' END = '')`;
		case 'contains':
			return sql`(${mayContain(test.text)} AND ${ifJson(ofText(source => containsSql(test.text, source)))})`;
		case 'equals':
			return equals(test, at, text);
		case 'regex':
			return sql`(${mayContain(requiredText(test) ?? '')} AND ${ifJson(ofText(source => regexSql(test, source)))})`;
		case 'between':
			return ifJson(betweenSql(numberAt(at), test.min, test.max));
		case 'wildcard':
		case 'kind':
		case 'bookmarked':
		case 'timeOfDay':
			throw new Error(`No such test for a value in JSON: ${test.type}`);
		default:
			return assertNever(test);
	}
}

/** Whether a number is within the bounds; never NULL. */
export function betweenSql(number: SqlFragment, min?: Bound, max?: Bound): SqlFragment {
	// Both bounds of a number without a unit are inclusive, and then it is evaluated once.
	if (min?.isInclusive && max?.isInclusive) {
		return sql`(${number} BETWEEN ${literal(min)} AND ${literal(max)}) IS TRUE`;
	}
	const above =
		min && (min.isInclusive ? sql`${number} >= ${literal(min)}` : sql`${number} > ${literal(min)}`);
	const below =
		max && (max.isInclusive ? sql`${number} <= ${literal(max)}` : sql`${number} < ${literal(max)}`);
	if (above && below) return sql`(${above} AND ${below}) IS TRUE`;
	return sql`(${above ?? below ?? fragment('1')}) IS TRUE`;
}

/** As SQLite reads paths; keys are quoted as JSON, so that nothing in them is an operator. */
function toSqlitePath(path: JsonPath): string {
	const steps = path.map(step => {
		if (typeof step === 'string') return `.${JSON.stringify(step)}`;
		return step < 0 ? `[#${step}]` : `[${step}]`;
	});
	return `$${steps.join('')}`;
}

function ifJson(condition: SqlFragment): SqlFragment {
	return sql`CASE WHEN json_valid(data) THEN ${condition} ELSE 0 END`;
}

/** Some servers send numbers as strings, so as not to lose digits: those count as well. */
function numberAt(at: SqlFragment): SqlFragment {
	return sql`CASE json_type(data, ${at}) WHEN 'integer' THEN data ->> ${at} WHEN 'real' THEN data ->> ${at} WHEN 'text' THEN filter_number(data ->> ${at}) END`;
}

function literal({ value, exact }: Bound): SqlFragment {
	return exact === undefined ? fragment('?', value) : fragment('CAST(? AS NUMERIC)', exact);
}

function equals(
	{ text: wanted, isQuoted }: { readonly text: string; readonly isQuoted: boolean },
	at: SqlFragment,
	text: SqlFragment,
): SqlFragment {
	const number = isQuoted ? undefined : readQuantity(wanted, 'json');
	// Beyond that SQLite has only the nearest double, which several numbers share.
	if (number !== undefined && Math.abs(number.value) < 2 ** 63) {
		const bound = { ...number, isInclusive: true };
		return ifJson(betweenSql(numberAt(at), bound, bound));
	}
	const isString = isQuoted ? sql`json_type(data, ${at}) IS 'text' AND ` : fragment('');
	return sql`(${mayContain(wanted)} AND ${ifJson(sql`(${isString}${equalsSql(wanted, sql`(${text})`)})`)})`;
}

/** What a row must have for `needle` to be in its JSON: spares most rows the parsing. */
function mayContain(needle: string): SqlFragment {
	// Of other characters JSON can have spaces between them or escapes in their place.
	if (!/^[A-Za-z0-9 .+_-]+$/.test(needle)) return fragment('1');
	return sql`(data LIKE ${likePattern(`%${escapeLike(needle)}%`)} OR instr(data, '\\') > 0)`;
}
