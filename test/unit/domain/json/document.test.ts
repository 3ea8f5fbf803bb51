import assert from 'node:assert/strict';
import { JsonDocument } from '../../../../src/domain/json/document';

const valid = [
	'{}',
	'[]',
	' [ ] ',
	'0',
	'-0',
	'1.0',
	'1e400',
	'-1.5E-7',
	'12345678901234567890',
	'"a\\u202e\\"\\\\"',
	'true',
	'null',
	'[1,[2,[3]],{"a":{}}]',
	'{"a":1,"a":2}',
	'\t{"a" : [ 1 , 2 ] }\r\n',
];

const invalid = [
	'',
	' ',
	'{',
	'[1,]',
	'{"a":1,}',
	'{a:1}',
	"{'a':1}",
	'[1 2]',
	'01',
	'1.',
	'.5',
	'+1',
	'NaN',
	'"a',
	'"\u0001"',
	'"\\x"',
	'"\\u12"',
	'[}',
	'{"a"}',
	'{"a":}',
	'[1]]',
	'[1] x',
	'tru',
	'[DONE]',
	'{"a":1',
];

/** The JSON text written anew from what the document finds, containers opened. */
function rewrite(document: JsonDocument, value = document.root): string {
	const { members } = document.members(value, 0, Infinity);
	if (value.kind === 'object') {
		return `{${members.map(m => `"${m.key}":${rewrite(document, m.value)}`).join(',')}}`;
	}
	if (value.kind === 'array') return `[${members.map(m => rewrite(document, m.value)).join(',')}]`;
	return document.text.slice(value.start, value.end);
}

describe('a JSON document', () => {
	for (const text of valid) {
		it(`takes ${JSON.stringify(text)}`, () => {
			JSON.parse(text);
			const document = JsonDocument.parse(text);
			assert.ok(document !== undefined);
			const compact = text.replace(/\s/g, '');
			assert.equal(rewrite(document), compact);
		});
	}

	for (const text of invalid) {
		it(`refuses ${JSON.stringify(text)}`, () => {
			assert.throws(() => JSON.parse(text));
			assert.equal(JsonDocument.parse(text), undefined);
		});
	}

	it('agrees with JSON.parse on mutilated texts', () => {
		const text = '{"a":[1.5,-2e3,"x\\n\\u00e9",null,{"b":[true,false]}],"c":{}}';
		for (let at = 0; at < text.length; at++) {
			for (const broken of [text.slice(0, at) + text.slice(at + 1), text.slice(0, at)]) {
				let isJson = true;
				try {
					JSON.parse(broken);
				} catch {
					isJson = false;
				}
				assert.equal(JsonDocument.parse(broken) !== undefined, isJson, broken);
			}
		}
	});

	it('says what is in a container on one line', () => {
		const lineOf = (text: string) => {
			const document = JsonDocument.parse(text)!;
			return document.line(document.root);
		};
		assert.equal(lineOf('{"bid":1,"ask":2}'), '{bid, ask}');
		assert.equal(lineOf('["@","F"]'), '["@", "F"]');
		assert.equal(lineOf('[[],{},[1],{"a":1}]'), '[[], {}, […], {…}]');
		assert.equal(
			lineOf(JSON.stringify(Array.from({ length: 50 }, () => 1))).endsWith(', …]'),
			true,
		);
		assert.ok(lineOf(JSON.stringify('x'.repeat(5000))).length < 1100);
	});

	it('gives the members page by page, doubled keys and all', () => {
		const document = JsonDocument.parse('{"a":1.0,"b":2,"a":3}')!;
		const first = document.members(document.root, 0, 2);
		assert.deepEqual(
			first.members.map(({ key }) => key),
			['a', 'b'],
		);
		assert.ok(first.hasMore);
		const rest = document.members(document.root, 2, 2);
		assert.equal(rest.members.length, 1);
		assert.ok(!rest.hasMore);
	});

	it('finds members by name and place', () => {
		const document = JsonDocument.parse('{"x":[10,{"y\\"":"z"}],"x2":1}')!;
		const list = document.member(document.root, 'x')!;
		const inner = document.member(list, 1)!;
		const value = document.member(inner, 'y"')!;
		assert.equal(document.line(value), '"z"');
		assert.equal(document.member(document.root, 'none'), undefined);
		assert.equal(document.member(value, 'none'), undefined);
	});

	it('survives any depth and a million characters', () => {
		const depth = 200_000;
		const deep = JsonDocument.parse('['.repeat(depth) + ']'.repeat(depth))!;
		assert.equal(deep.line(deep.root), '[[…]]');
		const wide = JsonDocument.parse(`[${'{},'.repeat(330_000)}1]`)!;
		assert.equal(wide.members(wide.root, 329_999, 5).members.length, 2);
		assert.equal(JsonDocument.parse('['.repeat(depth)), undefined);
	});
});
