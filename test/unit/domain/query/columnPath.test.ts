import assert from 'node:assert/strict';
import { isColumnPath, readColumnPath } from '../../../../src/domain/query/columnPath';
import { JsonShapes } from '../../../../src/domain/query/jsonShape';
import { pathsSeen } from '../../../../src/domain/query/pathsSeen';

describe('A path of a column', () => {
	const paths: readonly [string, string, readonly (string | number | null)[]][] = [
		['data.usage.total_tokens', 'data.usage.total_tokens', ['usage', 'total_tokens']],
		['usage.total_tokens', 'data.usage.total_tokens', ['usage', 'total_tokens']],
		['  DATA.a ', 'data.a', ['a']],
		['data.choices[0].delta', 'data.choices[0].delta', ['choices', 0, 'delta']],
		['choices[-1]', 'data.choices[-1]', ['choices', -1]],
		['[2]', 'data[2]', [2]],
		['data[*].x', 'data[*].x', [null, 'x']],
		['data["a key"].b', 'data."a key".b', ['a key', 'b']],
		['data."q\\"s"', 'data."q\\"s"', ['q"s']],
		['data["*"]', 'data."*"', ['*']],
		['data.data', 'data.data', ['data']],
		['database', 'data.database', ['database']],
		['data.ключ', 'data.ключ', ['ключ']],
	];
	for (const [typed, text, steps] of paths) {
		it(`is read from ${typed}`, () => {
			assert.deepEqual(readColumnPath(typed), { text, steps });
			assert.ok(isColumnPath(text));
		});
	}

	for (const typed of ['', ' ', 'data', 'data.', 'a..b', 'a b', 'data[x]', 'data[', 'a.b:', '.a']) {
		it(`is not ${JSON.stringify(typed)}`, () => {
			assert.equal(readColumnPath(typed), undefined);
		});
	}

	it('is no longer than it may be', () => {
		assert.ok(readColumnPath('x'.repeat(395)));
		assert.equal(readColumnPath('x'.repeat(396)), undefined);
		assert.equal(isColumnPath('usage'), false);
		assert.equal(isColumnPath(7), false);
	});

	it('is offered for each value that was seen', () => {
		const shapes = new JsonShapes();
		shapes.add('{"id":"a","choices":[{"delta":{"content":"Hi"},"a b":1}],"empty":{}}');
		shapes.add('{"id":"b","choices":[]}');
		const seen = pathsSeen(shapes.shape);
		assert.deepEqual(seen[0], { path: 'data.id', samples: ['"a"', '"b"'] });
		assert.deepEqual(
			seen.map(({ path }) => path),
			[
				'data.id',
				'data.choices[0].delta.content',
				'data.choices[0]."a b"',
				'data.choices[*].delta.content',
				'data.choices[*]."a b"',
				'data.empty',
			],
		);
		for (const { path } of seen) assert.ok(isColumnPath(path), path);
	});
});
