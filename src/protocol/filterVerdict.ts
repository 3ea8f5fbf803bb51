import { marksOf } from '../domain/query/marks';
import { parseQuery } from '../domain/query/parser';
import type { FilterVerdict } from './messages';

/** The answer to the question `filter`. */
export function filterVerdict(text: string): FilterVerdict {
	const parsed = parseQuery(text);
	return parsed.ok ? { marks: marksOf(parsed.query) } : { problem: parsed.problem };
}
