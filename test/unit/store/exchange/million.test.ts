import assert from 'node:assert/strict';
import type { Capture } from '../../../../src/store/capture';
import { send, ticks } from '../captureFixture';
import { ExchangeFixture } from './exchangeFixture';

const events = 1_000_000;
/** All of it is some 100 MB as text; what a thread needs for itself is a few dozen. */
const maxGrowthBytes = 250_000_000;

/** By how much the process grew at most while `run` was at work. */
async function growthBytes(run: () => Promise<unknown>): Promise<number> {
	const before = process.memoryUsage.rss();
	let most = before;
	const watching = setInterval(() => {
		most = Math.max(most, process.memoryUsage.rss());
	}, 20);
	try {
		await run();
	} finally {
		clearInterval(watching);
	}
	return most - before;
}

describe('A million events', () => {
	let fixture: ExchangeFixture;
	let capture: Capture;

	before(async function () {
		this.timeout(300_000);
		fixture = new ExchangeFixture();
		capture = await fixture.create();
		await send(capture, ticks(1, events));
		await capture.flush();
	});
	after(() => fixture.close());

	it('are exported a line each in bounded memory', async function () {
		this.timeout(600_000);
		const grown = await growthBytes(() => fixture.export(capture, 'jsonl'));
		assert.ok(grown < maxGrowthBytes, `grew by ${grown} bytes`);
	});

	it('are exported as an archive, and imported again, in bounded memory', async function () {
		this.timeout(600_000);
		let again: Capture | undefined;
		const grown = await growthBytes(async () => {
			again = await fixture.import(await fixture.export(capture, 'har'), 'har');
		});
		assert.equal(again?.progress.kept, events);
		assert.ok(grown < maxGrowthBytes, `grew by ${grown} bytes`);
	});
});
