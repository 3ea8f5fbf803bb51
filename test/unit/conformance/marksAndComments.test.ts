import assert from 'node:assert/strict';
import { StreamParser } from '../../../src/parse/streamParser';
import { FrameRecorder } from '../../fixtures/frameRecorder';
import { dispatches, framesOf, type Dispatched } from './reading';

const bom = '\ufeff';

describe('A byte order mark', () => {
	// What it shows, the stream, what it dispatches.
	const cases: [string, string, Dispatched[]][] = [
		['at the beginning is taken off', `${bom}data: x\n\n`, [{ data: 'x' }]],
		[
			'at the beginning hides no field of the first event',
			`${bom}event: trade\nid: t-1\ndata: x\n\n`,
			[{ type: 'trade', data: 'x', id: 't-1' }],
		],
		[
			'at the beginning means nothing to later events',
			`${bom}data: a\n\ndata: b\n\n`,
			[{ data: 'a' }, { data: 'b' }],
		],
		['at the beginning leaves several lines', `${bom}data: a\ndata: b\n\n`, [{ data: 'a\nb' }]],
		['at the beginning leaves an empty field', `${bom}data:\n\n`, [{ data: '' }]],
		['within data is kept', `data: a\n\ndata: ${bom}b\n\n`, [{ data: 'a' }, { data: `${bom}b` }]],
		[
			'within data is kept after one at the beginning',
			`${bom}data: ${bom}a\n\n`,
			[{ data: `${bom}a` }],
		],
		[
			'before a later line makes its name unknown',
			`${bom}data:a\n\n${bom}data:b\n\ndata:c\n\n`,
			[{ data: 'a' }, { data: 'c' }],
		],
		[
			'after another is part of the first name',
			`${bom}${bom}data:a\n\ndata:b\n\ndata:c\n\n`,
			[{ data: 'b' }, { data: 'c' }],
		],
		['may be missing', 'data: x\n\n', [{ data: 'x' }]],
	];
	for (const [what, stream, events] of cases) {
		it(what, () => dispatches(stream, events));
	}

	it('before a comment is no part of it', () => {
		const frames = framesOf([`${bom}:aside\ndata: x\n\n`]);
		assert.deepEqual(
			frames.map(({ kind, data }) => [kind, data]),
			[
				['comment', 'aside'],
				['event', 'x'],
			],
		);
	});
});

describe('A comment', () => {
	const long = '-'.repeat(2049);
	const cases: [string, string, Dispatched[]][] = [
		[
			'stands between the lines of an event, whatever its length and line end',
			`data:a\r:\0\n:\r\ndata:b\n:${long}\rdata:c\n:data:no\r:${long}\ndata:d\n\n`,
			[{ data: 'a\nb\nc\nd' }],
		],
		[
			'stands between events, whatever its length and line end',
			`data:a\r\r:\0\n:\r\ndata:b\n\n:${long}\rdata:c\n\n:data:no\r:${long}\ndata:d\n\ndata:e`,
			[{ data: 'a' }, { data: 'b' }, { data: 'c' }, { data: 'd' }],
		],
		[
			'may be in any script, and many in a row',
			`: hi\n\n${':'.repeat(300)}\ndata: a\n\n: Ελληνικά: 한국어\n${': again \n'.repeat(10)}: עברית\ndata: b\n\n:ไทย 🏴‍☠️ :\ndata: c\n\n`,
			[{ data: 'a' }, { data: 'b' }, { data: 'c' }],
		],
		[
			'may beat between events',
			': ♥\n\ndata: a\n\n: ♥\n\ndata: b\n\n: ♥\n: ♥\ndata: c\n\n',
			[{ data: 'a' }, { data: 'b' }, { data: 'c' }],
		],
	];
	for (const [what, stream, events] of cases) {
		it(what, () => dispatches(stream, events));
	}

	it('is told of as soon as its line ends, before and after events', () => {
		const recorder = new FrameRecorder();
		const parser = new StreamParser(recorder, { offset: 0, lastEventId: '' });
		const afterEach = [':first\n', ':second\n', 'data: x\n\n', ':thi', 'rd\r\n'].map(chunk => {
			parser.write(Buffer.from(chunk));
			return recorder.frames.map(({ kind, data }) => `${kind} ${data}`);
		});
		const story = ['comment first', 'comment second', 'event x', 'comment third'];
		assert.deepEqual(
			afterEach,
			[1, 2, 3, 3, 4].map(count => story.slice(0, count)),
		);
	});
});
