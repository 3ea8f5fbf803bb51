import { assertNever } from '../../base/assertNever';
import type { Query } from './query';

/** Whether what matches depends on the bookmarks. */
export function asksForBookmarks(query: Query): boolean {
	switch (query.type) {
		case 'and':
		case 'or':
			return query.terms.some(asksForBookmarks);
		case 'not':
			return asksForBookmarks(query.term);
		case 'field':
			return query.test.type === 'bookmarked';
		case 'text':
		case 'regex':
			return false;
		default:
			return assertNever(query);
	}
}
