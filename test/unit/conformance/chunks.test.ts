import assert from 'node:assert/strict';
import { eventsOf, framesOf, type Dispatched } from './reading';

const bom = Buffer.of(0xef, 0xbb, 0xbf);

describe('Chunks of a body', () => {
	// What they show, the chunks, what they dispatch.
	const cases: [string, (string | Uint8Array)[], Dispatched[]][] = [
		['may cut a line', ['data: al', 'pha\n\n'], [{ data: 'alpha' }]],
		['may cut a field name', ['id: 1\nda', 'ta\n\n'], [{ data: '', id: '1' }]],
		[
			'may hold the end of one event and the beginning of the next',
			['data: al', 'pha\n\ndata:', 'beta', '\n\n'],
			[{ data: 'alpha' }, { data: 'beta' }],
		],
		[
			'may hold the blank line by itself',
			['event: last\ndata: x', '\n', '\n'],
			[{ type: 'last', data: 'x' }],
		],
		[
			'may cut every CRLF',
			['data: a\r', '\ndata: b\r', '\n\r\ndata: c\r', '\n', '\r', '\n'],
			[{ data: 'a\nb' }, { data: 'c' }],
		],
		[
			'may cut the one CRLF that ends no block',
			['data: a\r\n', 'data: b\r', '\n', 'data: c\r\n', '\n'],
			[{ data: 'a\nb\nc' }],
		],
		['may cut the CRLF of the blank line', ['data: a\r', '\r', '\n'], [{ data: 'a' }]],
		['may cut a comment before CRLF', ['data: a\n:', 'x\r\ndata: b\n\n'], [{ data: 'a\nb' }]],
		['may cut the CRLF of a comment', ['data: a\n:', 'x\r', '\ndata: b\n\n'], [{ data: 'a\nb' }]],
		['may end with a comment’s CR', ['data: a\n:', 'x\r', 'data: b\n\n'], [{ data: 'a\nb' }]],
		[
			'may end with the CR of a whole comment',
			['data: a\n:x\r', 'data: b\n\n'],
			[{ data: 'a\nb' }],
		],
		['may cut the CRLF of a whole comment', ['data: a\n:x\r', '\ndata: b\n\n'], [{ data: 'a\nb' }]],
		[
			'may cut the CRLF of a field without a colon',
			['data: a\ndata\r', '\ndata: b\n\n'],
			[{ data: 'a\n\nb' }],
		],
		['may bring a comment bit by bit', [':', ':', ':', ':', '\ndata: x\n\n'], [{ data: 'x' }]],
		[
			'may bring an unknown field bit by bit',
			['m', 'o', 'o', 'd', '\ndata: x\n\n'],
			[{ data: 'x' }],
		],
		['may cut an unknown field', ['mood', ': calm', '\ndata: x\n\n'], [{ data: 'x' }]],
		[
			'may cut a name that begins like a known one',
			['datax', ': y', '\ndata: x\n\n'],
			[{ data: 'x' }],
		],
		[
			'may cut the byte order mark',
			[bom.subarray(0, 2), bom.subarray(2), 'data: x\n\n'],
			[{ data: 'x' }],
		],
		[
			'may hold one byte of the byte order mark each',
			[bom.subarray(0, 1), bom.subarray(1, 2), bom.subarray(2), 'data: x\n\n'],
			[{ data: 'x' }],
		],
	];
	for (const [what, chunks, events] of cases) {
		it(what, () => assert.deepEqual(eventsOf(framesOf(chunks)), events));
	}

	it('may mix all of that', () => {
		const chunks = [
			'id: 1\r\nevent: hail\r\ndata: ho\r\n\r\nid: 2\r\nevent: split\r\ndata: here\r',
			'\n\r\nevent: lines\ndata: a\ndata: b\ndata: c\n\n: aside\n: another\n',
			'event: cr\rdata: d\rdata: e\r\rretry: 1200\nmood: calm\n\nev',
			'ent: cut\nda',
			'ta: value\n\n',
		];
		assert.deepEqual(eventsOf(framesOf(chunks)), [
			{ type: 'hail', data: 'ho', id: '1' },
			{ type: 'split', data: 'here', id: '2' },
			{ type: 'lines', data: 'a\nb\nc', id: '2' },
			{ type: 'cr', data: 'd\ne', id: '2' },
			{ type: 'cut', data: 'value', id: '2' },
		]);
	});

	it('that end with CR tell of an unknown field at once', () => {
		const [ignored, event] = framesOf(['prose\r', 'data: x\n\n']);
		assert.equal(ignored?.kind, 'ignored');
		assert.equal(ignored.note, 'unknown field “prose”');
		assert.equal(event?.data, 'x');
	});

	it('may be an event of 14 MB, or parts of it', () => {
		const data = 'ACME 12 · '.repeat(1_280_000);
		const bytes = Buffer.from(`data: ${data}\n\n`);
		assert.ok(bytes.length > 14_000_000);
		const middle = bytes.length >> 1;
		for (const chunks of [[bytes], [bytes.subarray(0, middle), bytes.subarray(middle)]]) {
			const [event] = framesOf(chunks);
			assert.ok(event?.data === data, 'the data differ');
		}
	});

	it('that cut no event between them are independent of each other', () => {
		const frames = framesOf(Array.from({ length: 100 }, (_, index) => `data: ${index}\n\n`));
		assert.equal(frames.length, 100);
	});
});
