import assert from 'node:assert/strict';
import { readingOf } from '../../../../src/domain/deltas/recognise';
import { demoFeed, type FeedStep } from '../../../../src/workbench/demo/demoFeed';

/** Numbers that look like chance, and are the same each time. */
function chance(): () => number {
	let state = 1;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function first(count: number): FeedStep[] {
	const feed = demoFeed(Date.UTC(2026, 0, 1), chance());
	return Array.from({ length: count }, () => feed.next().value);
}

describe('The demo feed', () => {
	const steps = first(3000);
	const seconds = steps.reduce((sum, { delayMs }) => sum + delayMs, 0) / 1000;

	it('never goes back in time, and is as lively as a stream that one can follow', () => {
		assert.ok(steps.every(({ delayMs }) => delayMs >= 0));
		assert.ok(steps.length / seconds > 5 && steps.length / seconds < 40, `${seconds} s`);
	});

	it('numbers its events one by one', () => {
		const ids = steps.flatMap(({ id }) => id ?? []);
		assert.deepEqual(
			ids,
			ids.map((_id, index) => index + 1),
		);
		assert.ok(steps.every(({ id, text }) => text.includes(`id: ${id}\n`) === (id !== undefined)));
	});

	it('has a heartbeat every 5 s', () => {
		const beats = steps.filter(({ text }) => text === ': heartbeat\n\n').length;
		assert.equal(beats, Math.floor(seconds / 5));
	});

	it('has several types of JSON, slips, and whole answers of a language model', () => {
		const types = new Set(steps.map(({ text }) => /^event: (.*)/m.exec(text)?.[1]));
		assert.deepEqual(types, new Set(['news', 'snapshot', 'tick', 'trade', undefined]));
		assert.ok(steps.some(({ text }) => text.startsWith('evnt: trade\n')));
		const data = steps.flatMap(({ text }) => /^data: (.*)/m.exec(text)?.[1] ?? []);
		for (const one of data) JSON.parse(one);
		const reading = readingOf(data.find(one => one.includes('chat.completion.chunk')) ?? '');
		const read = data.map(one => reading?.read(one)).filter(delta => delta !== undefined);
		const text = read.flatMap(({ pieces }) => pieces.map(piece => piece.text)).join('');
		assert.match(text, /^Server-sent events .* wins\. 🚰Server-sent/u);
	});

	it('has trades to filter for by price', () => {
		const trades = steps.filter(({ text }) => text.includes('event: trade'));
		const dear = trades.filter(({ text }) => Number(/"price":([\d.]+)/.exec(text)?.[1]) > 100);
		assert.ok(dear.length > trades.length / 5 && dear.length < trades.length / 2);
	});
});
