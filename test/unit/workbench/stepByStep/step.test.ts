import assert from 'node:assert/strict';
import {
	runSteps,
	type Outcome,
	type Step,
} from '../../../../src/workbench/connect/stepByStep/step';

interface Draft {
	readonly visited: string[];
	hasMore: boolean;
}

describe('Steps', () => {
	/** Goes through them as told; each step says that it was there, and how it shows itself. */
	async function run(outcomes: readonly (Outcome | 'more' | 'less')[]) {
		const left = [...outcomes];
		const step =
			(name: string): Step<Draft> =>
			async (draft, { step: number, totalSteps, canGoBack }) => {
				draft.visited.push(`${name} ${number}/${totalSteps}${canGoBack ? ' <' : ''}`);
				const outcome = left.shift() ?? assert.fail('asked too often');
				if (outcome === 'more' || outcome === 'less') draft.hasMore = outcome === 'more';
				return outcome === 'more' || outcome === 'less' ? 'next' : outcome;
			};
		const [a, b, c] = ['a', 'b', 'c'].map(step);
		const draft: Draft = { visited: [], hasMore: false };
		const isThrough = await runSteps('title', draft, ({ hasMore }) => [
			a!,
			...(hasMore ? [b!] : []),
			c!,
		]);
		assert.deepEqual(left, []);
		return { isThrough, visited: draft.visited };
	}

	it('go forward to the end', async () => {
		assert.deepEqual(await run(['next', 'next']), {
			isThrough: true,
			visited: ['a 1/2', 'c 2/2 <'],
		});
	});

	it('go back', async () => {
		assert.deepEqual((await run(['next', 'back', 'next', 'next'])).visited, [
			'a 1/2',
			'c 2/2 <',
			'a 1/2',
			'c 2/2 <',
		]);
	});

	it('come and go with what is answered', async () => {
		assert.deepEqual((await run(['more', 'next', 'back', 'back', 'less', 'next'])).visited, [
			'a 1/2',
			'b 2/3 <',
			'c 3/3 <',
			'b 2/3 <',
			'a 1/3',
			'c 2/2 <',
		]);
	});

	it('end when the user has had enough', async () => {
		assert.deepEqual(await run(['next', 'cancelled']), {
			isThrough: false,
			visited: ['a 1/2', 'c 2/2 <'],
		});
	});
});
