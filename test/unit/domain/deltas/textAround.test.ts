import assert from 'node:assert/strict';
import { readingAt, readingOf, type Reading } from '../../../../src/domain/deltas/recognise';
import { maxSideEvents, textAround } from '../../../../src/domain/deltas/textAround';

const chat = (delta: object, id = 'c1', index = 0) =>
	JSON.stringify({
		id,
		object: 'chat.completion.chunk',
		choices: [{ index, delta, finish_reason: null }],
	});
const call = (args: string, index = 0) =>
	chat({ tool_calls: [{ index, function: { arguments: args } }] });
const block = (index: number, delta: object) =>
	JSON.stringify({ type: 'content_block_delta', index, delta });
const response = (type: string, more: object) =>
	JSON.stringify({ type: `response.${type}`, sequence_number: 1, ...more });
const gemini = (text: string, more: object = {}) =>
	JSON.stringify({ candidates: [{ content: { parts: [{ text }], role: 'model' }, ...more }] });

const timed = (events: readonly string[]) => events.map((data, time) => ({ data, time }));

/** Before, own and after of the event at `place`. */
function around(events: readonly string[], place: number, given?: Reading) {
	const data = events[place]!;
	const reading = given ?? readingOf(data);
	const text =
		reading &&
		textAround({ data, time: place }, reading, {
			before: () => timed(events.slice(0, place)).toReversed(),
			after: () => timed(events).slice(place + 1),
		});
	return (
		text && {
			part: text.part,
			text: [text.before, text.own, text.after],
			of: [text.place, text.count],
		}
	);
}

const twoChats = [
	chat({ role: 'assistant', content: '' }, 'c0'),
	chat({ content: 'old' }, 'c0'),
	'[DONE]',
	chat({ role: 'assistant', content: '' }),
	chat({ content: 'Hel' }),
	chat({ content: 'lo' }),
	chat({ content: '!' }),
	chat({}),
	'[DONE]',
	chat({ content: 'next' }, 'c2'),
];

const message = [
	'{"type":"message_start","message":{"id":"m"}}',
	'{"type":"content_block_start","index":0,"content_block":{"type":"thinking"}}',
	block(0, { type: 'thinking_delta', thinking: 'Hm' }),
	block(0, { type: 'signature_delta', signature: 'abc' }),
	block(1, { type: 'text_delta', text: 'A' }),
	'{"type":"ping"}',
	block(1, { type: 'text_delta', text: 'B' }),
	block(2, { type: 'input_json_delta', partial_json: '{"x"' }),
	block(2, { type: 'input_json_delta', partial_json: ':1}' }),
	'{"type":"message_stop"}',
	'{"type":"message_start","message":{"id":"n"}}',
	block(1, { type: 'text_delta', text: 'C' }),
];

const responses = [
	response('created', { response: { id: 'r' } }),
	response('output_text.delta', { output_index: 0, content_index: 0, delta: 'On' }),
	response('function_call_arguments.delta', { output_index: 1, delta: '{}' }),
	response('output_text.delta', { output_index: 0, content_index: 0, delta: 'ce' }),
	response('completed', { response: { id: 'r' } }),
	response('created', { response: { id: 's' } }),
	response('output_text.delta', { output_index: 0, content_index: 0, delta: 'Two' }),
];

const geminis = [
	gemini('a'),
	gemini('b', { finishReason: 'STOP' }),
	gemini('c'),
	gemini('d'),
	gemini('e', { finishReason: 'STOP' }),
	gemini('f'),
];

type Case = readonly [string, readonly string[], number, string, readonly string[]];

const cases: readonly Case[] = [
	['chat', twoChats, 5, 'choices[0].delta.content', ['Hel', 'lo', '!']],
	['the first chunk of a chat', twoChats, 3, 'choices[0].delta.content', ['', '', 'Hello!']],
	['the last chunk of a chat', twoChats, 7, 'choices[0].delta.content', ['Hello!', '', '']],
	[
		'one choice of several',
		[chat({ content: 'a' }), chat({ content: 'x' }, 'c1', 1), chat({ content: 'b' })],
		2,
		'choices[0].delta.content',
		['a', 'b', ''],
	],
	[
		'arguments of a call',
		[chat({ content: 'x' }), call('{"a'), call('no', 1), call('":1}')],
		3,
		'choices[0].delta.tool_calls[0].function.arguments',
		['{"a', '":1}', ''],
	],
	[
		'a refusal',
		[chat({ refusal: 'I ' }), chat({ refusal: 'can’t' })],
		0,
		'choices[0].delta.refusal',
		['', 'I ', 'can’t'],
	],
	[
		'completions',
		['{"choices":[{"text":"a"}]}', '{"choices":[{"text":"b"}]}'],
		1,
		'choices[0].text',
		['a', 'b', ''],
	],
	['a block of a message', message, 6, 'content[1].text', ['A', 'B', '']],
	['thinking', message, 2, 'content[0].thinking', ['', 'Hm', '']],
	['JSON in parts', message, 7, 'content[2].partial_json', ['', '{"x"', ':1}']],
	['the end of a message', message, 9, 'content[2].partial_json', ['{"x":1}', '', '']],
	['the beginning of a message', message, 10, 'content[1].text', ['', '', 'C']],
	['a response', responses, 3, 'response.output_text[0][0]', ['On', 'ce', '']],
	['the end of a response', responses, 4, 'response.output_text[0][0]', ['Once', '', '']],
	['the next response', responses, 6, 'response.output_text[0][0]', ['', 'Two', '']],
	['Gemini', geminis, 3, 'candidates[0].text', ['c', 'd', 'e']],
	['the last chunk of Gemini', geminis, 4, 'candidates[0].text', ['cd', 'e', '']],
];

describe('The text that an event is a part of', () => {
	for (const [name, events, place, part, text] of cases) {
		it(`is put together of ${name}`, () => {
			const found = around(events, place);
			assert.deepEqual([found?.part, found?.text], [part, text]);
		});
	}

	it('says which piece it is of how many', () => {
		assert.deepEqual(around(twoChats, 5)?.of, [2, 3]);
		assert.deepEqual(around(twoChats, 7)?.of, [3, 3]);
	});

	for (const data of [
		'[DONE]',
		'hello',
		'{"type":"trade","price":1}',
		'{"type":"response.to.order","price":1}',
		'{"choices":["a"]}',
		'{"choices":[{"name":"a"}]}',
		'{"candidates":[{"name":"Ann"}]}',
		'{"candidates":[]}',
		'[{"type":"message_start"}]',
	]) {
		it(`is none of ${data}`, () => assert.equal(readingOf(data), undefined));
	}

	it('is put together at any path', () => {
		const events = ['{"a":[{"b":"x"}]}', '{"c":1}', '{"a":[{"b":12345678901234567890}]}', 'no'];
		const reading = readingAt(['a', 0, 'b']);
		assert.deepEqual(around(events, 2, reading), {
			part: 'a[0].b',
			text: ['x', '12345678901234567890', ''],
			of: [2, 2],
		});
		assert.equal(around(events, 1, reading), undefined);
	});

	it('is bounded on both sides, and says so', () => {
		const reading = readingAt(['a']);
		const many = Array.from({ length: maxSideEvents + 10 }, () => '{"a":"x"}');
		const long = ['{"a":"1"}', ...Array.from({ length: 30 }, () => `{"a":"${'x'.repeat(9000)}"}`)];
		const text = textAround({ data: '{"a":"y"}', time: 0 }, reading, {
			before: () => timed(many),
			after: () => timed(long),
		});
		assert.equal(text?.before.length, maxSideEvents);
		assert.deepEqual([text.isCutBefore, text.isCutAfter], [true, true]);
		assert.ok(text.after.length < 120_000);
	});
});
