import assert from 'node:assert/strict';
import { BookmarkSet } from '../../../media/model/bookmarks';
import { timesOf } from '../../../media/model/strip/timesOf';

describe('The bookmarks of a page', () => {
	const marks = (...seqs: number[]) => seqs.map(seq => ({ seq, label: `#${seq}` }));

	it('are those that the host told last', () => {
		const set = new BookmarkSet();
		set.take(marks(1, 2));
		set.take(marks(2, 3));
		assert.deepEqual(set.seqs, [2, 3]);
		assert.equal(set.labelOf(3), '#3');
		assert.equal(set.labelOf(1), undefined);
	});

	it('tell what has come of what the user asked for, once, and nothing of others', () => {
		const set = new BookmarkSet();
		assert.equal(set.take(marks(1)), undefined);
		set.expect(2);
		assert.equal(set.take(marks(1, 5)), undefined);
		assert.deepEqual(set.take(marks(1, 2, 5)), { seq: 2, isSet: true });
		assert.equal(set.take(marks(1, 5)), undefined);
		set.expect(1);
		assert.deepEqual(set.take(marks(5)), { seq: 1, isSet: false });
	});
});

describe('timesOf', () => {
	const density = {
		startTime: 1000,
		spanMs: 100,
		counts: new Uint32Array(),
		outages: new Float64Array(),
		lastSeq: 30,
	};

	it('gives the middle of the span in which an entry came', () => {
		const firstSeqs = Uint32Array.of(5, 10, 10, 20);
		assert.deepEqual(
			timesOf({ ...density, firstSeqs }, [4, 5, 9, 10, 19, 20, 30, 31]),
			[1050, 1050, 1250, 1250, 1350, 1350],
		);
	});

	it('gives none where nothing came', () => {
		assert.deepEqual(timesOf({ ...density, firstSeqs: new Uint32Array(), lastSeq: 0 }, [1]), []);
	});
});
