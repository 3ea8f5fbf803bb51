import type { JsonPlaces } from './query';
import { endOfQuoted, unquote } from './scan';

/** What stands before a colon, if it can be the name of a field at all. */
export interface WrittenName {
	/** As typed, path included. */
	readonly text: string;
	/** The part before the path, as typed. */
	readonly root: string;
	/** `undefined`: the path is not one. */
	readonly path: JsonPlaces | undefined;
	/** Where the colon stands. */
	readonly to: number;
}

const rootPattern = /[\p{L}_$@][\p{L}\p{N}_$@-]*/uy;
const keyPattern = /[^\s.[\]:"(){},;=<>]+/uy;
const indexPattern = /\[(-?\d{1,9})\]/y;

/** The name of a field at `at`, with its colon; `undefined` if what stands there is just text. */
export function readName(text: string, at: number): WrittenName | undefined {
	const root = match(rootPattern, text, at);
	if (root === undefined) return undefined;
	let to = at + root.length;
	const path: (string | number | null)[] = [];
	while (text[to] !== ':') {
		const step = readStep(text, to);
		if (step === undefined) return readBadPath(text, at, root, to);
		path.push(step.key);
		to = step.to;
	}
	return { text: text.slice(at, to), root, path, to };
}

/** The key or the place at `at`, `null` for every place, and where it ends; `undefined` if there is none. */
export function readStep(
	text: string,
	at: number,
): { key: string | number | null; to: number } | undefined {
	if (text.startsWith('[*]', at)) return { key: null, to: at + 3 };
	const index = match(indexPattern, text, at);
	if (index !== undefined) return { key: Number(index.slice(1, -1)), to: at + index.length };
	const isBracket = text[at] === '[';
	if (!isBracket && text[at] !== '.') return undefined;
	if (text[at + 1] !== '"') {
		const key = isBracket ? undefined : match(keyPattern, text, at + 1);
		return key === undefined ? undefined : { key, to: at + 1 + key.length };
	}
	const end = endOfQuoted(text, at + 1);
	if (end === undefined || (isBracket && text[end] !== ']')) return undefined;
	return { key: unquote(text.slice(at + 1, end)), to: isBracket ? end + 1 : end };
}

/** `data..price:1` was meant as a path, `foo(bar):1` was not. */
function readBadPath(text: string, at: number, root: string, to: number): WrittenName | undefined {
	if (text[at + root.length] !== '.' && text[at + root.length] !== '[') return undefined;
	const rest = match(/[^\s:]*(?=:)/y, text, to);
	if (root.toLowerCase() !== 'data' || rest === undefined) return undefined;
	to += rest.length;
	return { text: text.slice(at, to), root, path: undefined, to };
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
	const sticky = new RegExp(pattern);
	sticky.lastIndex = at;
	return sticky.exec(text)?.[0];
}
