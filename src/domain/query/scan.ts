/*
 * Where the pieces of a filter end. Each function is given the whole text and where a piece begins,
 * and gives the place after it. What people paste is the reason for most of it: a URL, a call, a
 * piece of JSON is one piece of text, without any quoting.
 */

/** Whether a term may end at `at`. */
export function isBoundary(text: string, at: number): boolean {
	return at >= text.length || text[at] === ')' || isSpace(text[at]);
}

export function isSpace(character: string | undefined): boolean {
	return character !== undefined && /\s/.test(character);
}

/** After the quotation mark that closes the one at `at`; `undefined` if none does. */
export function endOfQuoted(text: string, at: number): number | undefined {
	for (let i = at + 1; i < text.length; i++) {
		if (text[i] === '\\') i++;
		else if (text[i] === '"') return i + 1;
	}
	return undefined;
}

/** What a quoted piece says. A backslash escapes a quotation mark and itself, and is else one. */
export function unquote(piece: string): string {
	return piece.slice(1, -1).replace(/\\(["\\])/g, '$1');
}

/** After the slash that closes the one at `at`; `undefined` if none does. */
export function endOfRegex(text: string, at: number): number | undefined {
	let inClass = false;
	for (let i = at + 1; i < text.length; i++) {
		const character = text[i];
		if (character === '\\') i++;
		else if (character === '[') inClass = true;
		else if (character === ']') inClass = false;
		else if (character === '/' && !inClass) return i + 1;
	}
	return undefined;
}

/**
 * After an unquoted piece: it ends at a space, or at a parenthesis that closes none of its own. A
 * space between quotation marks does not end it, nor one within JSON that it begins with.
 */
export function endOfBare(text: string, at: number): number {
	let open = 0;
	let i = at;
	const first = text[at];
	if (first === '{' || first === '[') i = endOfJson(text, at) ?? at;
	for (; i < text.length && !isSpace(text[i]); i++) {
		const character = text[i];
		if (character === '(') open++;
		else if (character === ')' && open-- === 0) break;
		else if (character === '"') i = (endOfQuoted(text, i) ?? i + 1) - 1;
	}
	return i;
}

/** After the bracket that closes the one at `at`, as in JSON; `undefined` if none does. */
function endOfJson(text: string, at: number): number | undefined {
	const closers: string[] = [];
	for (let i = at; i < text.length; i++) {
		const character = text[i];
		if (character === '{') closers.push('}');
		else if (character === '[') closers.push(']');
		else if (character === '}' || character === ']') {
			if (closers.pop() !== character) return undefined;
			if (closers.length === 0) return i + 1;
		} else if (character === '"') {
			const end = endOfQuoted(text, i);
			if (end === undefined) return undefined;
			i = end - 1;
		}
	}
	return undefined;
}
