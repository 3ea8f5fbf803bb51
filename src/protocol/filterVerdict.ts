import { assertNever } from '../base/assertNever';
import { choose, chosenIn } from '../domain/query/choices';
import { withValue } from '../domain/query/jsonTerm';
import { marksOf } from '../domain/query/marks';
import { parseQuery } from '../domain/query/parser';
import { withTimeRange } from '../domain/query/timeRange';
import type { FilterEdit, FilterVerdict } from './messages';

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
