import assert from 'node:assert/strict';
import type { Capture } from '../../../src/store/capture';
import { bytesOf, send, StoreFixture } from './captureFixture';

describe('The first event of a stream', () => {
	const fixture = new StoreFixture();
	after(() => fixture.close());

	/** An attempt that took 25 ms to the headers, at `time`. */
	const open = (capture: Capture, attempt: number, time: number) => {
		const common = { attempt, data: '' };
		capture.record({ ...common, kind: 'connecting', time: time - 25 });
		capture.record({ ...common, kind: 'open', time, details: { timings: { headersMs: 25 } } });
	};
	const firstEventMs = async (capture: Capture, seq: number) => {
		await capture.flush();
		return (await capture.entry(seq))?.firstEventMs;
	};

	it('is timed as the phases of its attempt are', async () => {
		const capture = await fixture.create();
		open(capture, 1, 1000);
		await send(capture, [bytesOf(': hello\n\nretry: 5\n\n')], 1001);
		await send(capture, [bytesOf('data: 1\n\n')], 1040.5);
		await send(capture, [bytesOf('data: 2\n\n')], 1090);
		assert.equal(await firstEventMs(capture, 2), 65.5);
		// Other entries have none.
		assert.equal(await firstEventMs(capture, 1), undefined);
		assert.equal(await firstEventMs(capture, 5), undefined);
	});

	it('is not that of a later attempt', async () => {
		const capture = await fixture.create();
		open(capture, 1, 1000);
		await capture.end(1010);
		capture.record({ kind: 'closed', time: 1010, attempt: 1, data: '' });
		capture.begin(2, '');
		open(capture, 2, 2000);
		await send(capture, [bytesOf('data: 1\n\n')], 2001);
		assert.equal(await firstEventMs(capture, 2), undefined);
		assert.equal(await firstEventMs(capture, 5), 26);
	});

	it('is not waited for', async () => {
		const capture = await fixture.create();
		open(capture, 1, 1000);
		assert.equal(await firstEventMs(capture, 2), undefined);
	});

	it('is looked for among the next 10 000 entries only', async () => {
		const capture = await fixture.create();
		open(capture, 1, 1000);
		await send(capture, [bytesOf(':\n'.repeat(9_999)), bytesOf('\ndata: 1\n\n')], 1001);
		assert.equal(await firstEventMs(capture, 2), 26);
		const other = await fixture.create();
		open(other, 1, 1000);
		await send(other, [bytesOf(':\n'.repeat(10_000)), bytesOf('\ndata: 1\n\n')], 1001);
		assert.equal(await firstEventMs(other, 2), undefined);
	});
});
