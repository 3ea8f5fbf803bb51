import assert from 'node:assert/strict';
import { StartTime } from '../../../src/workbench/panel/startTime';

/** A capture of which only the first entry counts. */
function setUp() {
	const capture = { firstSeq: 1, kept: 0 };
	let answer: (time: number | undefined) => void = () => {};
	let found = 0;
	const start = new StartTime(
		{
			get progress() {
				return capture as never;
			},
			rows: () =>
				new Promise(resolve => {
					answer = time => resolve(time === undefined ? [] : [{ time } as never]);
				}),
		},
		() => found++,
	);
	return {
		start,
		capture,
		answer: async (time: number | undefined) => {
			answer(time);
			await Promise.resolve().then(() => {});
			await Promise.resolve();
		},
		found: () => found,
	};
}

describe('The time of the first entry', () => {
	it('is looked for once there is one, and told', async () => {
		const { start, capture, answer, found } = setUp();
		assert.equal(start.value, undefined);
		capture.kept = 1;
		assert.equal(start.value, undefined);
		await answer(1000);
		assert.equal(found(), 1);
		assert.equal(start.value, 1000);
	});

	it('stays while old entries make room, and goes with a clear', async () => {
		const { start, capture, answer } = setUp();
		capture.kept = 10;
		assert.equal(start.value, undefined);
		await answer(1000);
		capture.firstSeq = 5;
		assert.equal(start.value, 1000);
		start.forget();
		assert.equal(start.value, undefined);
		await answer(2000);
		assert.equal(start.value, 2000);
		capture.kept = 0;
		assert.equal(start.value, undefined);
	});

	it('is not that of what was cleared meanwhile', async () => {
		const { start, capture, answer, found } = setUp();
		capture.kept = 10;
		assert.equal(start.value, undefined);
		start.forget();
		await answer(1000);
		assert.equal(found(), 0);
		assert.equal(start.value, undefined);
		await answer(undefined);
		assert.equal(start.value, undefined);
		await answer(3000);
		assert.equal(start.value, 3000);
	});
});
