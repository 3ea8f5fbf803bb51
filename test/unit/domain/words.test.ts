import * as assert from 'node:assert/strict';
import { countOf, countText, durationText, shortened, sizeText } from '../../../src/domain/words';

describe('numbers in words', () => {
	for (const [count, text] of [
		[0, '0'],
		[999, '999'],
		[1000, '1\u202f000'],
		[2_187_042, '2\u202f187\u202f042'],
	] as const) {
		it(`counts ${count}`, () => assert.equal(countText(count), text));
	}

	it('knows one from many', () => {
		assert.equal(countOf(1, 'event'), '1 event');
		assert.equal(countOf(0, 'event'), '0 events');
		assert.equal(countOf(2187, 'event'), '2\u202f187 events');
	});

	for (const [bytes, text] of [
		[0, '0 B'],
		[999, '999 B'],
		[1000, '1.0 kB'],
		[48_214, '48.2 kB'],
		[999_949, '999.9 kB'],
		[999_960, '1.0 MB'],
		[52_428_800, '52.4 MB'],
		[999_960_000, '1.0 GB'],
		[3.2e9, '3.2 GB'],
	] as const) {
		it(`measures ${bytes} bytes`, () => assert.equal(sizeText(bytes), text));
	}

	for (const [ms, text] of [
		[0, '0 ms'],
		[0.4, '0 ms'],
		[0.6, '1 ms'],
		[21.4, '21 ms'],
		[999.4, '999 ms'],
		[999.6, '1 s'],
		[2050, '2.05 s'],
		[3000, '3 s'],
		[12_345, '12.3 s'],
		[59_949, '59.9 s'],
		[59_960, '1 min'],
		[84_000, '1 min 24 s'],
		[3_599_600, '1 h'],
		[7_500_000, '2 h 5 min'],
		[172_799_000, '2 days'],
		[172_800_000, '2 days'],
		[2 ** 31, '25 days'],
		[9_999_999_999, '116 days'],
		[8.64e12, '100\u202f000 days'],
		[Number.MAX_SAFE_INTEGER, '104\u202f249\u202f991 days'],
	] as const) {
		it(`tells ${ms} ms`, () => assert.equal(durationText(ms), text));
	}
});

describe('text', () => {
	it('is cut where it is too long, and says so', () => {
		assert.equal(shortened('x'.repeat(60)), 'x'.repeat(60));
		assert.equal(shortened('x'.repeat(61)), `${'x'.repeat(59)}…`);
		assert.equal(shortened('abc', 2), 'a…');
	});
});
