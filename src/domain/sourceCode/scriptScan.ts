import { maxScannedLength, type FoundRequest } from './foundRequest';
import { codeAt, stringLiteral } from './scriptText';

/** What makes a stream, up to its first argument. */
const call =
	/(?:new\s+(?:(?:window|self|globalThis)\s*\.\s*)?EventSource|fetchEventSource)\s*\(\s*/y;

/**
 * The streams in JavaScript or TypeScript whose URL stands there as a string: `new EventSource('…')` and
 * `fetchEventSource('…')`. What is in comments, strings and regular expressions does not count.
 */
export function scanScript(text: string): FoundRequest[] {
	if (text.length > maxScannedLength || !/EventSource\s*\(/.test(text)) return [];
	const found: FoundRequest[] = [];
	for (let at = 0; at < text.length;) {
		const begins = !/[\w$.]/.test(text.charAt(at - 1)) && /[nf]/.test(text.charAt(at));
		call.lastIndex = at;
		const match = begins ? call.exec(text) : null;
		if (match === null) {
			at = codeAt(text, at);
			continue;
		}
		const start = at;
		at += match[0].length;
		const url = stringLiteral(text, at);
		if (url === undefined) continue;
		at = url.end;
		const next = /\s*([,)])/y;
		next.lastIndex = at;
		const separator = next.exec(text);
		// Part of an expression: its value is not known here.
		if (separator === null) continue;
		const isFetch = match[0].startsWith('f');
		const method = isFetch && separator[1] === ',' ? methodAfter(text, at) : undefined;
		found.push({ start, end: at, url: url.value, ...(method && { method }), missing: [] });
	}
	return found;
}

/** The same in a page or a component, in whose `<script>` elements the code stands. */
export function scanMarkup(text: string): FoundRequest[] {
	if (text.length > maxScannedLength) return [];
	const found: FoundRequest[] = [];
	const opening = /<!--|<script\b[^<>]*>/gi;
	for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
		const closing = match[0] === '<!--' ? /-->/g : /<\/script\s*>/gi;
		const start = opening.lastIndex;
		closing.lastIndex = start;
		const end = closing.exec(text);
		// What does not end is no script yet, and nothing after it would be found either.
		if (end === null) break;
		opening.lastIndex = closing.lastIndex;
		if (match[0] === '<!--') continue;
		for (const one of scanScript(text.slice(start, end.index))) {
			found.push({ ...one, start: one.start + start, end: one.end + start });
		}
	}
	return found;
}

/** The `method` in the options that follow, if it is a string, and not one of an object within. */
function methodAfter(text: string, from: number): string | undefined {
	const options = /\s*,\s*\{/y;
	options.lastIndex = from;
	if (!options.test(text)) return undefined;
	for (let [at, depth] = [options.lastIndex, 1]; at < text.length && depth > 0;) {
		const property = /\bmethod\s*:\s*/y;
		property.lastIndex = at;
		const match = depth === 1 ? property.exec(text) : null;
		if (match !== null) {
			const method = stringLiteral(text, at + match[0].length)?.value.toUpperCase();
			return method !== undefined && /^[A-Z]+$/.test(method) && method !== 'GET'
				? method
				: undefined;
		}
		const char = text.charAt(at);
		if ('{[('.includes(char)) depth++;
		if ('}])'.includes(char)) depth--;
		at = codeAt(text, at);
	}
	return undefined;
}
