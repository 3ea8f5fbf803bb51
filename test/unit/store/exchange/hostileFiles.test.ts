import assert from 'node:assert/strict';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { HumanError } from '../../../../src/base/errors';
import type { ImportFormat } from '../../../../src/store/exchange/exchangeFormats';
import { cutJson, type Path } from '../../../../src/store/exchange/json/cutJson';
import { byteByByte, randomChunks } from '../../../fixtures/chunks';
import { bytesOf, send, ticks } from '../captureFixture';
import { entriesOf, ExchangeFixture } from './exchangeFixture';

const line =
	'{"seq":1,"kind":"event","time":1,"type":"a","data":"b","lastEventId":"","size":1,"attempt":1}';

describe('A file that is not what it should be', () => {
	let fixture: ExchangeFixture;

	before(() => {
		fixture = new ExchangeFixture();
	});
	after(() => fixture.close());

	const cases: readonly (readonly [string, ImportFormat, string | Uint8Array, RegExp])[] = [
		['an empty file', 'jsonl', '', /stream\.jsonl is empty/],
		['wrong JSON', 'jsonl', `${line}\n${line}\nnot json\n`, /stream\.jsonl, line 3: this is not/],
		[
			'a line that is cut off',
			'jsonl',
			`${line}\n${line.slice(0, 40)}`,
			/line 2: this is not valid/,
		],
		['JSON of others', 'jsonl', '\n{"a":1}\n', /line 2: this entry has no “kind”/],
		['a list', 'jsonl', '[]', /line 1: this is no entry/],
		['a wrong field', 'jsonl', line.replace('"size":1', '"size":-1'), /line 1: “size” is missing/],
		['a time beyond all calendars', 'jsonl', line.replace('"time":1', '"time":1e300'), /“time”/],
		[
			'a line without an end',
			'jsonl',
			Buffer.alloc(130_000_000, 'x'),
			/line 1: the line is longer/,
		],
		['deep nesting', 'jsonl', '['.repeat(1_000_000), /line 1: this is not valid JSON/],
		[
			'bytes',
			'jsonl',
			Buffer.from([0xff, 0xfe, 0x00, 0x41]),
			/line 1: the text is not valid UTF-8/,
		],
		['bytes', 'sse', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0xff, 0xfe, 0, 1]), /is not text/],
		['an empty file', 'har', '', /line 1: the file ends in the middle/],
		['text', 'har', 'hello', /line 1/],
		['JSON of others', 'har', '{"a":\n{}}', /has no event stream in it/],
		['a file that is cut off', 'har', '{"log":{\n"entries":[\n{"a":1', /line 3: the file ends in/],
		['a missing comma', 'har', '{"log":{\n"entries":[1 2]}}', /line 2: a comma was expected/],
		['deep nesting', 'har', `{"log":${'{"a":'.repeat(100_000)}`, /nested more than 512 deep/],
		['a string without an end', 'har', '{"log":"a\n"}', /line 1: a string is not closed/],
		['something after its end', 'har', '{"log":{}}\n}', /line 2: something follows/],
		[
			'events that are none',
			'har',
			'{"log":{"entries":[{"time":1,"_eventSourceMessages":[\n5]}]}}',
			/line 2: this is no event/,
		],
	];
	for (const [what, format, content, words] of cases) {
		it(`is refused in words: ${what} as ${format}`, async () => {
			await assert.rejects(fixture.importText(content, format), error => {
				assert.ok(error instanceof HumanError, String(error));
				assert.match(error.message, words);
				assert.ok(error.message.length < 300);
				return true;
			});
			const left = readdirSync(fixture.folder).filter(name => name.startsWith('imported-'));
			assert.deepEqual(left, []);
		});
	}

	it('may say what it likes in fields that we do not know, or that are wrong', async () => {
		const odd = line.replace(
			'}',
			',"details":{"request":{"headers":5,"url":[]},"failure":{"type":"__proto__"},"hops":"x"},"id":7,"more":{}}',
		);
		const [entry] = await entriesOf(await fixture.importText(odd, 'jsonl'));
		assert.equal(entry?.id, undefined);
		assert.deepEqual(entry?.details, {
			request: { method: '', url: '', headers: [] },
			failure: { type: 'other', title: '', advice: '', explanation: '', isFinal: false },
		});
	});

	it('brings no secrets into a capture', async () => {
		const text = line.replace(
			'}',
			',"details":{"request":{"method":"GET","url":"https://u:p@a/?token=needle","headers":[["Cookie","needle"],["authorization","Bearer needle"],["X-Api-Key","needle"]]},"response":{"status":200,"statusText":"","httpVersion":"2","headers":[["set-cookie","needle"],["Location","/?token=needle"]]}}}',
		);
		const capture = await fixture.importText(text, 'jsonl');
		for (const format of ['jsonl', 'har'] as const) {
			const exported = await fixture.exported(capture, format);
			assert.ok(!exported.includes('needle'), exported);
		}
		const report = await capture.exportTo(fixture.path('report.jsonl'), 'jsonl');
		assert.deepEqual(report, {
			entries: 1,
			redactedHeaders: ['authorization', 'cookie', 'location', 'set-cookie', 'x-api-key'],
			hasRedactedUrl: true,
		});
	});

	it('is an archive of a stream whose events are in its body alone', async () => {
		const body = 'id: 1\ndata: a\n\n: b\n\ndata: c';
		const content = { mimeType: 'text/event-stream; charset=utf-8', text: body };
		const entry = {
			startedDateTime: '2026-01-31T10:30:00.000Z',
			request: { method: 'POST', url: 'https://a/' },
			response: { status: 200, content },
		};
		const page = {
			request: { url: 'https://b/' },
			response: { content: { mimeType: 'text/html' } },
		};
		const archive = JSON.stringify({ log: { entries: [page, entry] } }, undefined, 1);
		const entries = await entriesOf(await fixture.importText(`\ufeff${archive}`, 'har'));
		assert.deepEqual(
			entries.map(({ kind, data }) => [kind, data]),
			[
				['connecting', 'POST'],
				['open', '200 · headers after 0 ms'],
				['event', 'a'],
				['comment', 'b'],
				['incomplete', 'data: c'],
			],
		);
	});
});

describe('What is wanted of a JSON text', () => {
	const text = '\ufeff {"a": [1, {"b": "x\\"]}\u20ac"}, true], "c" : {"d":[]}, "e":\n[[1],[2]]}';
	const want = (path: Path) => (path.length < 2 ? 'inside' : 'whole');
	const cut = (chunks: Iterable<Uint8Array>) =>
		[...cutJson(chunks, want, 1000)].map(one => `${one.path.join('.')} ${one.text} ${one.line}`);
	const whole = cut([bytesOf(text)]);

	it('is cut out as it stands, with its path and line', () => {
		assert.deepEqual(whole, [
			'a.0 1 1',
			'a.1 {"b": "x\\"]}\u20ac"} 1',
			'a.2 true 1',
			'c.d [] 1',
			'e.0 [1] 2',
			'e.1 [2] 2',
		]);
	});

	it('does not depend on how the text comes', () => {
		assert.deepEqual(cut(byteByByte(bytesOf(text))), whole);
		for (let seed = 1; seed <= 20; seed++) {
			assert.deepEqual(cut(randomChunks(bytesOf(text), seed)), whole);
		}
	});
});

describe('An export that is ended early', () => {
	it('leaves the file that was there, and nothing else', async () => {
		const fixture = new ExchangeFixture();
		const capture = await fixture.create();
		await send(capture, ticks(1, 100_000));
		for (const format of ['jsonl', 'har', 'csv', 'sse'] as const) {
			const file = fixture.path(`ended.${format}`);
			writeFileSync(file, 'before');
			const ended = new AbortController();
			const onProgress = () => ended.abort();
			const options = { signal: ended.signal, onProgress };
			assert.equal(await capture.exportTo(file, format, options), undefined, format);
			const early = new AbortController();
			early.abort();
			const none = fixture.path(`none.${format}`);
			assert.equal(await capture.exportTo(none, format, { signal: early.signal }), undefined);
			assert.equal(existsSync(none), false);
		}
		const left = readdirSync(fixture.folder).filter(name => name.includes('.part'));
		assert.deepEqual(left, []);
		await fixture.close();
	});
});
