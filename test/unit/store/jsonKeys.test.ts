import assert from 'node:assert/strict';
import { shapeAt } from '../../../src/domain/query/jsonShape';
import { bytesOf, send, StoreFixture, ticks } from './captureFixture';

describe('What was seen in a capture', () => {
	let fixture: StoreFixture;
	beforeEach(() => {
		fixture = new StoreFixture();
	});
	afterEach(() => fixture.close());

	it('is the JSON of each of the latest types', async () => {
		const capture = await fixture.create();
		await send(capture, [bytesOf('event: rare\ndata: {"seldom":[{"x":"é\\u0000"}]}\n\n')]);
		await send(capture, ticks(1, 2000));
		await send(capture, [bytesOf(`data: {"large":"${'x'.repeat(70_000)}"}\n\n: {"a":1}\n\n`)]);
		await capture.flush();
		const shape = await capture.jsonShape();
		assert.deepEqual([...shape.members.keys()], ['n', 'mod', 'seldom']);
		assert.deepEqual(shapeAt(shape, ['n'])?.samples.slice(0, 2), [2000, 1999]);
		assert.deepEqual(shapeAt(shape, ['seldom', 0, 'x'])?.samples, ['é\u0000']);
	});

	it('is nothing in an empty one', async () => {
		const capture = await fixture.create();
		assert.equal((await capture.jsonShape()).members.size, 0);
		assert.equal(await capture.seqOfId('1'), undefined);
	});

	it('has IDs, the latest entry for each', async () => {
		const capture = await fixture.create();
		await send(capture, ticks(1, 50));
		await send(capture, ticks(20, 1));
		await capture.flush();
		assert.equal(await capture.seqOfId('7'), 7);
		assert.equal(await capture.seqOfId('20'), 51);
		assert.equal(await capture.seqOfId('70'), undefined);
	});
});
