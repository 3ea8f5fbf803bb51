import type { TextRange } from './marks';

/** Text to show as it is, or a word that stands boxed for a character without a shape of its own. */
export type Piece = ({ readonly text: string } | { readonly box: string }) & {
	/** What a filter looks for. */
	readonly isMarked?: boolean;
};

/*
 * What could act instead of being seen: control characters, what turns the direction of writing,
 * what has no width, line ends that are none, halves of characters. A joiner within an emoji stays.
 */
const pattern =
	/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d|[\ud800-\udfff]/u;
const every = new RegExp(pattern, 'gu');

const controlNames =
	'NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(
		' ',
	);

/** The word for a character that is not to act: `ESC`, `BOM`, `U+202E`. */
export function nameOf(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	if (code === 0xfeff) return 'BOM';
	if (code === 0x7f) return 'DEL';
	return controlNames[code] ?? `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Whether `text` can be shown as it is. */
export function isInert(text: string): boolean {
	return !pattern.test(text);
}

/** `text` on one line, nothing in it acting, with `marked` parts of it: in order, without overlaps. */
export function linePieces(text: string, marked: readonly TextRange[] = []): Piece[] {
	let end = 0;
	const found: Piece[] = [];
	for (const { from, to } of marked) {
		found.push(...plainPieces(text.slice(end, from)));
		found.push(...plainPieces(text.slice(from, to)).map(piece => ({ ...piece, isMarked: true })));
		end = to;
	}
	return [...found, ...plainPieces(text.slice(end))];
}

function plainPieces(text: string): Piece[] {
	return pieces(text.replaceAll('\r\n', '\n'), character => {
		if (character === '\n' || character === '\r') return { text: '↵' };
		return character === '\t' ? { text: ' ' } : { box: nameOf(character) };
	});
}

/** `text` with its line ends and tabs, nothing else in it acting. */
export function blockPieces(text: string): Piece[] {
	return pieces(text, (character, at) => {
		if (character === '\n' || character === '\t') return { text: character };
		if (character === '\r') return text[at + 1] === '\n' ? { text: '' } : { text: '\n' };
		return { box: nameOf(character) };
	});
}

/** `text` as a plain string on one line, for titles and labels. */
export function inertLine(text: string): string {
	if (isInert(text)) return text;
	return linePieces(text)
		.map(piece => ('text' in piece ? piece.text : `[${piece.box}]`))
		.join('');
}

function pieces(text: string, replace: (character: string, at: number) => Piece): Piece[] {
	if (isInert(text)) return [{ text }];
	const found: Piece[] = [];
	let plain = '';
	let end = 0;
	for (const match of text.matchAll(every)) {
		plain += text.slice(end, match.index);
		end = match.index + match[0].length;
		const piece = replace(match[0], match.index);
		if ('text' in piece) {
			plain += piece.text;
			continue;
		}
		if (plain !== '') found.push({ text: plain });
		found.push(piece);
		plain = '';
	}
	plain += text.slice(end);
	if (plain !== '') found.push({ text: plain });
	return found;
}
