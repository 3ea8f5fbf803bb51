import assert from 'node:assert/strict';
import { fields } from '../../../../src/domain/query/fields';
import { parseQuery } from '../../../../src/domain/query/parser';
import { isEverything, type Query } from '../../../../src/domain/query/query';
import { randomFilter, randomNumbers } from './randomFilter';

/** Filters and how they are understood, in the notation of {@link show}. */
const understood: readonly (readonly [string, string])[] = [
	['', 'all()'],
	['  \t\n ', 'all()'],
	['acme', '"acme"'],
	['acme globex', 'all("acme", "globex")'],
	['acme AND globex', 'all("acme", "globex")'],
	['a OR b c', 'any("a", all("b", "c"))'],
	['a or b or c', 'any("a", "b", "c")'],
	['(a or b) c', 'all(any("a", "b"), "c")'],
	['((a))', '"a"'],
	['-a', 'not("a")'],
	['NOT a', 'not("a")'],
	['not(a)', 'not("a")'],
	['--a', 'not(not("a"))'],
	['-a b', 'all(not("a"), "b")'],
	['-(a b)', 'not(all("a", "b"))'],
	['orange nothing andy', 'all("orange", "nothing", "andy")'],
	['"or" "-a"', 'all("or", "-a")'],
	['"two words"', '"two words"'],
	[String.raw`"a \"b\" \\ \n"`, String.raw`"a \"b\" \\ \\n"`],
	['/a b/', '/a b/'],
	[String.raw`/a\/b[/]/im`, String.raw`/a\/b[/]/im`],
	['(/a/)', '/a/'],
	// What people paste is text.
	['http://x.y/z?a=b', '"http://x.y/z?a=b"'],
	['/api/v1/users', '"/api/v1/users"'],
	['10:30', '"10:30"'],
	['std::vector', '"std::vector"'],
	[String.raw`C:\temp`, String.raw`"C:\\temp"`],
	['foo(bar)', '"foo(bar)"'],
	['(foo(bar))', '"foo(bar)"'],
	['a - b', 'all("a", "-", "b")'],
	['{"a": 1, "b": [2]} x', String.raw`all("{\"a\": 1, \"b\": [2]}", "x")`],
	['{"a": 1', String.raw`all("{\"a\":", "1")`],
	['"a b":1', String.raw`"\"a b\":1"`],
	['5" x', String.raw`all("5\"", "x")`],
	[': heartbeat', 'all(":", "heartbeat")'],
	['f(x):1', '"f(x):1"'],
	// Fields.
	['TYPE:tick', 'type equals "tick"'],
	['type:a,b*', 'any(type equals "a", type wildcard "b*")'],
	['type:"a,b"', 'type equals "a,b"'],
	['type:"a b","c"', 'any(type equals "a b", type equals "c")'],
	['type:,', 'type equals ","'],
	['type:/^a,b/i', 'type regex /^a,b/i'],
	['type:*', 'type exists'],
	['type:""', 'type none'],
	['type:="*"', 'type equals "*"'],
	['id:[{"a":1,"b":2}]', String.raw`id equals "[{\"a\":1,\"b\":2}]"`],
	['id:>41', 'id between (41, ]'],
	['id:1..', 'id between [1, ]'],
	['data:a,b', 'data contains "a,b"'],
	['data:1..5', 'data contains "1..5"'],
	['data:{"a": 1}', String.raw`data contains "{\"a\": 1}"`],
	['data:/a b/', 'data regex /a b/'],
	['data.a[0]["b c"].d:x', 'data["a",0,"b c","d"] contains "x"'],
	['data.a[*].b[*]:x', 'data["a",null,"b",null] contains "x"'],
	['data[*]:*', 'data[null] exists'],
	['data["*"]:*', 'data["*"] exists'],
	['data[-1]:=x', 'data[-1] equals "x"'],
	['DATA.A:*', 'data["A"] exists'],
	['data.a-b.$c.é:1..2', 'data["a-b","$c","é"] between [1, 2]'],
	['data.a:"1..2"', 'data["a"] contains "1..2"'],
	['kind:Comment,retry', 'kind comment retry'],
	['is:bookmarked', 'is bookmarked'],
	['-IS:Bookmarked', 'not(is bookmarked)'],
	['kind:connection', 'kind connecting open waiting closed failed'],
	['size:4k', 'size between [4000, 4000]'],
	['size:>=1.5MB', 'size between [1500000, ]'],
	['size:<2KiB', 'size between [, 2048)'],
	['size:"4 kB"', 'size between [4000, 4000]'],
	['retry:2s', 'retry between [2000, 2000]'],
	['retry:=2min', 'retry between [120000, 120000]'],
	['gap:20ms', 'gap between [19.5, 20.5)'],
	['gap:1s..2s', 'gap between [1000, 2000]'],
	['gap:..1h', 'gap between [, 3600000]'],
	['attempt:2', 'attempt between [2, 2]'],
	['time:10:30', 'time timeOfDay [37800000, 37860000)'],
	['time:>10:30:00', 'time timeOfDay (37800000, ]'],
	['time:<=1:02:03.5', 'time timeOfDay [, 3723500]'],
	['time:10:30..11:00', 'time timeOfDay [37800000, 39660000)'],
	['time:2026-03-10T10:30Z', 'time between [1773138600000, 1773138660000)'],
	['time:>2026-03-10T10:30:00.123456+02:00', 'time between (1773131400123.456, ]'],
];

describe('parseQuery', () => {
	for (const [text, meaning] of understood) {
		it(`understands ${JSON.stringify(text)}`, () => {
			const result = parseQuery(text);
			assert.equal(result.ok ? show(result.query) : result.problem.message, meaning);
		});
	}

	it('understands the example of every field as one term for that field', () => {
		for (const { name, example } of fields) {
			const result = parseQuery(example);
			assert.ok(result.ok && result.query.type === 'field', example);
			assert.equal(result.query.field, name);
		}
	});

	it('says where each term stands', () => {
		const text = '  a  -(type:b OR "c d")';
		const result = parseQuery(text);
		assert.ok(result.ok);
		const sources: string[] = [];
		visit(result.query, ({ from, to }) => sources.push(text.slice(from, to)));
		assert.deepEqual(sources, [
			'a  -(type:b OR "c d"',
			'a',
			'-(type:b OR "c d"',
			'type:b OR "c d"',
			'type:b',
			'"c d"',
		]);
	});

	it('gives plain data', () => {
		const result = parseQuery('a -type:b* OR /c/i data.d[0]:1..2');
		assert.deepEqual(structuredClone(result), result);
		assert.deepEqual(JSON.parse(JSON.stringify(result)), result);
	});

	it('never throws', () => {
		const random = randomNumbers(7);
		for (let i = 0; i < 20_000; i++) {
			const text = randomFilter(random);
			assert.doesNotThrow(() => parseQuery(text), text);
			const noise = Array.from({ length: 12 }, () =>
				String.fromCharCode(random() < 0.8 ? 32 + random() * 95 : random() * 65_536),
			).join('');
			assert.doesNotThrow(() => parseQuery(noise), noise);
		}
	});
});

describe('isEverything', () => {
	for (const [text, expected] of [
		['', true],
		['""', true],
		['a', false],
		['-""', false],
		['type:*', false],
	] as const) {
		it(`is ${expected} for ${JSON.stringify(text)}`, () => {
			const result = parseQuery(text);
			assert.equal(result.ok && isEverything(result.query), expected);
		});
	}
});

function visit(query: Query, see: (query: Query) => void): void {
	see(query);
	if (query.type === 'not') visit(query.term, see);
	if (query.type === 'and' || query.type === 'or') query.terms.forEach(term => visit(term, see));
}

function show(query: Query): string {
	switch (query.type) {
		case 'and':
		case 'or':
			return `${query.type === 'and' ? 'all' : 'any'}(${query.terms.map(show).join(', ')})`;
		case 'not':
			return `not(${show(query.term)})`;
		case 'text':
			return JSON.stringify(query.text);
		case 'regex':
			return `/${query.source}/${query.flags}`;
		case 'field': {
			const { test, path, field } = query;
			const name = path === undefined ? field : field + JSON.stringify(path);
			if (test.type === 'kind') return `${name} ${test.kinds.join(' ')}`;
			if (test.type === 'regex') return `${name} regex /${test.source}/${test.flags}`;
			if ('text' in test) return `${name} ${test.type} ${JSON.stringify(test.text)}`;
			if ('pattern' in test) return `${name} ${test.type} ${JSON.stringify(test.pattern)}`;
			if (test.type !== 'between' && test.type !== 'timeOfDay') return `${name} ${test.type}`;
			const { min, max } = test;
			const open = min === undefined || min.isInclusive ? '[' : '(';
			const close = max === undefined || max.isInclusive ? ']' : ')';
			return `${name} ${test.type} ${open}${min?.value ?? ''}, ${max?.value ?? ''}${close}`;
		}
	}
}
