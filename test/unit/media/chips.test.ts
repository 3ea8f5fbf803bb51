import assert from 'node:assert/strict';
import { chipsOf, fitting } from '../../../media/model/chips';
import type { Tally } from '../../../src/protocol/overview';

const tally: Tally = {
	types: [
		{ type: 'tick', place: 0, count: 5 },
		{ type: 'Trade', place: 1, count: 3 },
		{ type: 'gone', place: 2, count: 0 },
	],
	otherEvents: 0,
	kinds: { open: 2, connecting: 3, comment: 4, ignored: 1 },
};

const keys = (only: string[] = [], not: string[] = []) =>
	chipsOf(tally, { only, not }).map(({ key, count, mode }) =>
		`${key} ${count} ${mode ?? ''}`.trim(),
	);

describe('the chips', () => {
	it('are the types in their order, then the kinds, the connection’s as one', () => {
		assert.deepEqual(keys(), [
			'type:tick 5',
			'type:trade 3',
			'kind:ignored 1',
			'kind:comment 4',
			'kind:connection 5',
		]);
	});

	it('say what the filter chooses, also where there is none of it left', () => {
		assert.deepEqual(keys(['type:trade', 'type:gone'], ['kind:connection']), [
			'type:tick 5',
			'type:trade 3 only',
			'type:gone 0 only',
			'kind:ignored 1',
			'kind:comment 4',
			'kind:connection 5 not',
		]);
	});

	for (const [widths, room, expected] of [
		[[], 10, 0],
		[[50, 50], 100, 2],
		[[50, 51], 100, 1],
		[[50, 20, 40], 100, 1],
		[[30, 20, 60], 100, 2],
		[[90, 20], 100, 0],
		[[50], 20, 0],
	] as const) {
		it(`fit: ${expected} of ${widths.join(' + ')} in ${room}`, () => {
			assert.equal(fitting(widths, room, 50), expected);
		});
	}
});
