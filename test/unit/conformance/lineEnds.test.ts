import { dispatches, type Dispatched } from './reading';

const lineEnds = [
	['LF', '\n'],
	['CRLF', '\r\n'],
	['CR', '\r'],
] as const;

// What it shows, the lines, what they dispatch.
const cases: [string, string[], Dispatched[]][] = [
	['an event of one line', ['data: alpha', ''], [{ data: 'alpha' }]],
	[
		'an event of one line and one of two',
		['data: alpha', '', 'data: beta', 'data: gamma', ''],
		[{ data: 'alpha' }, { data: 'beta\ngamma' }],
	],
	[
		'an event whose first line is empty',
		['data:', 'data: beta', 'data: gamma', ''],
		[{ data: '\nbeta\ngamma' }],
	],
	[
		'an event whose middle line is empty',
		['data: alpha', 'data:', 'data: gamma', ''],
		[{ data: 'alpha\n\ngamma' }],
	],
	[
		'events with one blank line too many between them',
		['data: alpha', '', '', 'data: beta', ''],
		[{ data: 'alpha' }, { data: 'beta' }],
	],
	[
		'events with two blank lines too many between them',
		['data: alpha', '', '', '', 'data: beta', ''],
		[{ data: 'alpha' }, { data: 'beta' }],
	],
	[
		'blank lines before the first event',
		['', '', '', 'id: 1', 'data: alpha', ''],
		[{ data: 'alpha', id: '1' }],
	],
];

for (const [name, lineEnd] of lineEnds) {
	describe(`Lines that end with ${name}`, () => {
		for (const [what, lines, events] of cases) {
			it(`make ${what}`, () => dispatches(lines.map(line => line + lineEnd).join(''), events));
		}
	});
}

describe('Lines that end in different ways', () => {
	it('make one event', () => dispatches('data:a\r\ndata\ndata:b\r\n\r', [{ data: 'a\n\nb' }]));

	it('make one event after another', () =>
		dispatches('data: a\r\rdata: b\n\ndata: c\r\n\r\n', [
			{ data: 'a' },
			{ data: 'b' },
			{ data: 'c' },
		]));
});
