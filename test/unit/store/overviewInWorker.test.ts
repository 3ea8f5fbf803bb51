import assert from 'node:assert/strict';
import { noSlot } from '../../../src/store/filter/slots';
import { bytesOf, queryOf, send, StoreFixture, ticks, until } from './captureFixture';

const start = 1_700_000_000_000.25;

describe('The overview of a capture in its worker', () => {
	const fixture = new StoreFixture();
	after(() => fixture.close());

	it('is that of what was written, also when the file is opened again', async () => {
		const capture = await fixture.create();
		await send(capture, ticks(1, 3000), start);
		await send(capture, [bytesOf('event: b\ndata: x\n\n: c\n\n')], start + 700);
		await capture.flush();
		const overview = await capture.overview();
		assert.deepEqual(overview.tally, {
			types: [
				{ type: 'tick', place: 0, count: 3000 },
				{ type: 'b', place: 1, count: 1 },
			],
			otherEvents: 0,
			kinds: { comment: 1 },
		});
		const copy = fixture.path('copy.sqlite');
		await capture.exportTo(copy, 'sqlite');
		const opened = await fixture.store.openExisting(copy);
		assert.deepEqual(await opened.overview(), overview);
		await capture.clear();
		assert.equal((await capture.overview()).density.firstSeqs.length, 0);
	});

	it('knows the types of what a filter matches, those that came later too', async () => {
		const capture = await fixture.create();
		await send(capture, ticks(1, 10), start);
		const { lastSeq } = await capture.flush();
		const run = capture.startFilter(queryOf('size:>0'));
		await until(run, () => run.scannedTo === lastSeq);
		await send(capture, [bytesOf('event: b\ndata: x\n\n: c\n\ndata: y\n\n')], start);
		run.scanTo((await capture.flush()).lastSeq);
		await until(run, () => run.scannedTo === lastSeq + 3);
		const slots = [9, 10, 11, 12].map(place => run.matches.slotAt(place));
		assert.deepEqual(slots, [0, 1, noSlot, 2]);
		run.dispose();
	});
});
