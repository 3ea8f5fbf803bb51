import assert from 'node:assert/strict';
import { withValue } from '../../../../src/domain/query/jsonTerm';
import { writtenPath } from '../../../../src/domain/query/writtenPath';
import { parseQuery } from '../../../../src/domain/query/parser';
import type { FieldTerm, JsonPath } from '../../../../src/domain/query/query';

const paths: readonly (readonly [JsonPath, string])[] = [
	[['choices', 0, 'delta', 'content'], 'data.choices[0].delta.content'],
	[[3, 'a'], 'data[3].a'],
	[['a key'], 'data."a key"'],
	[['a.b', 'c'], 'data."a.b".c'],
	[['say "hi"'], 'data."say \\"hi\\""'],
	[['back\\slash'], 'data."back\\\\slash"'],
	[['0'], 'data.0'],
	[['*'], 'data."*"'],
	[[''], 'data.""'],
	[['größe', '@type', '$ref', '-x'], 'data.größe.@type.$ref.-x'],
	[['a:b', 'c=d', 'e>f', 'g,h'], 'data."a:b"."c=d"."e>f"."g,h"'],
];

describe('A path as it is typed', () => {
	for (const [path, text] of paths) {
		it(text, () => {
			assert.equal(writtenPath(path), text);
			const parsed = parseQuery(`${text}:1`);
			assert.ok(parsed.ok);
			assert.deepEqual((parsed.query as FieldTerm).path, path);
		});
	}
});

const values: readonly (readonly [string, FieldTerm['test']])[] = [
	['1', { type: 'equals', text: '1', isQuoted: false }],
	['12345678901234567890123', { type: 'equals', text: '12345678901234567890123', isQuoted: false }],
	['-1.50e+3', { type: 'equals', text: '-1.50e+3', isQuoted: false }],
	['null', { type: 'equals', text: 'null', isQuoted: false }],
	['"null"', { type: 'equals', text: 'null', isQuoted: true }],
	['""', { type: 'equals', text: '', isQuoted: true }],
	['"a) OR (b"', { type: 'equals', text: 'a) OR (b', isQuoted: true }],
	['"\\"\\\\\\u00e9"', { type: 'equals', text: '"\\é', isQuoted: true }],
	['"/x/"', { type: 'equals', text: '/x/', isQuoted: true }],
	['"a.\\nb/"', { type: 'regex', source: '^a\\.\\nb\\/$', flags: '' }],
];

describe('A filter by a value', () => {
	for (const [json, test] of values) {
		it(`asks for ${json}`, () => {
			const parsed = parseQuery(withValue('', ['a'], json));
			assert.ok(parsed.ok);
			assert.deepEqual((parsed.query as FieldTerm).test, test);
		});
	}

	const texts: readonly (readonly [string, string])[] = [
		['', 'data.a:=1'],
		['type:tick', 'type:tick data.a:=1'],
		['type:tick OR type:trade', '(type:tick OR type:trade) data.a:=1'],
		['(a OR b)', '(a OR b) data.a:=1'],
		['-x data.a:=1', '-x data.a:=1'],
		['data.a:=12', 'data.a:=12 data.a:=1'],
	];
	for (const [before, after] of texts) {
		it(`is asked beside ${before || 'nothing'}`, () => {
			assert.equal(withValue(before, ['a'], '1'), after);
		});
	}
});
