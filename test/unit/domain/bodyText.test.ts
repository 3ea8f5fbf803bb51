import assert from 'node:assert/strict';
import { bodyFrom, bodyProblem, bodyText } from '../../../src/domain/bodyText';

describe('The text of a body', () => {
	const bodies: readonly (readonly [text: string, body: unknown])[] = [
		['', ''],
		['a=1&b=2', 'a=1&b=2'],
		['"a string of JSON"', '"a string of JSON"'],
		['{"a":1,"b":["x y",{}]}', { a: 1, b: ['x y', {}] }],
		[' {\n "a" : "\\" }\\n" }\n', { a: '" }\n' }],
		['[1, 2]', [1, 2]],
		// What JavaScript would write otherwise stays text.
		['{"id":12345678901234567890}', '{"id":12345678901234567890}'],
		['{"a":1.0}', '{"a":1.0}'],
		['{"a":1,"a":2}', '{"a":1,"a":2}'],
		['{"2":1,"1":2}', '{"2":1,"1":2}'],
		['{"a":"${env:A}"}', { a: '${env:A}' }],
		['{"a":${env:A}}', '{"a":${env:A}}'],
	];
	for (const [text, body] of bodies) {
		it(`means what it says: ${JSON.stringify(text)}`, () => {
			assert.equal(bodyProblem(text), undefined);
			assert.deepEqual(bodyFrom(text), body);
			assert.deepEqual(bodyFrom(bodyText(bodyFrom(text))), bodyFrom(text));
		});
	}

	const problems: readonly (readonly [text: string, problem: RegExp])[] = [
		['{"a":', /^This begins like JSON, and has no end\.$/],
		['{"a": "s3cret', /^This begins like JSON, and has no end\.$/],
		['{"s3cret": x}', /^This begins like JSON, and is none/],
		['[1 "s3cret"]', /^This begins like JSON, and is none/],
		['{"a":1} s3cret', /^This begins like JSON, and is none at character 9\.$/],
	];
	for (const [text, problem] of problems) {
		it(`is not taken, and not quoted: ${text}`, () => {
			assert.match(bodyProblem(text) ?? '', problem);
			assert.doesNotMatch(bodyProblem(text) ?? '', /s3cret/);
			assert.equal(bodyFrom(text), text);
		});
	}
});
