import type { Entry } from '../../../src/domain/entry';
import { pageInHeap, pageOnWire } from '../../fixtures/pages';
import type { Page } from '../../../src/store/page/page';

/** What an entry of the capture below says of itself; the rest has defaults. */
type Given = Partial<Entry> & Pick<Entry, 'kind'>;

/** Local time of the day on which all of it happens, or on another. */
function local(clock: string, day = '2026-03-10'): number {
	return new Date(`${day}T${clock}`).getTime();
}

const choices = (content: unknown) =>
	JSON.stringify({ choices: [{ delta: { role: 'assistant' } }, { delta: { content } }] });

/** One of everything that a filter can tell apart, by sequence number from 1. */
const given: readonly Given[] = [
	{ kind: 'connecting', time: local('10:29:58'), data: 'Connecting to https://example.com/live' },
	{ kind: 'open', time: local('10:29:59'), data: 'Open: 200 · HTTP/1.1' },
	{
		kind: 'event',
		type: 'tick',
		id: '1',
		data: '{"symbol":"ACME","price":101.2,"size":300}',
		size: 88,
	},
	{
		kind: 'event',
		type: 'Tick',
		id: '2',
		data: '{"symbol":"GLOBEX","price":99.5}',
		gap: 12.4,
		size: 76,
	},
	{ kind: 'event', type: 'trade', id: '42', data: '{"symbol":"acme","price":"101.5"}', gap: 500 },
	{
		kind: 'event',
		type: 'trade.big',
		id: '420',
		data: '{"price":null,"ok":true}',
		gap: 2047,
		size: 4000,
	},
	{ kind: 'comment', data: 'heartbeat', size: 11 },
	{ kind: 'retry', data: 'retry: 2000', retry: 2000, size: 12 },
	{ kind: 'id', data: 'id: abc', id: 'abc', size: 8 },
	{ kind: 'ignored', data: 'evnt: trade', note: 'unknown field', size: 12 },
	{ kind: 'event', type: 'message', data: 'two words, "quoted" and 100%_sure\\', size: 4001 },
	{ kind: 'event', type: 'message', id: '', data: '', retry: 500, size: 9 },
	{ kind: 'event', type: 'message', data: 'Grüße aus KÖLN', size: 48_200 },
	{ kind: 'event', type: 'message', data: 'before\0AFTER {"price":500}', size: 40 },
	{ kind: 'event', type: 'message', data: '{"price":', size: 9 },
	{ kind: 'event', type: 'chat', data: choices('foo "bar"\nbaz'), time: local('10:30:20.5') },
	{ kind: 'event', type: 'chat', data: choices('Füße') },
	{ kind: 'event', type: 'chat', data: '{"a b":{"c":1},"x\\"y":2,"$":3,"":4,"p.q":5,"é":6}' },
	{ kind: 'event', type: 'chat', data: '{"big":9007199254740993,"huge":12345678901234567890}' },
	{ kind: 'event', type: 'chat', data: '{ "list" : [ 1, "two", [3] ], "n": 1.50, "e": 1e2 }' },
	{ kind: 'event', type: 'chat', data: '{"t":"a\\u0000Bc","s":"2026","f":false,"o":{}}' },
	{ kind: 'event', type: 'chat', data: ' 101.2 ', time: local('23:59:59.999') },
	{ kind: 'waiting', time: local('00:00:01', '2026-03-11'), data: 'Waiting 2 s', attempt: 1 },
	{ kind: 'failed', time: local('10:31:00', '2026-03-11'), data: 'Refused', attempt: 2 },
	{
		kind: 'closed',
		time: local('10:31:00.25', '2026-03-12'),
		data: 'Closed by the user',
		attempt: 2,
	},
	{ kind: 'incomplete', data: 'data: half', size: 10, attempt: 3 },
	{ kind: 'event', type: 'a,b', id: '1234567890123456789', data: '[DONE]' },
	{ kind: 'event', type: 'ПРИВЕТ', id: '1-0', data: '日本語 ΣΟΦΟΣ' },
	{ kind: 'event', type: 'null\0type', data: 'x' },
];

/** All sequence numbers. */
export const allSeqs: readonly number[] = given.map((_, i) => i + 1);

/** The entries as a page, twice: their texts kept apart, and where they came over the wire. */
export function filterPages(): Readonly<Record<string, Page>> {
	const entries = given.map((entry, i): Entry => {
		const defaults = { type: '', data: '', lastEventId: '', size: 0, attempt: 1 };
		return { ...defaults, time: local('10:30:00') + i, ...entry, seq: i + 1 };
	});
	const pages = { 'in the heap': pageInHeap(entries), 'on the wire': pageOnWire(entries) };
	// What they are said to be, not what they are.
	for (const page of Object.values(pages)) page.size.set(entries.map(({ size }) => size));
	return pages;
}
