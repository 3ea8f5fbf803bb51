import assert from 'node:assert/strict';
import {
	beyondLimits,
	type Retained,
	type RetentionLimits,
} from '../../../src/store/catalogue/retention';

const now = 10_000;

/** By when something last came and the size; with a `*` it is in use. */
function captures(...words: readonly string[]): (Retained & { word: string })[] {
	return words.map(word => {
		const [latest, sizeBytes] = word.replace('*', '').split(':').map(Number);
		return { word, latest: latest!, sizeBytes: sizeBytes!, isInUse: word.endsWith('*') };
	});
}

describe('What goes beyond the limits of captures', () => {
	const cases: readonly {
		name: string;
		limits: RetentionLimits;
		there: readonly string[];
		going: readonly string[];
	}[] = [
		{ name: 'nothing without limits', limits: {}, there: ['1:9', '2:9'], going: [] },
		{ name: 'nothing of nothing', limits: { maxCaptures: 1 }, there: [], going: [] },
		{
			name: 'the oldest of too many, oldest first',
			limits: { maxCaptures: 2 },
			there: ['3:1', '1:1', '4:1', '2:1'],
			going: ['1:1', '2:1'],
		},
		{
			name: 'what is too old, and nothing of just that age',
			limits: { maxAgeMs: 1000 },
			there: ['8999:1', '9000:1', '9999:1'],
			going: ['8999:1'],
		},
		{
			name: 'what there is no room for',
			limits: { maxTotalBytes: 100 },
			there: ['5:50', '4:50', '3:1'],
			going: ['3:1'],
		},
		{
			name: 'all that is older than one that is too large, however small',
			limits: { maxTotalBytes: 100 },
			there: ['5:50', '4:60', '3:1'],
			going: ['3:1', '4:60'],
		},
		{
			name: 'one that is too large by itself',
			limits: { maxTotalBytes: 100 },
			there: ['5:101'],
			going: ['5:101'],
		},
		{
			name: 'nothing that is in use, though it is too old, too large, and one too many',
			limits: { maxCaptures: 1, maxAgeMs: 1, maxTotalBytes: 1 },
			there: ['1:100*', '2:100*'],
			going: [],
		},
		{
			name: 'others in the place of what is in use, whose room counts',
			limits: { maxCaptures: 2 },
			there: ['1:1*', '3:1', '2:1'],
			going: ['2:1'],
		},
		{
			name: 'by all limits together',
			limits: { maxCaptures: 3, maxAgeMs: 5000, maxTotalBytes: 10 },
			there: ['9000:5', '8000:5', '7000:5', '1000:0', '9500:1*'],
			going: ['1000:0', '7000:5', '8000:5'],
		},
	];
	for (const { name, limits, there, going } of cases) {
		it(name, () => {
			const found = beyondLimits(captures(...there), limits, now);
			assert.deepEqual(
				found.map(({ word }) => word),
				going,
			);
		});
	}
});
