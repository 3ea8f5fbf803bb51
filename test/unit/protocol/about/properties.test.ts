import assert from 'node:assert/strict';
import { propertiesOf, summaryOf } from '../../../../src/protocol/about/properties';
import type { EntryInFull } from '../../../../src/protocol/entryInFull';
import { fullOf } from '../../media/rows';

const told = (full: EntryInFull) =>
	Object.fromEntries(
		propertiesOf(full).map(property =>
			'time' in property ? [property.name, property.time] : [property.name, property.value],
		),
	);

describe('the properties of an entry', () => {
	it('are those of an event', () => {
		const data = 'x'.repeat(142);
		const full: EntryInFull = {
			...fullOf({ id: '88219', lastEventId: '88219', data, size: 177, gap: 326, chunk: 1208 }),
			wire: {
				offset: 418_220,
				length: 177,
				bytes: new Uint8Array(177),
				chunks: [
					{ chunk: 1207, time: 1, start: 0, length: 84 },
					{ chunk: 1208, time: 2, start: 84, length: 93 },
				],
			},
		};
		assert.deepEqual(told(full), {
			ID: '88219',
			'Last-Event-ID': '88219',
			Retry: 'not set',
			Size: '142 B, 177 B on the wire',
			Gap: '326 ms',
			Attempt: '2',
			Chunks: '1\u202f207 and 1\u202f208',
			Bytes: '418\u202f220 – 418\u202f396',
			Arrived: full.entry.time,
		});
		assert.equal(summaryOf(full), 'id 88219 · 177 B · 326 ms');
	});

	it('tell an ID that was not set from an empty one', () => {
		assert.equal(told(fullOf()).ID, 'not set');
		assert.equal(told(fullOf({ id: '' })).ID, 'empty, which resets it');
		assert.equal(told(fullOf({ lastEventId: '' }))['Last-Event-ID'], 'none');
	});

	it('say what was cut off, and what we noted', () => {
		const full = fullOf({ kind: 'retry', retry: 2000, note: 'was 3 s', cutBytes: 50_000_000 });
		const { Retry, Note, Size, Gap, 'Cut off': cut } = told(full);
		assert.deepEqual([Retry, Note, Size, Gap], ['2 s', 'was 3 s', '20 B', undefined]);
		assert.equal(cut, '50.0 MB, only in the capture');
	});

	it('are few for what happened to the connection', () => {
		const full = fullOf({ kind: 'open', size: 0 });
		assert.deepEqual(Object.keys(told(full)), ['Last-Event-ID', 'Attempt', 'Arrived']);
		assert.equal(summaryOf(full), 'attempt 2');
	});

	it('call sizes decoded where the body came coded', () => {
		const full = { ...fullOf({ data: 'x'.repeat(142), size: 177 }), coding: 'gzip' };
		assert.equal(told(full).Size, '142 B, 177 B decoded');
	});

	it('say how much an attempt has brought, as received and decoded', () => {
		const wireOf = (length: number) => ({
			offset: 0,
			length,
			bytes: new Uint8Array(),
			chunks: [{ chunk: 1, time: 1, start: 0, length }],
		});
		const opened = { ...fullOf({ kind: 'open', size: 0 }), wire: wireOf(5000) };
		assert.equal(told(opened).Received, '5.0 kB');
		assert.equal(told(opened).Chunk, undefined, 'all of them would not fit');
		const coded = { ...opened, coding: 'gzip', received: wireOf(1200) };
		assert.equal(told(coded).Received, '1.2 kB gzip, 5.0 kB decoded');
	});

	it('count a chunk, two and many', () => {
		const chunked = (count: number): EntryInFull => ({
			...fullOf({ chunk: 4 + count }),
			wire: {
				offset: 0,
				length: count,
				bytes: new Uint8Array(count),
				chunks: Array.from({ length: count }, (_, place) => ({
					chunk: 5 + place,
					time: place,
					start: place,
					length: 1,
				})),
			},
		});
		assert.equal(told(chunked(1)).Chunk, '5');
		assert.equal(told(chunked(2)).Chunks, '5 and 6');
		assert.equal(told(chunked(9)).Chunks, '5 – 13');
	});
});
