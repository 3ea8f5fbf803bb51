import assert from 'node:assert/strict';
import { Latest } from '../../../media/model/latest';

const settled = () => new Promise(resolve => setImmediate(resolve));

describe('the latest wish', () => {
	let asked: number[];
	let told: number;
	let settle: { resolve(value: string): void; reject(error: Error): void }[];
	let latest: Latest<number, string>;
	beforeEach(() => {
		asked = [];
		told = 0;
		settle = [];
		latest = new Latest(
			key => {
				asked.push(key);
				return new Promise((resolve, reject) => settle.push({ resolve, reject }));
			},
			() => told++,
		);
	});

	it('is fetched after the one under way, those in between left out', async () => {
		for (const key of [1, 2, 3, 4]) latest.get(key);
		assert.deepEqual(asked, [1]);
		settle[0]!.resolve('one');
		await settled();
		assert.deepEqual(asked, [1, 4]);
		assert.equal(told, 0, 'what is no longer wanted does not flash');
		settle[1]!.resolve('four');
		await settled();
		assert.equal(told, 1);
		assert.equal(latest.get(4)?.value, 'four');
		assert.deepEqual(asked, [1, 4], 'what is here is not fetched again');
	});

	it('is told without a value if it cannot be had', async () => {
		latest.get(1);
		settle[0]!.reject(new Error('no'));
		await settled();
		const got = latest.get(1);
		assert.ok(got !== undefined && got.value === undefined);
	});

	it('may be the one under way', async () => {
		latest.get(1);
		latest.get(2);
		latest.get(1);
		settle[0]!.resolve('one');
		await settled();
		assert.deepEqual(asked, [1]);
		assert.equal(latest.get(1)?.value, 'one');
	});
});
