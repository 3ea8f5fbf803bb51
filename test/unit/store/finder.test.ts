import assert from 'node:assert/strict';
import type { Questions } from '../../../src/protocol/questions';
import { Finder } from '../../../src/store/filter/finder';
import { bytesOf, queryOf, send, StoreFixture, ticks } from './captureFixture';
import type { Capture } from '../../../src/store/capture';

type Question = Questions['find']['question'];

describe('Finding among the rows', () => {
	const fixture = new StoreFixture();
	let capture: Capture;
	let lastSeen = Infinity;
	let changes = 0;
	let finder: Finder;

	beforeEach(async () => {
		lastSeen = Infinity;
		capture = await fixture.create();
		await send(capture, ticks(1, 1000));
		await capture.flush();
		finder = new Finder(
			capture,
			() => lastSeen,
			() => changes++,
		);
	});
	afterEach(() => finder.dispose());
	after(() => fixture.close());

	const find = (text: string, seq: number, step: Question['step']) =>
		finder.find({ text, seq, step });

	it('goes on from an entry, either way, round the ends', async () => {
		// 7, 70 … 79, 107, …: the entries with "n":7.
		const cases: readonly (readonly [number, Question['step'], object])[] = [
			[0, 0, { seq: 7, place: 1 }],
			[7, 0, { seq: 7, place: 1 }],
			[7, 1, { seq: 70, place: 2 }],
			[75, -1, { seq: 74, place: 6 }],
			[800, 1, { seq: 7, place: 1 }],
			[7, -1, { seq: 799, place: 111 }],
			[0, -1, { seq: 799, place: 111 }],
		];
		for (const [seq, step, expected] of cases) {
			assert.deepEqual(await find('"N":7', seq, step), expected, `${seq} ${step}`);
		}
		assert.deepEqual(finder.state, { total: 111, isCounting: false });
	});

	it('finds text as it stands, and none if there is none', async () => {
		assert.deepEqual(await find('n":7 m', 0, 0), {});
		assert.deepEqual(await find('n":7,"m', 0, 0), { seq: 7, place: 1 });
		assert.deepEqual(await find('type:tick', 0, 0), {});
	});

	it('finds only what the filter shows, and follows it', async () => {
		finder.setFilter(queryOf('data.mod:=3 OR id:7'));
		assert.deepEqual(await find('"n":7', 8, 1), { seq: 73, place: 2 });
		finder.setFilter(queryOf('data.mod:=4'));
		assert.deepEqual(await find('"n":7', 8, 1), { seq: 74, place: 1 });
	});

	it('finds what comes later, up to where the view is paused', async () => {
		await find('1001', 0, 0);
		assert.equal(finder.state?.total, 0);
		await send(capture, [bytesOf('data: 1001\n\n')]);
		await capture.flush();
		assert.deepEqual(await find('1001', 0, 0), { seq: 1001, place: 1 });
		assert.ok(changes > 0);
		lastSeen = 1000;
		assert.equal(finder.state?.total, 0);
		assert.deepEqual(await find('1001', 0, 0), {});
	});

	it('forgets what was cleared', async () => {
		await find('tick', 0, 0);
		await capture.clear();
		assert.equal(finder.state?.total, 0);
	});

	it('drops a question that another one outdates, and ends', async () => {
		const [early, late] = [find('nowhere', 0, 0), find('"n":70', 0, 0)];
		assert.equal(await early, undefined);
		assert.deepEqual(await late, { seq: 70, place: 1 });
		assert.equal(await find('', 0, 0), undefined);
		assert.equal(finder.state, undefined);
		const last = find('x', 0, 0);
		finder.dispose();
		assert.equal(await last, undefined);
	});
});
