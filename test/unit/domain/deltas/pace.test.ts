import assert from 'node:assert/strict';
import { readingOf } from '../../../../src/domain/deltas/recognise';
import { textAround, type TimedData } from '../../../../src/domain/deltas/textAround';
import { shownText } from '../../../../src/protocol/textLines';

/** What is said of the text that the event at `place` is a part of; the request was at 1000 ms. */
function around(events: readonly TimedData[], place: number) {
	const own = events[place]!;
	const reading = readingOf(own.data);
	return (
		reading &&
		textAround(own, reading, {
			before: () => events.slice(0, place).toReversed(),
			after: () => events.slice(place + 1),
			requestTime: () => 1000,
		})
	);
}

/** One every 100 ms, from 2000 ms on. */
const timed = (events: readonly object[]): TimedData[] =>
	events.map((data, place) => ({ data: JSON.stringify(data), time: 2000 + 100 * place }));

const chunk = (content: string, id = 'c') => ({ id, choices: [{ index: 0, delta: { content } }] });

describe('how fast a text came', () => {
	it('begins with its first piece and ends with its last one', () => {
		const events = timed([chunk(''), chunk('Hi'), chunk('a😀'), chunk('bcd'), chunk('')]);
		const text = around(events, 2)!;
		assert.deepEqual(text.pace, {
			firstAfterMs: 1100,
			durationMs: 200,
			deltas: 10,
			characters: 25,
			usage: {},
		});
		assert.deepEqual(shownText(text).figures, [
			'first after 1.1 s',
			'200 ms in all',
			'10 deltas/s',
			'25 characters/s',
		]);
		assert.equal(shownText(text).placeText, '2 of 3 · choices[0].delta.content');
	});

	it('is not known of a single piece, but when it came', () => {
		assert.deepEqual(around(timed([chunk('Hi')]), 0)?.pace, {
			firstAfterMs: 1000,
			durationMs: 0,
			usage: {},
		});
	});

	it('does not count from the request of another response', () => {
		const events = timed([chunk('old', 'a'), chunk('x', 'b'), chunk('y', 'b')]);
		assert.equal(around(events, 0)?.pace.firstAfterMs, 1000);
		assert.equal(around(events, 1)?.pace.firstAfterMs, undefined);
		const message = [
			{ type: 'message_stop' },
			{ type: 'message_start' },
			{ type: 'content_block_delta', index: 0, delta: { text: 'A' } },
		];
		assert.equal(around(timed(message), 2)?.pace.firstAfterMs, undefined);
		assert.equal(around(timed(message.slice(1)), 1)?.pace.firstAfterMs, 1100);
	});

	it('may go on until something ends the response', () => {
		const message = [
			{ type: 'message_start' },
			{ type: 'content_block_delta', index: 0, delta: { text: 'A' } },
			{ type: 'message_stop' },
		];
		assert.equal(around(timed(message), 1)?.isOpen, false);
		assert.equal(around(timed(message), 2)?.isOpen, false);
		assert.equal(around(timed(message.slice(0, 2)), 1)?.isOpen, true);
		assert.equal(around(timed([chunk('x', 'b'), chunk('y', 'c')]), 0)?.isOpen, false);
	});

	const usages: [string, object[], object, string[]][] = [
		[
			'OpenAI chat',
			[
				chunk('a'),
				chunk('b'),
				{ ...chunk(''), choices: [], object: 'chat.completion.chunk' },
				{
					id: 'c',
					object: 'chat.completion.chunk',
					choices: [],
					usage: { prompt_tokens: 1200, completion_tokens: 4, total_tokens: 1204 },
				},
			],
			{ input: 1200, output: 4 },
			['4 tokens', '40 tokens/s', 'tokens in the prompt: 1\u202f200'],
		],
		[
			'OpenAI responses',
			[
				{ type: 'response.output_text.delta', sequence_number: 1, delta: 'a' },
				{ type: 'response.output_text.delta', sequence_number: 2, delta: 'b' },
				{
					type: 'response.completed',
					sequence_number: 3,
					response: { usage: { input_tokens: 7, output_tokens: 1 } },
				},
			],
			{ input: 7, output: 1 },
			['1 token', '10 tokens/s', 'tokens in the prompt: 7'],
		],
		[
			'Anthropic',
			[
				{
					type: 'message_start',
					message: { usage: { input_tokens: 5, cache_read_input_tokens: 20, output_tokens: 1 } },
				},
				{ type: 'content_block_delta', index: 0, delta: { text: 'a' } },
				{ type: 'content_block_delta', index: 0, delta: { text: 'b' } },
				{ type: 'message_delta', usage: { output_tokens: 15 } },
				{ type: 'message_stop' },
			],
			{ input: 25, output: 15 },
			['15 tokens', '150 tokens/s', 'tokens in the prompt: 25'],
		],
		[
			'Gemini',
			['a', 'b'].map((text, place) => ({
				candidates: [{ content: { parts: [{ text }] } }],
				usageMetadata: {
					promptTokenCount: 9,
					candidatesTokenCount: 2 * (place + 1),
					...(place === 1 && { thoughtsTokenCount: 6 }),
				},
			})),
			{ input: 9, output: 10 },
			['10 tokens', '100 tokens/s', 'tokens in the prompt: 9'],
		],
	];
	for (const [name, events, usage, words] of usages) {
		it(`knows the tokens that ${name} tells`, () => {
			const place = events.findIndex(event => JSON.stringify(event).includes('"a"'));
			const text = around(timed(events), place)!;
			assert.deepEqual(text.pace.usage, usage);
			assert.deepEqual(shownText(text).figures.slice(-3), words);
		});
	}

	it('knows no tokens where the stream tells none that are numbers', () => {
		const events = timed([
			{ ...chunk('a'), usage: null },
			{ ...chunk('b'), usage: { x: 1 } },
		]);
		assert.deepEqual(around(events, 0)?.pace.usage, {});
	});
});
