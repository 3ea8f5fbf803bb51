/** Where the objects and arrays of a JSON text begin and end, in the order in which they begin. */
export interface Containers {
	readonly starts: readonly number[];
	/** The index after the closing bracket. */
	readonly ends: readonly number[];
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const quote = 0x22;
const comma = 0x2c;

/** The index of the first character from `at` on that is no white space of JSON. */
export function skipSpace(text: string, at: number): number {
	for (;;) {
		const code = text.charCodeAt(at);
		if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
		at++;
	}
}

/** The index after the string that begins at `at`; -1 if none does. */
export function skipString(text: string, at: number): number {
	if (text.charCodeAt(at) !== quote) return -1;
	for (let i = at + 1; i < text.length;) {
		const code = text.charCodeAt(i);
		if (code === quote) return i + 1;
		if (code < 0x20) return -1;
		if (code !== 0x5c) {
			i++;
			continue;
		}
		escape.lastIndex = i;
		if (!escape.test(text)) return -1;
		i = escape.lastIndex;
	}
	return -1;
}

/** The index after the number, `true`, `false` or `null` that begins at `at`; -1 if none does. */
export function skipScalar(text: string, at: number): number {
	const first = text.charCodeAt(at);
	if (first === 0x74) return text.startsWith('true', at) ? at + 4 : -1;
	if (first === 0x66) return text.startsWith('false', at) ? at + 5 : -1;
	if (first === 0x6e) return text.startsWith('null', at) ? at + 4 : -1;
	number.lastIndex = at;
	return number.test(text) ? number.lastIndex : -1;
}

/**
 * Checks a JSON text (RFC 8259) and finds its containers; `undefined` if it is none. Nothing is
 * converted: numbers and doubled keys stay as they were sent. Without recursion, so that no depth of
 * nesting exhausts the stack.
 */
export function scanJson(text: string): Containers | undefined {
	const starts: number[] = [];
	const ends: number[] = [];
	/** Places in `starts` of the containers that are open. */
	const open: number[] = [];
	let at = skipSpace(text, 0);
	for (;;) {
		const code = text.charCodeAt(at);
		if (code === openBrace || code === openBracket) {
			open.push(starts.length);
			starts.push(at);
			ends.push(0);
			at = skipSpace(text, at + 1);
			const isEmpty = text.charCodeAt(at) === (code === openBrace ? closeBrace : closeBracket);
			if (!isEmpty) {
				if (code === openBrace) at = skipKey(text, at);
				if (at < 0) return undefined;
				continue;
			}
		} else {
			at = code === quote ? skipString(text, at) : skipScalar(text, at);
			if (at < 0) return undefined;
		}
		// After a value: the containers that end here, then a comma.
		for (;;) {
			at = skipSpace(text, at);
			const place = open.at(-1);
			if (place === undefined) return at === text.length ? { starts, ends } : undefined;
			const isObject = text.charCodeAt(starts[place]!) === openBrace;
			const next = text.charCodeAt(at);
			if (next === comma) {
				at = skipSpace(text, at + 1);
				if (isObject) at = skipKey(text, at);
				if (at < 0) return undefined;
				break;
			}
			if (next !== (isObject ? closeBrace : closeBracket)) return undefined;
			at++;
			ends[place] = at;
			open.pop();
		}
	}
}

/** The index of the value after the key that begins at `at`; -1 if none does. */
function skipKey(text: string, at: number): number {
	const end = skipString(text, at);
	if (end < 0) return -1;
	const colon = skipSpace(text, end);
	return text.charCodeAt(colon) === 0x3a ? skipSpace(text, colon + 1) : -1;
}
