import assert from 'node:assert/strict';
import { assertNever } from '../../../src/base/assertNever';
import { causeChain, HumanError } from '../../../src/base/errors';

describe('causeChain', () => {
	const refused = new Error('connect ECONNREFUSED');
	const circle = new Error('round');
	circle.cause = circle;
	for (const [name, error, messages] of [
		['an error', refused, ['connect ECONNREFUSED']],
		['a cause', new HumanError('No.', { cause: refused }), ['No.', 'connect ECONNREFUSED']],
		['a repetition', new Error('a', { cause: new Error('a') }), ['a']],
		['an error without a message', new Error('', { cause: refused }), ['connect ECONNREFUSED']],
		[
			'several errors',
			new AggregateError([refused, new Error('b')], 'all'),
			['all', 'connect ECONNREFUSED', 'b'],
		],
		['a thrown string', 'oops', ['oops']],
		['a thrown number as cause', new Error('a', { cause: 0 }), ['a', '0']],
		['nothing', undefined, []],
		['null', null, []],
		['a circle', circle, ['round']],
	] as const) {
		it(`of ${name}`, () => {
			assert.deepEqual(causeChain(error), messages);
		});
	}
});

describe('HumanError', () => {
	it('is an error with a name and a cause', () => {
		const cause = new Error('why');
		const error = new HumanError('What.', { cause });
		assert.ok(error instanceof Error);
		assert.equal(`${error}`, 'HumanError: What.');
		assert.equal(error.cause, cause);
	});
});

describe('assertNever', () => {
	it('throws the value that nobody thought of', () => {
		assert.throws(() => assertNever({ type: 'new' } as never), /\{"type":"new"\}/);
	});
});
