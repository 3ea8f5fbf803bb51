import assert from 'node:assert/strict';
import { Latest } from '../../../media/model/latest';

const settled = () => new Promise(resolve => setImmediate(resolve));

describe('the latest wish', () => {
	let asked: number[];
	let got: [number, string | undefined][];
	let settle: { resolve(value: string): void; reject(error: Error): void }[];
	let latest: Latest<number, string>;
	beforeEach(() => {
		asked = [];
		got = [];
		settle = [];
		latest = new Latest(
			key => {
				asked.push(key);
				return new Promise((resolve, reject) => settle.push({ resolve, reject }));
			},
			(key, value) => got.push([key, value]),
		);
	});

	it('is fetched after the one under way, those in between left out', async () => {
		for (const key of [1, 2, 3, 4]) latest.want(key);
		assert.deepEqual(asked, [1]);
		settle[0]!.resolve('one');
		await settled();
		assert.deepEqual(asked, [1, 4]);
		assert.deepEqual(got, [], 'what is no longer wanted does not flash');
		settle[1]!.resolve('four');
		await settled();
		assert.deepEqual(got, [[4, 'four']]);
	});

	it('is told without a value if it cannot be had', async () => {
		latest.want(1);
		settle[0]!.reject(new Error('no'));
		await settled();
		assert.deepEqual(got, [[1, undefined]]);
	});

	it('may be the one under way', async () => {
		latest.want(1);
		latest.want(2);
		latest.want(1);
		settle[0]!.resolve('one');
		await settled();
		assert.deepEqual(asked, [1]);
		assert.deepEqual(got, [[1, 'one']]);
	});
});
