import assert from 'node:assert/strict';
import { changesOf } from '../../../src/domain/json/changes';
import { shownChanges } from '../../../src/protocol/changeLines';

const shown = (old: string, next: string) =>
	shownChanges({ previous: 1234, ...changesOf(old, next) });
const cases: readonly (readonly [string, string, string])[] = [
	['[1]', '[2.5]', 'k:[0] n old:1 dim:→ n:2.5 dim:+1.5'],
	['[]', '[true]', 'k:[0] b:true dim:added'],
	['{"a":"x"}', '{}', 'k:a s old:"x" dim:removed'],
	['{"a":[1]}', '{"a":null}', 'k:a x old:[1] dim:→ b:null'],
	['one', 'two', 'x old:one dim:→ x:two'],
];

describe('The changes of an event in words', () => {
	for (const [old, next, line] of cases) {
		it(`from ${old} to ${next}`, () => {
			const { since, lines, more } = shown(old, next);
			assert.equal(since, 'Since #1\u202f234, the event of this type before it.');
			assert.deepEqual(
				lines.map(parts => parts.map(({ look, text }) => `${look}:${text}`).join(' ')),
				[line],
			);
			assert.equal(more, '');
		});
	}

	it('say when there are none, or more, or nothing to compare with', () => {
		assert.equal(shown('1', '1').more, 'The data is the same.');
		const list = JSON.stringify(Array.from({ length: 2000 }, () => 1));
		assert.equal(shown('[]', list).more, 'First 1\u202f000 changes.');
		const first = shownChanges({ changes: [], hasMore: false });
		assert.equal(first.since, 'No event of this type came closely before.');
	});
});
