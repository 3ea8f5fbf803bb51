import assert from 'node:assert/strict';
import { rawPieces } from '../../../media/model/rawText';
import { wireChunks } from '../../../media/model/wireChunks';
import type { EntryKind } from '../../../src/domain/entry';
import { byteByByte } from '../../fixtures/chunks';
import { StoreFixture } from './captureFixture';

/** A stream with every kind of entry and every byte without a shape. */
const parts: readonly (readonly [EntryKind, string])[] = [
	['comment', '\ufeff: BOM and a CR\r\n\r\n'],
	['retry', 'retry: 1500\r\n\r\n'],
	['id', 'id: 7\n\n'],
	['event', 'data: é😀\rdata: \u0000\u001b\r\r'],
	['ignored', 'id: a\u0000b\nunknown: x\n\n'],
	['event', 'data: \\xff\\xc3(\n\n'],
	['incomplete', 'id: 8\ndata: not fin\\xe2\\x82'],
];

/** `\xff` in the text is a byte that is no UTF-8. */
function bytes(text: string): Buffer {
	const pieces = text.split(/(\\x[0-9a-f]{2})/);
	return Buffer.concat(
		pieces.map(piece =>
			piece.startsWith('\\x') ? Buffer.of(parseInt(piece.slice(2), 16)) : Buffer.from(piece),
		),
	);
}

/** The bytes as the tab Raw shows them: boxes in brackets, where a chunk begins a bar and its number. */
function shown(wire: Parameters<typeof rawPieces>[0]): string {
	const { pieces, shownBytes } = rawPieces(wire);
	assert.equal(shownBytes, wire.length);
	return pieces
		.map(piece => {
			switch (piece.kind) {
				case 'box':
					return `[${piece.word}]`;
				case 'newline':
					return '';
				case 'boundary':
					return `|${piece.chunk} +${piece.laterMs}|`;
				default:
					return piece.text;
			}
		})
		.join('');
}

describe('The exact bytes of an entry', () => {
	const fixture = new StoreFixture();
	after(() => fixture.close());

	const cuts: readonly (readonly [string, (all: Buffer) => Uint8Array[]])[] = [
		['in one chunk', all => [all]],
		['byte by byte', byteByByte],
	];
	for (const [how, cut] of cuts) {
		it(`are there for every kind, with chunks and times, when they came ${how}`, async () => {
			const capture = await fixture.create();
			const blocks = parts.map(([, text]) => bytes(text));
			for (const [index, chunk] of cut(Buffer.concat(blocks)).entries()) {
				capture.write(chunk, 1000 + index);
			}
			await capture.end(9999);
			await capture.flush();
			// Lines that are ignored are entries of their own, with the bytes of the line.
			const entries = await capture.entries({ from: 1, to: 99 });
			const kinds = new Set(entries.map(({ kind }) => kind));
			assert.deepEqual([...kinds].sort(), [...new Set(parts.map(([kind]) => kind))].sort());
			const all = Buffer.concat(blocks);
			for (const { seq, kind, offset, size, time, chunk } of entries) {
				const wire = (await capture.entry(seq))?.wire;
				assert.ok(wire !== undefined && offset !== undefined, `${kind} has no bytes`);
				assert.equal(wire.offset, offset);
				assert.ok(all.subarray(offset, offset + size).equals(wire.bytes), kind);
				const chunks = wireChunks(wire);
				assert.equal(chunks.length, how === 'in one chunk' ? 1 : size);
				const boundaries = rawPieces(wire).pieces.filter(piece => piece.kind === 'boundary');
				assert.equal(boundaries.length, chunks.length - 1, 'each boundary is drawn');
				for (const { chunk: number, from, to, sizeBytes } of chunks) {
					if (how === 'in one chunk') assert.equal(number, 1);
					else assert.deepEqual([number, to - from, sizeBytes], [offset + from + 1, 1, 1]);
				}
				if (how !== 'in one chunk') {
					assert.deepEqual(
						chunks.map(each => each.time),
						chunks.map(each => 1000 + offset + each.from),
					);
				}
				assert.ok(chunk !== undefined && time >= 1000);
			}
		});
	}

	it('are shown with all that has no shape, and where each chunk began', async () => {
		const capture = await fixture.create();
		for (const [index, [, text]] of parts.entries()) {
			const block = bytes(text);
			capture.write(block.subarray(0, 4), 1000 + 10 * index);
			capture.write(block.subarray(4), 1005 + 10 * index);
		}
		await capture.end(9999);
		await capture.flush();
		const entries = await capture.entries({ from: 1, to: 99 });
		const texts = await Promise.all(
			entries.map(async ({ seq, kind }) => {
				const wire = (await capture.entry(seq))?.wire;
				return `${kind} ${wire && shown(wire)}`;
			}),
		);
		assert.deepEqual(texts, [
			'comment [BOM]:|2 +5| BOM and a CR[CR][LF][CR][LF]',
			'retry retr|4 +5|y: 1500[CR][LF][CR][LF]',
			'id id: |6 +5|7[LF][LF]',
			'event data|8 +5|: é😀[CR]data: [NUL][ESC][CR][CR]',
			'ignored id: |10 +5|a[NUL]b[LF]',
			'ignored unknown: x[LF][LF]',
			'event data|12 +5|: [0xFF][0xC3]([LF][LF]',
			'incomplete id: |14 +5|8[LF]data: not fin[0xE2][0x82]',
		]);
	});
}).timeout(120_000);
