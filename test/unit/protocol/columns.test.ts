import assert from 'node:assert/strict';
import { defaultColumns, maxOwnColumns, type ColumnSettings } from '../../../src/protocol/columns';
import { asColumnSettings } from '../../../src/protocol/columnSettings';

const full: ColumnSettings = {
	order: ['data', 'seq', 'data.a'],
	shown: { retry: false, 'data.a': true },
	widths: { type: 200 },
	time: 'delta',
	paths: ['data.a', 'data.b[*]'],
	dataPath: 'data.c',
};

describe('Settings of columns', () => {
	for (const settings of [defaultColumns, full]) {
		it(`are taken: ${JSON.stringify(settings)}`, () => {
			assert.deepEqual(asColumnSettings(settings), settings);
		});
	}

	it('are nothing but what they are to be', () => {
		assert.deepEqual(asColumnSettings({ ...full, more: 1 }), full);
	});

	const many = Array.from({ length: maxOwnColumns + 1 }, (_, n) => `data.k${n}`);
	const invalid: readonly [string, unknown][] = [
		['nothing', undefined],
		['null', null],
		['a list', []],
		['an order of other things', { ...full, order: ['nonsense'] }],
		['an order without end', { ...full, order: Array(201).fill('seq') }],
		['visibility that is none', { ...full, shown: { seq: 1 } }],
		['visibility of the prototype', { ...full, shown: JSON.parse('{"__proto__":true}') as object }],
		['a width below nothing', { ...full, widths: { seq: -1 } }],
		['a width that is no number', { ...full, widths: { seq: NaN } }],
		['a width without end', { ...full, widths: { seq: Infinity } }],
		['another time', { ...full, time: 'relative' }],
		['a path that is none', { ...full, paths: ['a b'] }],
		['a path not as it is written', { ...full, paths: ['a'] }],
		['the same path twice', { ...full, paths: ['data.a', 'data.a'] }],
		['too many paths', { ...full, paths: many }],
		['a path for Data that is none', { ...full, dataPath: 'data' }],
	];
	for (const [what, value] of invalid) {
		it(`are not ${what}`, () => {
			assert.equal(asColumnSettings(value), undefined);
		});
	}
});
