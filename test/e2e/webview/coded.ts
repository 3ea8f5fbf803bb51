import type { Entry } from '../../../src/domain/entry';
import { maxWireBytes, type WireBytes } from '../../../src/protocol/wireBytes';
import { wireOf, type Captured } from './capture';
import { at } from './clock';

const time = at(12, 0, 0, 0);

/** The first bytes of many, with a chunk that ends among them. */
function firstOf(length: number, bytes: Uint8Array): WireBytes {
	const chunks = [
		{ chunk: 1, time, start: 0, length: 16 },
		{ chunk: 2, time: time + 40, start: 16, length: length - 16 },
	];
	return { offset: 0, length, bytes: bytes.slice(0, maxWireBytes), chunks };
}

/** A connection whose body came as gzip: what it brought, and an event of it. */
export function coded(): Captured[] {
	const own = { type: '', lastEventId: '', size: 0, attempt: 1, time };
	const connection = (seq: number, kind: Entry['kind'], data: string): Captured => ({
		entry: { ...own, seq, kind, data },
	});
	const text = new TextEncoder().encode('data: 1\n\n'.repeat(10_000));
	const gzip = new Uint8Array(maxWireBytes).fill(0x9c);
	gzip.set([0x1f, 0x8b, 0x08]);
	const ofAttempt = {
		coding: 'gzip',
		wire: firstOf(12_000_000, text),
		received: firstOf(1_200_000, gzip),
		missingBytes: 900,
	};
	const event: Entry = { ...own, seq: 3, kind: 'event', type: 'message', data: '1', size: 9 };
	return [
		connection(1, 'connecting', 'GET'),
		{ ...connection(2, 'open', '200 · HTTP/1.1 · text/event-stream · gzip'), ofAttempt },
		{
			entry: { ...event, chunk: 1, offset: 0 },
			typeIndex: 0,
			ofAttempt: { coding: 'gzip' },
			wire: wireOf('data: 1\n\n', 0, { time }),
		},
	];
}
