import assert from 'node:assert/strict';
import { blockPieces, inertLine, isInert, linePieces, nameOf } from '../../../media/model/inert';

describe('inert text', () => {
	for (const text of [
		'',
		'plain',
		'שלום',
		'é',
		'👩\u200d👩\u200d👧',
		'❤\ufe0f\u200d🔥',
		'\u3000',
		'😀',
	]) {
		it(`leaves ${JSON.stringify(text)} as it is`, () => {
			assert.ok(isInert(text));
			assert.deepEqual(linePieces(text), [{ text }]);
		});
	}

	for (const [text, line] of [
		['\u001b[31m', '[ESC][31m'],
		['a\u202eb\u202c', 'a[U+202E]b[U+202C]'],
		['\u2066x\u2069', '[U+2066]x[U+2069]'],
		['a\u200bb\u200cc\u200dd', 'a[U+200B]b[U+200C]c[U+200D]d'],
		['\ufeffx', '[BOM]x'],
		['\u0000\u007f\u0085', '[NUL][DEL][U+0085]'],
		['a\nb\r\nc\rd', 'a↵b↵c↵d'],
		['a\tb', 'a b'],
		['\u2028\u2029', '[U+2028][U+2029]'],
		['\ud800x', '[U+D800]x'],
		['\u{e0041}', '[U+E0041]'],
		['\u00ad\u3164', '[U+00AD][U+3164]'],
	] as const) {
		it(`makes ${line} of what acts`, () => {
			assert.ok(!isInert(text));
			assert.equal(inertLine(text), line);
			assert.ok(isInert(inertLine(text)));
		});
	}

	it('finds the first of several every time', () => {
		for (let i = 0; i < 3; i++) assert.equal(inertLine('\u0001\u0002'), '[SOH][STX]');
	});

	it('keeps lines and tabs of a block', () => {
		assert.deepEqual(blockPieces('a\tb\r\nc\rd\u0007'), [{ text: 'a\tb\nc\nd' }, { box: 'BEL' }]);
	});

	it('marks parts, boxes among them', () => {
		assert.deepEqual(linePieces('ab\u001bcd', [{ from: 1, to: 4 }]), [
			{ text: 'a' },
			{ text: 'b', isMarked: true },
			{ box: 'ESC', isMarked: true },
			{ text: 'c', isMarked: true },
			{ text: 'd' },
		]);
	});

	it('names characters', () => {
		assert.equal(nameOf('\r'), 'CR');
		assert.equal(nameOf('\u{1f600}'), 'U+1F600');
	});
});
