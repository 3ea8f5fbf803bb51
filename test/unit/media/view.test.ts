import assert from 'node:assert/strict';
import { insertTerm, isRegex, toggleRegex } from '../../../media/model/filterText';
import { bandEdges, chunkPlace, kindIcons } from '../../../media/model/rowLook';
import { typeColor } from '../../../media/model/typeColor';
import { asViewState, type ViewState } from '../../../media/model/viewState';
import { rowOf } from './rows';

describe('the icons of kinds', () => {
	it('differ where they stand beside each other without words', () => {
		const { ignored, incomplete, comment, retry, id } = kindIcons;
		assert.equal(new Set([ignored, incomplete, comment, retry, id, 'plug']).size, 6);
	});
});

describe('the text of a filter', () => {
	for (const [text, regex] of [
		['abc', '/abc/'],
		['a/b', '/a\\/b/'],
		[' two words ', '/two words/'],
	] as const) {
		it(`${text} becomes ${regex} and text again`, () => {
			assert.equal(toggleRegex(text), regex);
			assert.ok(isRegex(regex));
			assert.equal(toggleRegex(regex), text.trim());
		});
	}

	it('is no regular expression otherwise', () => {
		for (const text of ['', '/', '//', '/a', 'a/', '/a/ b', 'type:/a/']) {
			assert.ok(!isRegex(text), text);
		}
		assert.ok(isRegex('/a/i'));
		assert.equal(toggleRegex('/a/i'), 'a');
	});

	for (const [text, caret, result] of [
		['', 0, 'id:42'],
		['type:a', 6, 'type:a id:42'],
		['type:a ', 7, 'type:a id:42'],
		['type:a', 0, 'id:42 type:a'],
		['(a)', 1, '(id:42 a)'],
		['-', 1, '-id:42'],
	] as const) {
		it(`takes a term at ${caret} of “${text}”`, () => {
			const inserted = insertTerm(text, caret, 'id:42');
			assert.equal(inserted.text, result);
			assert.equal(inserted.text.slice(0, inserted.caret).endsWith('id:42'), true);
		});
	}
});

describe('the look of a row', () => {
	const event = rowOf(1);
	const closed = rowOf(2, { kind: 'closed' });

	it('has edges around a run of the connection’s rows', () => {
		const edges = (before?: typeof event, after?: typeof event) =>
			bandEdges(closed, { before, after });
		assert.deepEqual(edges(event, event), { isFirst: true, isLast: true });
		assert.deepEqual(edges(closed, event), { isFirst: false, isLast: true });
		assert.deepEqual(edges(undefined, closed), { isFirst: true, isLast: false });
		assert.deepEqual(bandEdges(event, { before: closed, after: closed }), {
			isFirst: false,
			isLast: false,
		});
	});

	it('has a bracket around rows of one chunk', () => {
		const [a, b] = [rowOf(1, { chunk: 7 }), rowOf(2, { chunk: 8 })];
		assert.equal(chunkPlace(a, { before: b, after: b }), undefined);
		assert.equal(chunkPlace(a, { before: b, after: a }), 'first');
		assert.equal(chunkPlace(a, { before: a, after: a }), 'middle');
		assert.equal(chunkPlace(a, { before: a }), 'last');
		assert.equal(chunkPlace(event, { before: event, after: event }), undefined);
	});

	it('has four colours, then the same hollow, then again', () => {
		const colors = [0, 3, 4, 7, 8].map(index => {
			const { color, isHollow } = typeColor(index);
			return `${color}${isHollow ? ' hollow' : ''}`;
		});
		assert.deepEqual(colors, ['1', '4', '1 hollow', '4 hollow', '1']);
	});
});

describe('the state of a view', () => {
	const state: ViewState = {
		version: 1,
		capture: 'c1',
		filter: 'a',
		isFollowing: false,
		isPaused: true,
		anchor: { seq: 5, yPx: 3 },
		selection: 6,
		tab: 'wire',
	};

	it('holds for the same capture', () => assert.deepEqual(asViewState(state, 'c1'), state));

	it('holds in part for another one', () => {
		const other = asViewState(state, 'c2');
		assert.equal(other?.filter, 'a');
		assert.equal(other?.tab, 'wire');
		assert.equal(other?.selection, undefined);
		assert.equal(other?.anchor, undefined);
		assert.equal(other?.isFollowing, true);
	});

	it('is none where there was none, or one of another version', () => {
		for (const value of [undefined, null, {}, { ...state, version: 99 }]) {
			assert.equal(asViewState(value, 'c1'), undefined);
		}
	});
});
