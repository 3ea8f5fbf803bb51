import assert from 'node:assert/strict';
import { MatchList } from '../../../src/store/filter/matchList';

describe('A list of matches', () => {
	const threes = () => {
		const list = new MatchList();
		for (let from = 0; from < 50_000; from += 1000) {
			list.append(Array.from({ length: 1000 }, (_, n) => (from + n + 1) * 3));
		}
		return list;
	};

	it('grows over many blocks', () => {
		const list = threes();
		assert.equal(list.length, 50_000);
		assert.deepEqual(list.slice(16_383, 16_386), [49_152, 49_155, 49_158]);
		assert.deepEqual(list.slice(49_999, 60_000), [150_000]);
		assert.deepEqual(list.slice(5, 5), []);
	});

	for (const [seq, index] of [
		[0, 0],
		[3, 0],
		[4, 1],
		[6, 1],
		[75_000, 24_999],
		[150_000, 49_999],
		[150_001, 50_000],
		[Infinity, 50_000],
	] as const) {
		it(`finds the place of ${seq}`, () => assert.equal(threes().indexOf(seq), index));
	}

	it('forgets those before one', () => {
		const list = threes();
		list.removeBefore(149_995);
		assert.deepEqual(list.slice(0, 9), [149_997, 150_000]);
		list.append([150_003]);
		assert.equal(list.length, 3);
		list.removeBefore(Infinity);
		assert.equal(list.length, 0);
	});
});
