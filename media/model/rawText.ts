import type { WireBytes } from '../../src/protocol/wireBytes';
import { isInert, nameOf } from './inert';
import { wireChunks } from './wireChunks';

/** A block as it came, cut into what can be shown. */
export type RawPiece =
	| { readonly kind: 'text'; readonly text: string }
	/** The name of a field, at the beginning of a line. */
	| { readonly kind: 'field'; readonly text: string }
	/** A byte or character without a shape: a line end, a BOM, a control character, invalid UTF-8. */
	| { readonly kind: 'box'; readonly word: string }
	| { readonly kind: 'newline' }
	/** Here a chunk ended and this one began. */
	| { readonly kind: 'boundary'; readonly chunk: number; readonly laterMs: number };

/** Pieces of one block that are worth showing; each is a node on the page. */
const maxPieces = 4000;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The pieces of the bytes at hand, and how many bytes they stand for. */
export function rawPieces(wire: WireBytes): { pieces: RawPiece[]; shownBytes: number } {
	const { bytes } = wire;
	const pieces: RawPiece[] = [];
	const starts = new Map(
		wireChunks(wire)
			.slice(1)
			.map(chunk => [chunk.from, chunk] as const),
	);
	let text = '';
	let isAtLineStart = true;
	const flush = () => {
		if (text === '') return;
		const field = isAtLineStart ? /^[^:]{1,64}(?=:)/.exec(text)?.[0] : undefined;
		if (field !== undefined) pieces.push({ kind: 'field', text: field });
		pieces.push({ kind: 'text', text: text.slice(field?.length ?? 0) });
		isAtLineStart = false;
		text = '';
	};
	const box = (word: string) => {
		flush();
		pieces.push({ kind: 'box', word });
	};
	let at = 0;
	while (at < bytes.length && pieces.length < maxPieces) {
		const { character, length } = characterAt(bytes, at);
		const isCr = character === '\r';
		if (character === undefined) box(`0x${bytes[at]!.toString(16).toUpperCase().padStart(2, '0')}`);
		else if (character === '\t' || isInert(character)) text += character;
		else box(nameOf(character));
		const next = at + length;
		const endsLine = character === '\n' || (isCr && bytes[next] !== 0x0a);
		// A chunk may have ended within a character, which then stands before the mark.
		for (let place = at + 1; place <= next; place++) {
			const chunk = starts.get(place);
			if (chunk === undefined) continue;
			flush();
			pieces.push({ kind: 'boundary', chunk: chunk.chunk, laterMs: chunk.laterMs ?? 0 });
		}
		if (endsLine) {
			if (next < bytes.length) pieces.push({ kind: 'newline' });
			isAtLineStart = true;
		}
		at = next;
	}
	flush();
	return { pieces, shownBytes: at };
}

/** The UTF-8 character that begins at `at`, and its bytes; without a character if none does. */
function characterAt(bytes: Uint8Array, at: number): { character?: string; length: number } {
	const lead = bytes[at]!;
	if (lead < 0x80) return { character: String.fromCharCode(lead), length: 1 };
	const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
	try {
		return { character: utf8.decode(bytes.subarray(at, at + length)), length };
	} catch {
		return { length: 1 };
	}
}
