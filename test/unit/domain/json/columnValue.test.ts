import assert from 'node:assert/strict';
import { columnValue } from '../../../../src/domain/json/columnValue';
import { JsonDocument } from '../../../../src/domain/json/document';
import { readColumnPath } from '../../../../src/domain/query/columnPath';

function valueOf(json: string, path: string, maxLength = 400, isJson = false) {
	const document = JsonDocument.parse(json);
	const read = readColumnPath(path);
	assert.ok(document && read);
	return columnValue(document, read, maxLength, isJson);
}

describe('The value of a column', () => {
	const values: readonly [json: string, path: string, value: string | undefined][] = [
		['{"a":{"b":"text"}}', 'a.b', 'text'],
		['{"a":12345678901234567890.10}', 'a', '12345678901234567890.10'],
		['{"a":1E400}', 'a', '1E400'],
		['{"a":true,"b":null}', 'a', 'true'],
		['{"a":true,"b":null}', 'b', 'null'],
		['{"a":{"x": [1, 2]}}', 'a', '{"x": [1, 2]}'],
		['{"a":""}', 'a', ''],
		['{"a":1}', 'b', undefined],
		['{"a":1}', 'a.b', undefined],
		['{"a":"length"}', 'a.length', undefined],
		['{"a":1,"a":2}', 'a', '2'],
		['[7,8,9]', '[0]', '7'],
		['[7,8,9]', '[-1]', '9'],
		['[7,8,9]', '[-3]', '7'],
		['[7,8,9]', '[-4]', undefined],
		['[7,8,9]', '[3]', undefined],
		['{"0":"key"}', '[0]', undefined],
		['["item"]', '"0"', undefined],
		['[7,"8",{"x":9}]', '[*]', '7, 8, {"x":9}'],
		['[{"x":1},{"y":2},{"x":3}]', '[*].x', '1, 3'],
		['[[1,2],[3]]', '[*][*]', '1, 2, 3'],
		['[{"y":1}]', '[*].x', undefined],
		['[]', '[*]', undefined],
		['{"a":{"x":1}}', 'a[*]', undefined],
		['{"a b":{"c.d":5}}', '"a b"."c.d"', '5'],
		['{"a\\u0020b":6}', '"a b"', '6'],
		['{"a":"\\u0041\\n\\t\\"\\\\\\/\\ud83d\\ude00"}', 'a', 'A\n\t"\\/😀'],
		['{"a":"\\\\u0041"}', 'a', '\\u0041'],
		['{"__proto__":{"x":1}}', '__proto__.x', '1'],
	];
	for (const [json, path, value] of values) {
		it(`of ${json} at ${path} is ${JSON.stringify(value)}`, () => {
			assert.equal(valueOf(json, path), value);
		});
	}

	it('is JSON where that is asked for', () => {
		assert.equal(valueOf('{"a":" x\\n"}', 'a', 400, true), '" x\\n"');
		assert.equal(valueOf('["a", 1]', '[*]', 400, true), '"a", 1');
	});

	it('is cut, with escapes and with many values', () => {
		assert.equal(valueOf(`{"a":"${'x'.repeat(50)}"}`, 'a', 10), 'xxxxxxxxx…');
		assert.equal(valueOf(`{"a":"${'x'.repeat(10)}"}`, 'a', 10), 'x'.repeat(10));
		assert.equal(valueOf(`{"a":"${'\\u00e9'.repeat(50)}"}`, 'a', 10), `${'é'.repeat(9)}…`);
		assert.equal(valueOf(`[${'1,'.repeat(99)}1]`, '[*]', 10), '1, 1, 1, …');
		assert.equal(valueOf(`{"a":${'9'.repeat(50)}}`, 'a', 10), '999999999…');
	});

	it('is found in what is long and deep', () => {
		const deep = `${'{"a":'.repeat(60)}"end"${'}'.repeat(60)}`;
		assert.equal(valueOf(deep, Array(60).fill('a').join('.')), 'end');
		const items = Array.from({ length: 100_000 }, (_, n) => `{"n":${n}}`);
		assert.equal(valueOf(`[${items.join()}]`, '[-1].n'), '99999');
	});
});
