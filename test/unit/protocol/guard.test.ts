import assert from 'node:assert/strict';
import { asFromWebview, maxFilterLength } from '../../../src/protocol/guard';
import { maxRowsPerQuestion } from '../../../src/protocol/messages';

const edit = (wanted: unknown) => ({
	type: 'ask',
	id: 1,
	about: 'editFilter',
	text: '',
	edit: wanted,
});

describe('A message from the webview', () => {
	const valid: readonly object[] = [
		{ type: 'ready' },
		{ type: 'clear' },
		{ type: 'disconnect' },
		{ type: 'reconnect' },
		{ type: 'reconnectFrom', seq: 7 },
		{ type: 'reconnectWith' },
		{ type: 'editLastEventId' },
		{ type: 'stopWaiting' },
		{ type: 'drop' },
		{ type: 'exportCapture' },
		{ type: 'editEndpoint' },
		{ type: 'copyAsCode' },
		{ type: 'setFilter', text: '' },
		{ type: 'setFilter', text: 'x'.repeat(maxFilterLength) },
		{ type: 'ask', id: 1, about: 'filter', text: 'x'.repeat(maxFilterLength) },
		edit({ type: 'choose', mode: 'only', choice: { field: 'type', value: 'a' } }),
		edit({ type: 'choose', mode: 'not', choice: { field: 'kind', value: 'comment' } }),
		edit({ type: 'time', range: { from: 1.5, to: 2 }, whole: { from: 0, to: 8.64e15 } }),
		{ type: 'setPaused', paused: true },
		{ type: 'ask', id: 1, about: 'complete', text: 'si', caret: 2 },
		{ type: 'copy', seq: 1, what: 'data' },
		{ type: 'copy', seq: 1, what: 'raw' },
		{ type: 'copy', seq: 1, what: 'json' },
		{ type: 'openData', seq: 0 },
		{ type: 'saveBytes', attempt: 2 },
		{ type: 'ask', id: 1, about: 'rows', epoch: 0, from: 0, to: 0 },
		{ type: 'ask', id: 1, about: 'rows', epoch: 3, from: 10, to: 10 + maxRowsPerQuestion },
		{ type: 'ask', id: 1, about: 'entry', seq: 5 },
		{ type: 'ask', id: 1, about: 'locate', epoch: 1, seq: Number.MAX_SAFE_INTEGER },
	];
	for (const message of valid) {
		it(`is taken: ${JSON.stringify(message).slice(0, 70)}`, () => {
			assert.equal(asFromWebview(message), message);
		});
	}

	const invalid: readonly unknown[] = [
		undefined,
		null,
		0,
		'ready',
		true,
		[],
		['ready'],
		{},
		{ type: 'Ready' },
		{ type: ['ready'] },
		{ type: 'constructor' },
		{ type: '__proto__' },
		{ type: 'setFilter' },
		{ type: 'setFilter', text: 1 },
		{ type: 'setFilter', text: ['a'] },
		{ type: 'setFilter', text: 'x'.repeat(maxFilterLength + 1) },
		{ type: 'ask', id: 1, about: 'filter' },
		{ type: 'ask', id: 1, about: 'filter', text: 'x'.repeat(maxFilterLength + 1) },
		edit(undefined),
		edit({}),
		edit({ type: 'choose', mode: 'only' }),
		edit({ type: 'choose', mode: 'any', choice: { field: 'type', value: 'a' } }),
		edit({ type: 'choose', mode: 'only', choice: { field: 'data', value: 'a' } }),
		edit({ type: 'choose', mode: 'only', choice: { field: 'type', value: 1 } }),
		edit({ type: 'choose', mode: 'only', choice: { field: 'type', value: 'x'.repeat(201) } }),
		edit({ type: 'time', range: { from: 2, to: 1 }, whole: { from: 0, to: 1 } }),
		edit({ type: 'time', range: { from: 1, to: NaN }, whole: { from: 0, to: 1 } }),
		edit({ type: 'time', range: { from: 1, to: Infinity }, whole: { from: 0, to: 1 } }),
		edit({ type: 'time', range: { from: 1, to: 2 } }),
		{ type: 'setPaused' },
		{ type: 'ask', id: 1, about: 'complete', text: 'si' },
		{ type: 'ask', id: 1, about: 'complete', text: 'si', caret: -1 },
		{ type: 'ask', id: 1, about: 'complete', caret: 0 },
		{ type: 'setPaused', paused: 1 },
		{ type: 'copy', seq: 1 },
		{ type: 'copy', what: 'data' },
		{ type: 'copy', seq: 1, what: 'secrets' },
		{ type: 'copy', seq: '1', what: 'data' },
		{ type: 'reconnectFrom' },
		{ type: 'reconnectFrom', seq: '7' },
		{ type: 'openData', seq: -1 },
		{ type: 'openData', seq: 1.5 },
		{ type: 'openData', seq: NaN },
		{ type: 'openData', seq: Infinity },
		{ type: 'openData', seq: 2 ** 53 },
		{ type: 'openData', seq: '1; DROP TABLE entry' },
		{ type: 'openData', seq: { valueOf: () => 1 } },
		{ type: 'ask', about: 'entry', seq: 1 },
		{ type: 'ask', id: 1 },
		{ type: 'ask', id: 1, about: 'toString' },
		{ type: 'ask', id: 1, about: 'entry' },
		{ type: 'ask', id: -1, about: 'entry', seq: 1 },
		{ type: 'ask', id: 1, about: 'locate', seq: 1 },
		{ type: 'ask', id: 1, about: 'rows', epoch: 0, from: 5, to: 4 },
		{ type: 'ask', id: 1, about: 'rows', epoch: 0, from: 0, to: maxRowsPerQuestion + 1 },
		{ type: 'ask', id: 1, about: 'rows', epoch: 0, from: 0 },
		{ type: 'ask', id: 1, about: 'rows', epoch: 0.5, from: 0, to: 1 },
	];
	for (const message of invalid) {
		it(`is not taken: ${(JSON.stringify(message) ?? 'undefined').slice(0, 70)}`, () => {
			assert.equal(asFromWebview(message), undefined);
		});
	}
});
