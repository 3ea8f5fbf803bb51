import assert from 'node:assert/strict';
import { dispatches, framesOf, type Dispatched } from './reading';

describe('The fields of a block', () => {
	// What it shows, the stream, what it dispatches.
	const cases: [string, string, Dispatched[]][] = [
		[
			'give an event its type, its ID and its data',
			'event: trade\nid: t-1\ndata: ACME 12\n\n',
			[{ type: 'trade', data: 'ACME 12', id: 't-1' }],
		],
		[
			'may come in the reverse order',
			'data: ACME 12\nid: t-1\nevent: trade\n\n',
			[{ type: 'trade', data: 'ACME 12', id: 't-1' }],
		],
		[
			'may have an unknown one among them',
			'event: trade\nvenue: north\ndata: ACME 12\n\n',
			[{ type: 'trade', data: 'ACME 12' }],
		],
		[
			'need no space after the colon',
			'event:trade\ndata:ACME 12\n\n',
			[{ type: 'trade', data: 'ACME 12' }],
		],
		[
			'lose one space after the colon and no second',
			'event:  trade\ndata:  ACME 12\n\n',
			[{ type: ' trade', data: ' ACME 12' }],
		],
		[
			'lose no tab after the colon, and nothing that ends the line',
			'data:\tone\rdata: \ndata:two \n\n',
			[{ data: '\tone\n\ntwo ' }],
		],
		['need no colon to be empty', 'data\n\ndata\ndata\n\n', [{ data: '' }, { data: '\n' }]],
		[
			'may be empty between others that are not',
			'data:\n\ndata\ndata\n\ndata:last\n\n',
			[{ data: '' }, { data: '\n' }, { data: 'last' }],
		],
		['give no type by a single space', 'event: \ndata:plain\n\n', [{ data: 'plain' }]],
		[
			'give a type to their own event only',
			'event:trade\ndata:1\n\ndata:2\n\n',
			[{ type: 'trade', data: '1' }, { data: '2' }],
		],
		[
			'dispatch nothing by an empty type alone',
			'event:\ndata: 1\n\nevent:\n\nevent: last\ndata: 2\n\n',
			[{ data: '1' }, { type: 'last', data: '2' }],
		],
		[
			'have names to the letter, NUL included',
			'data:\0\ndata:  b\rData:c\ndata\0:d\ndata:e\r\0data:f\nda-ta:g\rdata_h\ndata:i\rdata:\r\n data:j\ndata:k\n\n',
			[{ data: '\0\n b\ne\ni\n\nk' }],
		],
		[
			'are ignored where their name is not known, and the others count',
			'data:begin\n data\ndata\nmood:calm\na line of prose\n:an aside\ndata:end\n\n',
			[{ data: 'begin\n\nend' }],
		],
		[
			'dispatch nothing by unknown names alone',
			'data:one\ndata: two\n\n:\nmood:calm\n\nmood:calm\nData:x\n\ndata\n\ndata:end\n\n',
			[{ data: 'one\ntwo' }, { data: '' }, { data: 'end' }],
		],
		['may hold NUL as data', 'data:\0\n\n', [{ data: '\0' }]],
		['may hold characters of any length', 'data: ¥€🜚 東京\n\n', [{ data: '¥€🜚 東京' }]],
		[
			'are not dispatched without the blank line at the end',
			'retry:900\ndata:whole\n\nid:half\ndata:cut',
			[{ data: 'whole' }],
		],
		[
			'keep the ID of before for an event without its own',
			'id: a\ndata: 1\n\ndata: 2\n\nid: b\ndata:3\n\ndata:4\n\n',
			[
				{ data: '1', id: 'a' },
				{ data: '2', id: 'a' },
				{ data: '3', id: 'b' },
				{ data: '4', id: 'b' },
			],
		],
		[
			'end the ID of before by an empty one',
			'id: a\ndata: 1\n\nid:\ndata:2\n\ndata:3\n\n',
			[{ data: '1', id: 'a' }, { data: '2' }, { data: '3' }],
		],
		[
			'end the ID of before by one of a single space',
			'id: a\ndata: 1\n\nid: \ndata: 2\n\n',
			[{ data: '1', id: 'a' }, { data: '2' }],
		],
		[
			'end the ID of before by one without a colon',
			'id: a\ndata: 1\n\nid\ndata:2\n\ndata:3\n\n',
			[{ data: '1', id: 'a' }, { data: '2' }, { data: '3' }],
		],
		[
			'keep the ID set earlier in the block when a later one has a NUL',
			'id: good\nid: b\0d\ndata: x\n\n',
			[{ data: 'x', id: 'good' }],
		],
	];
	for (const [what, stream, events] of cases) {
		it(what, () => dispatches(stream, events));
	}

	for (const value of ['\0\0', 'a\0', '\0a', 'a\0a', ' \0']) {
		it(`set no ID by ${JSON.stringify(value)}`, () => {
			dispatches(`id: ${value}\ndata: x\n\n`, [{ data: 'x' }]);
		});
	}

	it('dispatch a hundred events in the order they came', () => {
		const numbers = Array.from({ length: 100 }, (_, index) => `number ${index}`);
		const stream = numbers.map(data => `data: ${data}\n\n`).join('');
		dispatches(
			stream,
			numbers.map(data => ({ data })),
		);
	});

	it('are judged when their line ends, so that what is no stream at all is one unfinished line', () => {
		const [rest, ...more] = framesOf(['{"error":"overloaded"}']);
		assert.equal(rest?.kind, 'incomplete');
		assert.deepEqual(more, []);
	});

	for (const line of ['{"error":"overloaded"}', 'This is not what you expect']) {
		it(`tell what is ignored, and why: ${line}`, () => {
			const [ignored] = framesOf([`${line}\n\n`]);
			assert.equal(ignored?.kind, 'ignored');
			assert.equal(ignored.data, line);
			assert.equal(ignored.note, `unknown field “${line.split(':')[0]}”`);
		});
	}

	it('set the last event ID as their block ends, with data or without', () => {
		const withId = (stream: string) => framesOf([stream]).map(({ kind, id }) => [kind, id]);
		assert.deepEqual(withId('id: 42\n'), [['incomplete', undefined]]);
		for (const end of ['\n', '\r', '\r\n']) {
			assert.deepEqual(withId(`id: 42${end}${end}`), [['id', '42']]);
		}
		assert.deepEqual(withId('id: 42\ndata: x\n\n'), [['event', '42']]);
		assert.deepEqual(withId('id:\n\n'), [['id', '']]);
	});
});

describe('The reconnection time', () => {
	// What it shows, the stream, the times it sets.
	const cases: [string, string, number[]][] = [
		['is digits in base ten, whatever zeros they begin with', 'retry:0900\ndata:x\n\n', [900]],
		['is the last good one of a block', 'retry:900\nretry:5000x\ndata:x\n\n', [900]],
		['is not lowered by a bad one either', 'retry:900\nretry:100x\ndata:x\n\n', [900]],
		['is not set by an empty field', 'id:2\nretry:\ndata:x\n\n', []],
		['is not set by a field without a colon', 'retry\ndata:x\n\n', []],
		['is set by blocks of its own', '\nretry: 900\n\ndata: a\n\nretry: 9s\n\ndata: b\n\n', [900]],
		[
			'is set by every block that says so',
			'retry: 50\ndata: 1\n\nretry: 60\ndata: 2\n\n',
			[50, 60],
		],
	];
	for (const [what, stream, times] of cases) {
		it(what, () => {
			const frames = framesOf([stream]);
			assert.deepEqual(
				frames.flatMap(({ retry }) => (retry === undefined ? [] : [retry])),
				times,
			);
			assert.ok(frames.some(({ kind }) => kind === 'event'));
		});
	}

	it('that is no number is shown as ignored, with the reason', () => {
		const ignored = framesOf(['retry: 9s\ndata: x\n\n']).find(({ kind }) => kind === 'ignored');
		assert.equal(ignored?.data, 'retry: 9s');
		assert.equal(ignored?.note, 'a reconnection time must be digits only');
	});
});
