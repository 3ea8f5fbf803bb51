import assert from 'node:assert/strict';
import { requiredText } from '../../../src/store/filter/regexPrefilter';

describe('The text that every match of a regular expression has', () => {
	for (const [source, flags, expected] of [
		['acme', '', 'acme'],
		['^acme$', '', 'acme'],
		['"price":1\\d\\d', '', '"price":1'],
		['a.bcd', '', 'bcd'],
		['ab|cd', '', undefined],
		['(ab|cd)ef', '', 'ef'],
		['(abc)?de', '', 'de'],
		['(?!abc)de', '', 'de'],
		['(?<x>abc)de', '', 'de'],
		['ab[cde]+fgh', '', 'fgh'],
		['ab[\\]cdefg]h', '', 'ab'],
		['abc?', '', 'ab'],
		['abc*de', '', 'ab'],
		['abc{0,3}', '', 'ab'],
		['abc{2}', '', 'ab'],
		['abc+d', '', 'abc'],
		['abc+?d', '', 'abc'],
		['a{b', '', 'a{b'],
		['\\{"a"\\}', '', '{"a"}'],
		['a\\/b', '', 'a/b'],
		['\\bword\\b', '', 'word'],
		['\\x41bcd', '', undefined],
		['\\u0041bcd', '', undefined],
		['(abc)\\1de', '', undefined],
		['\\p{L}abc', 'u', undefined],
		['café au', '', 'caf'],
		['😀?ab', '', 'ab'],
		['tick', 'i', 'tick'],
		['tick', 'iu', 'tic'],
		['\\d+', '', undefined],
		['a', '', undefined],
		['', '', undefined],
	] as const) {
		it(`/${source}/${flags}`, () => {
			assert.equal(requiredText({ source, flags }), expected);
		});
	}
});
