import assert from 'node:assert/strict';
import { RowCache } from '../../../media/model/rowCache';
import { rowsFrom } from './rows';

describe('the row cache', () => {
	it('knows what it lacks of a span', () => {
		const cache = new RowCache(1);
		assert.deepEqual(cache.missing({ from: 0, to: 10 }), { from: 0, to: 10 });
		cache.put(3, rowsFrom(4, 4));
		assert.deepEqual(cache.missing({ from: 0, to: 10 }), { from: 0, to: 10 });
		assert.deepEqual(cache.missing({ from: 3, to: 10 }), { from: 7, to: 10 });
		assert.deepEqual(cache.missing({ from: 0, to: 6 }), { from: 0, to: 3 });
		assert.equal(cache.missing({ from: 3, to: 7 }), undefined);
		assert.equal(cache.missing({ from: 9, to: 9 }), undefined);
		assert.ok(cache.has({ from: 4, to: 6 }));
		assert.equal(cache.get(3)?.seq, 4);
		assert.equal(cache.latestEnd, 7);
	});

	it('keeps what is near the latest rows, and no more', () => {
		const cache = new RowCache(1, 400);
		for (let from = 0; from < 2000; from += 100) cache.put(from, rowsFrom(from + 1, 100));
		assert.equal(cache.get(0), undefined);
		assert.ok(cache.has({ from: 1900, to: 2000 }));
		let kept = 0;
		for (let index = 0; index < 2000; index++) if (cache.get(index) !== undefined) kept++;
		assert.ok(kept <= 400, `${kept} rows are kept`);
	});
});
