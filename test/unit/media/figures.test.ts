import assert from 'node:assert/strict';
import {
	clockParts,
	clockText,
	dateText,
	gapMeasure,
	gapPercent,
	rateText,
} from '../../../media/model/figures';

const noon = new Date(2026, 10, 22, 12, 3, 11, 204).getTime();

describe('figures', () => {
	for (const [ms, text] of [
		[0, '0 ms'],
		[0.4, '0 ms'],
		[21, '21 ms'],
		[999.4, '999 ms'],
		[999.6, '1.00 s'],
		[2050, '2.05 s'],
		[9994, '9.99 s'],
		[9996, '10.0 s'],
		[59_949, '59.9 s'],
		[59_951, '1.0 min'],
		[3_599_000, '1.0 h'],
		[7_560_000, '2.1 h'],
	] as const) {
		it(`measures a gap of ${ms} ms`, () => {
			const { digits, unit } = gapMeasure(ms);
			assert.equal(`${digits} ${unit}`, text);
		});
	}

	it('draws a gap from nothing at 0 to the whole at a minute', () => {
		assert.equal(gapPercent(0), 0);
		assert.equal(gapPercent(60_000), 96);
		assert.equal(gapPercent(1e9), 96);
		assert.ok(gapPercent(10) > 15 && gapPercent(10) < 25);
	});

	it('cuts a time and never rounds it into the next second', () => {
		assert.deepEqual(clockParts(noon), { hour: '12:', rest: '03:11.204' });
		assert.equal(clockText(noon + 0.2, 4), '12:03:11.2042');
		assert.equal(clockText(noon + 795.99), '12:03:11.999');
		assert.equal(dateText(noon), '2026-11-22 12:03:11.204');
	});

	for (const [rate, text] of [
		[0, '0'],
		[0.4, '0.4'],
		[1, '1'],
		[9.94, '9.9'],
		[26.2, '26'],
		[12_345, '12\u202f345'],
	] as const) {
		it(`says a rate of ${rate}`, () => assert.equal(rateText(rate), text));
	}
});
