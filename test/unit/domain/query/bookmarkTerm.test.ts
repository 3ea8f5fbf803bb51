import assert from 'node:assert/strict';
import { asksForBookmarks } from '../../../../src/domain/query/bookmarkTerm';
import { parseQuery } from '../../../../src/domain/query/parser';

describe('asksForBookmarks', () => {
	const cases: readonly (readonly [string, boolean])[] = [
		['', false],
		['bookmarked', false],
		['data.is:bookmarked', false],
		['is:bookmarked', true],
		['-is:bookmarked', true],
		['type:a (size:>4k OR is:bookmarked)', true],
		['type:a -(size:>4k OR /b/)', false],
	];
	for (const [text, expected] of cases) {
		it(`${JSON.stringify(text)}: ${expected}`, () => {
			const parsed = parseQuery(text);
			assert.ok(parsed.ok);
			assert.equal(asksForBookmarks(parsed.query), expected);
		});
	}
});
