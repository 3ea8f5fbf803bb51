import assert from 'node:assert/strict';
import { maxOutages, Outages } from '../../../src/store/overview/outages';

describe('The outages of a capture', () => {
	const outagesOf = (kinds: string) => {
		const outages = new Outages();
		const names = { c: 'closed', f: 'failed', o: 'open', w: 'waiting', e: 'connecting' } as const;
		Array.from(kinds).forEach((kind, time) => outages.add(names[kind as keyof typeof names], time));
		return Array.from(outages.snapshot());
	};
	for (const [kinds, expected] of [
		['', []],
		['eo', []],
		['eocweo', [2, 5]],
		['ef', [1, Infinity]],
		['efwefweo', [1, 7]],
		['eoceoc', [2, 4, 5, Infinity]],
	] as const) {
		it(`of ${kinds || 'nothing'}`, () => assert.deepEqual(outagesOf(kinds), expected));
	}

	it('are bounded: those that are nearest become one', () => {
		const outages = new Outages();
		for (let n = 0; n < maxOutages + 1; n++) {
			outages.add('closed', n * 100);
			outages.add('open', n * 100 + (n === 7 ? 99 : 10));
		}
		const spans = outages.snapshot();
		assert.equal(spans.length, maxOutages * 2);
		assert.deepEqual(Array.from(spans.slice(12, 18)), [600, 610, 700, 810, 900, 910]);
	});
});
