import assert from 'node:assert/strict';
import type { Capture } from '../../../src/store/capture';
import { bytesOf, send, StoreFixture } from './captureFixture';

describe('What an event has to do with those around it', () => {
	const fixture = new StoreFixture();
	after(() => fixture.close());

	async function captureOf(...blocks: readonly string[]): Promise<Capture> {
		const capture = await fixture.create();
		await send(capture, [bytesOf(blocks.map(block => `${block}\n\n`).join(''))]);
		await capture.flush();
		return capture;
	}

	const event = (data: string, type = 'message') => `event: ${type}\ndata: ${data}`;
	const chat = (content: string) =>
		event(`{"id":"c","choices":[{"index":0,"delta":{"content":"${content}"}}]}`);

	it('is the change since the event of its type before it', async () => {
		const capture = await captureOf(
			event('{"id":9007199254740993}', 'a'),
			event('{"id":1}', 'b'),
			': comment',
			event('{"id":9007199254740995}', 'a'),
		);
		assert.deepEqual(await capture.changes(4), {
			previous: 1,
			changes: [
				{ path: 'id', old: '9007199254740993', next: '9007199254740995', difference: '+2' },
			],
			hasMore: false,
		});
		const none = { changes: [], hasMore: false };
		assert.deepEqual(await capture.changes(1), none, 'the first of its type');
		assert.deepEqual(await capture.changes(3), none, 'a comment');
		assert.deepEqual(await capture.changes(99), none, 'not there');
	});

	it('is looked for among the 50 000 entries before it only', async () => {
		const between = (count: number) => [':\n'.repeat(count).trimEnd()];
		const near = await captureOf(event('1'), ...between(49_999), event('2'));
		assert.equal((await near.changes(50_001)).previous, 1);
		const far = await captureOf(event('1'), ...between(50_000), event('2'));
		assert.equal((await far.changes(50_002)).previous, undefined);
	});

	it('is the text that they make together, within an attempt', async () => {
		const capture = await captureOf(chat('old'));
		await capture.end(1001);
		capture.begin(2, '');
		const words = Array.from({ length: 450 }, (_, place) => `${place} `);
		const blocks = words.map(word => `${chat(word)}\n\n: ping\n\n`);
		await send(capture, [bytesOf(blocks.join(''))], 1002);
		await capture.flush();
		// The first entry is the old event, and after each one comes a comment.
		const text = await capture.text(2 + 2 * 220);
		assert.equal(text?.before, words.slice(0, 220).join(''));
		assert.equal(text.own, '220 ');
		assert.equal(text.after, words.slice(221).join(''));
		assert.equal(text.isOpen, true);
		assert.equal((await capture.entry(2))?.hasText, true);
		assert.equal((await capture.entry(3))?.hasText, undefined);
		assert.equal(await capture.text(3), undefined);
	});

	it('is how fast the text came, from the request on', async () => {
		const capture = await fixture.create();
		capture.begin(7, '');
		capture.record({ kind: 'connecting', time: 500, attempt: 7, data: 'POST' });
		for (const time of [900, 1000, 1100]) await send(capture, [bytesOf(`${chat('ab')}\n\n`)], time);
		await capture.flush();
		assert.deepEqual((await capture.text(3))?.pace, {
			firstAfterMs: 400,
			durationMs: 200,
			deltas: 10,
			characters: 20,
			usage: {},
		});
	});

	it('is the text at a path', async () => {
		const capture = await captureOf(event('{"t":["a"]}'), event('{"t":["b"]}', 'x'), event('c'));
		assert.equal(await capture.text(1), undefined);
		const text = await capture.text(2, ['t', 0]);
		assert.deepEqual([text?.part, text?.before, text?.own, text?.after], ['t[0]', 'a', 'b', '']);
	});
});
