/** What bash makes of a backslash and one letter within `$'…'`. */
const letters: Readonly<Record<string, string>> = {
	a: '\x07',
	b: '\b',
	e: '\x1b',
	E: '\x1b',
	f: '\f',
	n: '\n',
	r: '\r',
	t: '\t',
	v: '\v',
};

const escape =
	/\\(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|c([^])|([^]))/g;

/** The text of a `$'…'`, given what stands between the quotes. */
export function ansiText(quoted: string): string {
	let text = '';
	let bytes: number[] = [];
	let at = 0;
	const flush = () => {
		text += utf8Text(bytes);
		bytes = [];
	};
	for (const match of quoted.matchAll(escape)) {
		const before = quoted.slice(at, match.index);
		if (before !== '') flush();
		text += before;
		at = match.index + match[0].length;
		const [, hex, octal, short, long, control, letter] = match;
		const byte = hex !== undefined ? parseInt(hex, 16) : octal && parseInt(octal, 8) & 0xff;
		if (typeof byte === 'number') {
			bytes.push(byte);
			if (byte !== 0) continue;
			// As in bash, where text ends at its first NUL.
			bytes.pop();
			flush();
			return text;
		}
		flush();
		if (control !== undefined) text += String.fromCharCode(control.charCodeAt(0) & 31);
		else if (letter !== undefined) text += letters[letter] ?? escapedLetter(letter);
		else text += characterText(parseInt(short ?? long ?? '', 16));
	}
	flush();
	return text + quoted.slice(at);
}

/** The place of the quote that closes a `$'…'` whose text begins at `from`; -1 if there is none. */
export function endOfAnsi(line: string, from: number): number {
	for (let at = from; at < line.length; at++) {
		if (line[at] === '\\') at++;
		else if (line[at] === "'") return at;
	}
	return -1;
}

function escapedLetter(letter: string): string {
	return /[\\'"?]/.test(letter) ? letter : `\\${letter}`;
}

function characterText(code: number): string {
	return code > 0x10ffff ? '\ufffd' : String.fromCharCode(...utf16(code));
}

/** A surrogate half stays one: two in a row make the character that they mean. */
function utf16(code: number): number[] {
	if (code < 0x10000) return [code];
	return [0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff)];
}

/** `\xc3\xbc` is one letter: what stands in bytes is UTF-8. */
function utf8Text(bytes: readonly number[]): string {
	const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	return bytes.length === 0 ? '' : decoder.decode(Uint8Array.from(bytes));
}
