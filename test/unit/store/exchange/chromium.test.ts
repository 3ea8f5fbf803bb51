import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ExchangeFixture, entriesOf } from './exchangeFixture';

const archive = 'test/fixtures/archives/chromium.har';

describe('An archive that Chromium exported', () => {
	let fixture: ExchangeFixture;

	before(() => {
		fixture = new ExchangeFixture();
	});
	after(() => fixture.close());

	it('is imported with its attempts, events and times, and without its cookies', async () => {
		const capture = await fixture.import(archive, 'har');
		const entries = await entriesOf(capture);
		assert.match(capture.about.url, /^http:\/\/127\.0\.0\.1:\d+\/archive$/);
		assert.deepEqual(
			entries.map(({ kind, type, id, lastEventId, data }) => [
				kind,
				type,
				id,
				lastEventId,
				kind === 'event' ? data : '',
			]),
			[
				['connecting', '', undefined, '', ''],
				['open', '', undefined, '', ''],
				['event', 'tick', '1', '1', '{"n":1}'],
				['event', 'message', undefined, '1', 'two\nlines'],
				['event', 'message', 'ü-3', 'ü-3', '€'],
				['connecting', '', undefined, 'ü-3', ''],
				['open', '', undefined, 'ü-3', ''],
				['event', 'message', undefined, 'ü-3', 'resumed'],
			],
		);
		const open = entries[1]!;
		assert.match(open.data, /^200 · HTTP\/1\.1 · headers after \d+ ms · after 1 redirect$/);
		assert.equal(open.details?.hops?.[0]?.status, 302);
		assert.ok((open.details?.timings?.headersMs ?? 0) > 0);
		const text = readFileSync(archive, 'utf8');
		const times = [...text.matchAll(/"time": (\d{10}\.\d+)/g)].map(match => Number(match[1]));
		assert.deepEqual(
			entries.filter(({ kind }) => kind === 'event').map(({ time }) => time),
			times.map(time => time * 1000),
		);
		assert.ok(text.includes('very-secret'));
		for (const { details } of entries) {
			assert.ok(!JSON.stringify(details ?? {}).includes('very-secret'));
		}
		assert.equal(
			entries[0]?.details?.request?.headers.find(([name]) => name === 'Cookie')?.[1],
			'•••',
		);
	});

	it('goes on as ours: its capture is exported and imported as any other', async () => {
		const capture = await fixture.import(archive, 'har');
		const again = await fixture.import(await fixture.export(capture, 'har'), 'har');
		assert.deepEqual(await entriesOf(again), await entriesOf(capture));
	});
});
