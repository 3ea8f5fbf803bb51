import assert from 'node:assert/strict';
import { changesOf, maxChanges, type Change } from '../../../../src/domain/json/changes';
import { differenceOf } from '../../../../src/domain/json/decimal';

/** As a line: `path: old → next difference`. */
function lineOf({ path, old = '', next = '', difference }: Change): string {
	return `${path}: ${old} → ${next}${difference === undefined ? '' : ` ${difference}`}`;
}

const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
	['nothing', '{"a":1}', '{"a":1}', []],
	['only white space', '{"a":1}', '{ "a" : 1 }', []],
	['only the order of keys', '{"a":1,"b":2}', '{"b":2,"a":1}', []],
	['a number', '{"a":1.5}', '{"a":1.25}', ['a: 1.5 → 1.25 −0.25']],
	['how a number is written', '[1.0]', '[1.00]', ['[0]: 1.0 → 1.00']],
	[
		'numbers beyond doubles',
		'{"id":12345678901234567890}',
		'{"id":12345678901234567892}',
		['id: 12345678901234567890 → 12345678901234567892 +2'],
	],
	['a string', '{"a":{"b":"x"}}', '{"a":{"b":"y"}}', ['a.b: "x" → "y"']],
	['what is added', '{"a":1}', '{"a":1,"b":{"c":[2,{}]}}', ['b.c[0]:  → 2', 'b.c[1]:  → {}']],
	['what is removed', '{"a":{"b":null},"c":1}', '{"c":1}', ['a.b: null → ']],
	['lists by place', '[1,2,3]', '[1,5]', ['[1]: 2 → 5 +3', '[2]: 3 → ']],
	['one kind for another', '{"a":{"b":1}}', '{"a":[1]}', ['a: {"b":1} → [1]']],
	['keys that need quotes', '{"a b":{"c.d":1}}', '{"a b":{"c.d":2}}', ['"a b"."c.d": 1 → 2 +1']],
	['keys with escapes', '{"\\u0061":1}', '{"a":2}', ['a: 1 → 2 +1']],
	['the last of doubled keys', '{"a":1,"a":2}', '{"a":2}', []],
	['text that is no JSON', 'one', 'two', [': one → two']],
	['JSON for text', 'one', '{"a":1}', [': one → {"a":1}']],
	['the whole', '1', '"1"', [': 1 → "1"']],
];

describe('The changes from one JSON text to the next', () => {
	for (const [name, old, next, expected] of cases) {
		it(`tell ${name}`, () => {
			assert.deepEqual(changesOf(old, next).changes.map(lineOf), expected);
		});
	}

	it('are bounded, and say so', () => {
		const list = (first: number, length: number) =>
			JSON.stringify(Array.from({ length }, (_, place) => first + place));
		const all = changesOf(list(0, maxChanges), list(1, maxChanges));
		assert.deepEqual([all.changes.length, all.hasMore], [maxChanges, false]);
		for (const next of [list(1, 5000), '[]', `[[${list(1, 5000)}]]`]) {
			const { changes, hasMore } = changesOf(list(0, 5000), next);
			assert.deepEqual([changes.length, hasMore], [maxChanges, true]);
		}
	});

	it('show a long text where it begins to differ', () => {
		const [change] = changesOf(
			`["${'x'.repeat(5000)}a${'y'.repeat(5000)}"]`,
			`["${'x'.repeat(5000)}b"]`,
		).changes;
		assert.match(change?.old ?? '', /^…x+ay+…$/);
		assert.match(change?.next ?? '', /^…x+b"$/);
	});

	it('are found at any depth', () => {
		const deep = (value: number) => '['.repeat(5000) + value + ']'.repeat(5000);
		const { changes } = changesOf(deep(1), deep(2));
		assert.equal(changes.length, 1);
	});
});

const differences: readonly (readonly [string, string, string | undefined])[] = [
	['1', '2', '+1'],
	['2', '1', '−1'],
	['0.1', '0.3', '+0.2'],
	['-1.5', '1', '+2.5'],
	['1e3', '1.5', '−998.5'],
	['1.5e-3', '0', '−0.0015'],
	['9007199254740993', '9007199254740992', '−1'],
	['1.0', '1.00', undefined],
	['1e400', '1', undefined],
	['1'.repeat(100), '1', undefined],
];

describe('The difference of two numbers', () => {
	for (const [old, next, expected] of differences) {
		it(`from ${old.slice(0, 30)} to ${next} is ${expected}`, () => {
			assert.equal(differenceOf(old, next), expected);
		});
	}
});
