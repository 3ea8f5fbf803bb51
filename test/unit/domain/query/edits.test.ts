import assert from 'node:assert/strict';
import { keyOf, type Choice } from '../../../../src/domain/query/choice';
import { choose, chosenIn } from '../../../../src/domain/query/choices';
import { parseQuery } from '../../../../src/domain/query/parser';
import { withTimeRange } from '../../../../src/domain/query/timeRange';

const type = (value: string): Choice => ({ field: 'type', value });
const kind = (value: string): Choice => ({ field: 'kind', value });
const [a, b] = [type('a'), type('b')];

describe('A choice in a filter', () => {
	const cases: readonly (readonly [string, Choice, 'only' | 'not', string])[] = [
		['', a, 'only', 'type:a'],
		['  ', a, 'only', 'type:a'],
		['', a, 'not', '-type:a'],
		['', type('two words'), 'only', 'type:"two words"'],
		['', type('say "x"'), 'not', '-type:"say \\"x\\""'],
		['', type('a*'), 'only', 'type:"a*"'],
		['', kind('comment'), 'only', 'kind:comment'],
		['', kind('connection'), 'not', '-kind:connection'],
		// Again: no longer.
		['type:a', a, 'only', ''],
		['type:A', a, 'only', ''],
		['-type:a', a, 'not', ''],
		['NOT type:a', a, 'not', ''],
		['foo type:a bar', a, 'only', 'foo bar'],
		['foo AND type:a AND bar', a, 'only', 'foo AND bar'],
		['type:a AND bar', a, 'only', 'bar'],
		['foo AND type:a', a, 'only', 'foo'],
		['type:"a" size:>1', a, 'only', 'size:>1'],
		// Only this, in the place of what was the only thing.
		['type:b data.x:1', a, 'only', 'type:a data.x:1'],
		['kind:comment  foo', a, 'only', 'type:a  foo'],
		['type:b kind:event', a, 'only', 'type:a'],
		['type:a,b', type('c'), 'only', 'type:c'],
		['-type:b', a, 'only', '-type:b type:a'],
		// From one to the other.
		['-type:a', a, 'only', 'type:a'],
		['type:a', a, 'not', '-type:a'],
		['x type:a y', a, 'not', 'x y -type:a'],
		['-type:a,b', a, 'only', '-type:b type:a'],
		// Several values of one term.
		['type:a,b', a, 'only', 'type:b'],
		['type:a,"b c"', a, 'only', 'type:"b c"'],
		['-type:a,b', b, 'not', '-type:a'],
		['type:a', b, 'not', 'type:a -type:b'],
		['kind:comment,connection', kind('comment'), 'only', 'kind:connection'],
		['kind:connecting,open,waiting,closed,failed', kind('connection'), 'only', ''],
		['kind:open,closed', kind('connection'), 'only', 'kind:connection'],
		// What is no choice is left alone.
		['type:a*', a, 'only', 'type:a* type:a'],
		['type:/a/ id:a', a, 'only', 'type:/a/ id:a type:a'],
		['"type:a"', a, 'only', '"type:a" type:a'],
		['data.type:a', a, 'only', 'data.type:a type:a'],
		// One thing or another.
		['foo OR bar', a, 'only', '(foo OR bar) type:a'],
		['type:a OR x', a, 'only', '(type:a OR x) type:a'],
		['foo OR bar', a, 'not', '(foo OR bar) -type:a'],
		['(foo OR bar) type:a', a, 'only', 'foo OR bar'],
		['(foo OR type:a) type:b', a, 'only', '(foo OR type:a) type:a'],
		['(type:a)', a, 'only', '(type:a) type:a'],
		['-(type:a x) type:a', a, 'only', '-(type:a x)'],
		['--type:a', a, 'only', ''],
	];
	for (const [text, choice, mode, expected] of cases) {
		it(`“${text}”, ${mode} ${keyOf(choice)}`, () => {
			assert.ok(parseQuery(text).ok);
			assert.equal(choose(text, choice, mode), expected);
		});
	}

	it('comes and goes with any type there can be', () => {
		const odd = [
			'a b',
			'1..5',
			'>5',
			'=x',
			'/x/',
			',',
			'a,b',
			'"',
			'\\',
			'\\"',
			'*',
			'(',
			')',
			'a)',
			':',
		];
		for (const value of [...odd, '-x', 'OR', 'NOT', '{"a":1}', '…', 'ÄÖ', ' x ', '~', '.', 'x\\']) {
			for (const mode of ['only', 'not'] as const) {
				for (const before of ['', 'foo "x y"', 'type:/z/', 'p OR q']) {
					const text = choose(before, type(value), mode);
					assert.ok(parseQuery(text).ok, text);
					assert.deepEqual(chosenIn(text)[mode], [keyOf(type(value))], text);
					assert.equal(choose(text, type(value), mode), before, text);
				}
			}
		}
	});

	it('is told', () => {
		assert.deepEqual(chosenIn('type:A,b -kind:comment x -type:c (type:d) -kind:open'), {
			only: ['type:a', 'type:b'],
			not: ['kind:comment', 'type:c', 'kind:open'],
		});
		assert.deepEqual(chosenIn('type:a OR type:b'), { only: [], not: [] });
	});
});

describe('A range of time in a filter', () => {
	const at = (day: number, hour: number, minute: number, second: number, ms = 0) =>
		new Date(2026, 10, day, hour, minute, second, ms).getTime();
	const day = { from: at(22, 12, 0, 0), to: at(22, 12, 59, 0) };
	const days = { from: at(22, 12, 0, 0), to: at(23, 0, 0, 1) };

	for (const [text, range, whole, expected] of [
		['', { from: at(22, 12, 1, 56), to: at(22, 12, 2, 24) }, day, 'time:12:01:56..12:02:23'],
		['', { from: at(22, 12, 1, 56), to: at(22, 12, 2, 24, 200) }, day, 'time:12:01:56..12:02:24'],
		[
			'x',
			{ from: at(22, 12, 1, 56, 100), to: at(22, 12, 1, 57, 50) },
			day,
			'x time:12:01:56.100..12:01:57.049',
		],
		[
			'time:>10:00 x time:<11:00',
			{ from: at(22, 23, 59, 0), to: at(23, 0, 0, 0) },
			days,
			'time:2026-11-22T23:59:00..2026-11-22T23:59:59 x',
		],
		[
			'x OR -time:>10:00',
			{ from: at(22, 12, 1, 56), to: at(22, 12, 2, 24) },
			day,
			'(x OR -time:>10:00) time:12:01:56..12:02:23',
		],
		[
			'-time:>10:00',
			{ from: at(22, 12, 1, 56, 7), to: at(22, 12, 1, 56, 7) },
			day,
			'-time:>10:00 time:12:01:56.007..12:01:56.007',
		],
	] as const) {
		it(expected, () => {
			const edited = withTimeRange(text, range, whole);
			assert.equal(edited, expected);
			assert.ok(parseQuery(edited).ok);
		});
	}
});
