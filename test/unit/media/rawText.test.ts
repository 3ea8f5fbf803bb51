import assert from 'node:assert/strict';
import { rawPieces, type RawPiece } from '../../../media/model/rawText';
import type { WireBytes } from '../../../src/protocol/wireBytes';

function wireOf(bytes: Uint8Array, starts: readonly number[] = [0]): WireBytes {
	const chunks = starts.map((start, place) => {
		const end = starts[place + 1] ?? bytes.length;
		return { chunk: 10 + place, time: 1000 + place * 0.8, start, length: end - start };
	});
	return { offset: 0, length: bytes.length, bytes, chunks };
}

const utf8 = (text: string) => new TextEncoder().encode(text);

/** The pieces as one string: boxes in brackets, fields in angles. */
function written(pieces: readonly RawPiece[]): string {
	return pieces
		.map(piece => {
			switch (piece.kind) {
				case 'text':
					return piece.text;
				case 'field':
					return `<${piece.text}>`;
				case 'box':
					return `[${piece.word}]`;
				case 'newline':
					return '\n';
				case 'boundary':
					return `{${piece.chunk} +${piece.laterMs.toFixed(1)}}`;
			}
		})
		.join('');
}

const raw = (text: string, starts?: readonly number[]) =>
	written(rawPieces(wireOf(utf8(text), starts)).pieces);

describe('a block as it came', () => {
	for (const [text, shown] of [
		['id: 1\r\ndata: x\r\n\r\n', '<id>: 1[CR][LF]\n<data>: x[CR][LF]\n[CR][LF]'],
		['data:a\n\n', '<data>:a[LF]\n[LF]'],
		['data:a\rdata:b\r\r', '<data>:a[CR]\n<data>:b[CR]\n[CR]'],
		[': heartbeat\n', ': heartbeat[LF]'],
		['data\n', 'data[LF]'],
		['\ufeffdata: x\n', '[BOM]<data>: x[LF]'],
		['data: é😀\n', '<data>: é😀[LF]'],
		['data: \u001b[0m\u202e\n', '<data>: [ESC][0m[U+202E][LF]'],
	] as const) {
		it(`shows ${JSON.stringify(text)}`, () => assert.equal(raw(text), shown));
	}

	it('marks where a chunk ended', () => {
		assert.equal(raw('data: ab\n\n', [0, 7]), '<data>: a{11 +0.8}b[LF]\n[LF]');
		assert.equal(raw('data: a\r\n', [0, 8]), '<data>: a[CR]{11 +0.8}[LF]');
	});

	it('marks it after a character that was cut in two', () => {
		assert.equal(raw('data: é!', [0, 7]), '<data>: é{11 +0.8}!');
	});

	it('shows invalid UTF-8 byte by byte', () => {
		const bytes = new Uint8Array([
			0x61, 0xff, 0xc3, 0x28, 0xe2, 0x82, 0xed, 0xa0, 0x80, 0xc0, 0xaf,
		]);
		const expected = 'a[0xFF][0xC3]([0xE2][0x82][0xED][0xA0][0x80][0xC0][0xAF]';
		assert.equal(written(rawPieces(wireOf(bytes)).pieces), expected);
	});

	it('gives up on more than can be shown', () => {
		const { pieces, shownBytes } = rawPieces(wireOf(new Uint8Array(60_000).fill(0x01)));
		assert.ok(pieces.length < 5000);
		assert.ok(shownBytes < 60_000);
	});

	it('stands for all bytes otherwise', () => {
		assert.equal(rawPieces(wireOf(utf8('x'.repeat(60_000)))).shownBytes, 60_000);
	});
});
