import { assertNever } from '../base/assertNever';
import type { Choice, Chosen } from '../domain/query/choice';
import { choose, chosenIn } from '../domain/query/choices';
import { withValue } from '../domain/query/jsonTerm';
import { marksOf, type Marks } from '../domain/query/marks';
import { parseQuery } from '../domain/query/parser';
import type { JsonPath, QueryProblem } from '../domain/query/query';
import { withTimeRange, type TimeRange } from '../domain/query/timeRange';

/** What is wrong with the text of a filter, or what it looks for. */
export type FilterVerdict =
	{ readonly problem: QueryProblem } | { readonly marks: Marks; readonly chosen: Chosen };

/** To see only this, or all but this, or no longer so; what came at that time; what has that value. */
export type FilterEdit =
	| { readonly type: 'choose'; readonly choice: Choice; readonly mode: 'only' | 'not' }
	/** `whole`: the times of all that there is. */
	| { readonly type: 'time'; readonly range: TimeRange; readonly whole: TimeRange }
	/** `json`: a string, number or literal as it was sent. */
	| { readonly type: 'value'; readonly path: JsonPath; readonly json: string };

/** The answer to the question `filter`. */
export function filterVerdict(text: string): FilterVerdict {
	const parsed = parseQuery(text);
	if (!parsed.ok) return { problem: parsed.problem };
	return { marks: marksOf(parsed.query), chosen: chosenIn(text) };
}

/** The answer to the question `editFilter`, where `inForce` is the filter in force. */
export function editedFilter(text: string, edit: FilterEdit, inForce: string): string {
	const base = parseQuery(text).ok ? text : inForce;
	switch (edit.type) {
		case 'choose':
			return choose(base, edit.choice, edit.mode);
		case 'time':
			return withTimeRange(base, edit.range, edit.whole);
		case 'value':
			return withValue(base, edit.path, edit.json);
		default:
			return assertNever(edit);
	}
}
