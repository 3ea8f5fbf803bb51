import assert from 'node:assert/strict';
import { markedIn, markedInData } from '../../../media/model/marks';
import { marksOf } from '../../../src/domain/query/marks';
import { parseQuery } from '../../../src/domain/query/parser';

function marks(filter: string) {
	const parsed = parseQuery(filter);
	assert.ok(parsed.ok);
	return marksOf(parsed.query);
}

const marked = (filter: string, data: string) =>
	markedInData(data, marks(filter)).map(({ from, to }) => data.slice(from, to));

describe('what is marked of a filter', () => {
	for (const [filter, data, parts] of [
		['', 'abc', []],
		['b', 'abcB', ['b', 'B']],
		['ab bc', 'abc', ['ab']],
		['-b', 'abc', []],
		['type:trade', 'trade', []],
		['data:ac', 'acAC', ['ac', 'AC']],
		['/b+/', 'abbc', []],
		['data.price:>100', '{"symbol":"A","price":101.2}', ['101.2']],
		['data.a[1]:*', '{"a":[1,{"b":2}]}', ['{"b":2}']],
		['data.a[*].b:*', '{"a":[{"b":1},2,{"b":"x"}]}', ['1', '"x"']],
		['data.a[*]:*', '{"a":{"b":1}}', []],
		['data.price:>100', '{"price":101.2', []],
		['data.none:*', '{"a":1}', []],
		['x OR y', 'xyz', ['x', 'y']],
	] as const) {
		it(`“${filter}” in ${data}`, () => assert.deepEqual(marked(filter, data), parts));
	}

	it('is marked in the type and the ID, too', () => {
		assert.deepEqual(markedIn('tick', marks('ic')), [{ from: 1, to: 3 }]);
		assert.deepEqual(markedIn('tick', marks('data:ic')), []);
	});

	it('is not misplaced by letters that grow in lower case', () => {
		assert.deepEqual(marked('a', 'İİİa'), []);
	});
});
