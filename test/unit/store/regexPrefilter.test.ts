import assert from 'node:assert/strict';
import { requiredTexts } from '../../../src/store/filter/regexPrefilter';

describe('The texts that every match of a regular expression has', () => {
	for (const [source, flags, expected] of [
		['acme', '', ['acme']],
		['^acme$', '', ['acme']],
		['"price":1\\d\\d', '', ['"price":1']],
		['a.bcd', '', ['bcd']],
		['ab|cd', '', []],
		['(ab|cd)ef', '', ['ef']],
		['(abc)?de', '', ['de']],
		['(?!abc)de', '', ['de']],
		['(?<x>abc)de', '', ['de']],
		['ab[cde]+fgh', '', ['ab', 'fgh']],
		['ab[\\]cdefg]h', '', ['ab']],
		['abc?', '', ['ab']],
		['abc*de', '', ['ab', 'de']],
		['abc{0,3}', '', ['ab']],
		['abc{2}', '', ['ab']],
		['abc+d', '', ['abc']],
		['abc+?d', '', ['abc']],
		['a{b', '', ['a{b']],
		['\\{"a"\\}', '', ['{"a"}']],
		['a\\/b', '', ['a/b']],
		['\\bword\\b', '', ['word']],
		['\\x41bcd', '', []],
		['\\u0041bcd', '', []],
		['(abc)\\1de', '', []],
		['\\p{L}abc', 'u', []],
		['café au', '', ['caf', ' au']],
		['😀?ab', '', ['ab']],
		['tick', 'i', ['tick']],
		['tick', 'iu', ['tic']],
		['\\d+', '', []],
		['a', '', []],
		['', '', []],
	] as const) {
		it(`/${source}/${flags}`, () => {
			assert.deepEqual(requiredTexts({ source, flags }), expected);
		});
	}
});
