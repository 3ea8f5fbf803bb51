import assert from 'node:assert/strict';
import type { Entry } from '../../../../src/domain/entry';
import { csvHeader, csvRow } from '../../../../src/store/exchange/csv/csvTable';
import { formatOf } from '../../../../src/store/exchange/exchangeFormats';
import { attemptTimings, harTimings } from '../../../../src/store/exchange/har/harTimings';
import { markdownHeader, markdownRow } from '../../../../src/store/exchange/markdown/markdownTable';
import { blockText } from '../../../../src/store/exchange/sse/blockText';

function entry(more: Partial<Entry>): Entry {
	const time = Date.UTC(2026, 0, 31, 10, 30, 0, 250) + 0.5;
	return {
		...{ seq: 1, kind: 'event', time, type: 'tick', data: 'x', lastEventId: '' },
		...{ size: 9, attempt: 1 },
		...more,
	};
}

describe('A table for spreadsheets', () => {
	const dataOf = (data: string) => {
		const row = csvRow(entry({ data }));
		assert.ok(row.endsWith('\r\n'));
		return row.slice(row.indexOf(',9,,') + 4, -2);
	};
	const cases: readonly (readonly [string, string])[] = [
		['plain', 'plain'],
		['a,b', '"a,b"'],
		['say "a"', '"say ""a"""'],
		['two\nlines', '"two\nlines"'],
		['=1+1', "'=1+1"],
		['+1', "'+1"],
		['-1', "'-1"],
		['@SUM(A1)', "'@SUM(A1)"],
		['\t=1', "'\t=1"],
		['\r=1', '"\'\r=1"'],
		['  =cmd|x', "'  =cmd|x"],
		['\uff1d1', "'\uff1d1"],
		['{"a":1}', '"{""a"":1}"'],
		['a=1', 'a=1'],
		['', ''],
	];
	for (const [data, cell] of cases) {
		it(`has ${JSON.stringify(data)} as ${JSON.stringify(cell)}`, () =>
			assert.equal(dataOf(data), cell));
	}

	it('has a column a fact, numbers and times as others read them', () => {
		assert.equal(
			csvHeader,
			'seq,time,timeMs,gapMs,attempt,kind,type,id,lastEventId,retryMs,sizeBytes,note,data\r\n',
		);
		const full = entry({ id: '7', lastEventId: '7', retry: 10, gap: 1.5, note: 'n' });
		assert.equal(
			csvRow(full),
			'1,2026-01-31T10:30:00.250Z,1769855400250.5,1.5,1,event,tick,7,7,10,9,n,x\r\n',
		);
	});

	it('has no time where there can be none', () => {
		assert.match(csvRow(entry({ time: 9e15 })), /^1,,9000000000000000,/);
	});
});

describe('A table in Markdown', () => {
	it('has a row an entry, in which nothing is markup', () => {
		const columns = (text: string) => text.split(/(?<!\\)\|/).length;
		const row = markdownRow(entry({ data: 'a|b\n*c* <img> `d`', type: '[x](y)', gap: 20 }));
		assert.equal(columns(row), columns(markdownHeader.split('\n')[0]!));
		assert.equal(
			row,
			'| 1 | 2026-01-31T10:30:00.250Z | 20 ms | event | \\[x\\](y) |  | a\\|b<br>\\*c\\* \\<img\\> \\`d\\` | 9 B |\n',
		);
	});
});

describe('A block that is made anew', () => {
	it('has what the entry set', () => {
		const event = entry({ id: '', retry: 5, data: 'a\n b\r' });
		assert.equal(blockText(event), 'event: tick\nid: \nretry: 5\ndata: a\ndata:  b\ndata: \n\n');
		assert.equal(blockText(entry({ type: 'message' })), 'data: x\n\n');
		assert.equal(blockText(entry({ kind: 'comment', data: 'hi' })), ':hi\n\n');
		assert.equal(blockText(entry({ kind: 'retry', data: 'retry: 1' })), 'retry: 1\n\n');
		assert.equal(blockText(entry({ kind: 'incomplete' })), '');
	});
});

describe('The phases of an attempt', () => {
	it('are durations in an archive, and moments again', () => {
		const moments = { dnsMs: 1, tcpMs: 3.5, tlsMs: 9, sentMs: 10, headersMs: 25 };
		const durations = harTimings(moments, 100);
		assert.deepEqual(durations, {
			...{ blocked: -1, dns: 1, connect: 8, ssl: 5.5, send: 1, wait: 15, receive: 75 },
		});
		assert.deepEqual(attemptTimings(durations), moments);
		const { blocked, dns, connect, wait } = harTimings(
			{ redirectsMs: 40, tunnelMs: 50, sentMs: 51, headersMs: 60 },
			60,
		);
		assert.deepEqual([blocked, dns, connect, wait], [40, -1, 10, 9]);
	});
});

describe('The ending of a name', () => {
	const cases = {
		'a.sqlite': 'sqlite',
		'b.SSE': 'sse',
		'c.ssecapture': 'sqlite',
		'd.jsonl': 'jsonl',
		'e.har': 'har',
		'f.csv': 'csv',
		'g.json': undefined,
		h: undefined,
	};
	for (const [name, format] of Object.entries(cases)) {
		it(`of ${name} stands for ${format ?? 'nothing'}`, () => assert.equal(formatOf(name), format));
	}
});
