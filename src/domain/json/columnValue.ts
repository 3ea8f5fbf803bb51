import type { ColumnPath } from '../query/columnPath';
import type { JsonDocument, JsonValue } from './document';

const separator = ', ';
/** Of a string, an escape takes as many units for each one that it stands for. */
const maxEscapeLength = 6;
const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/**
 * What stands at the path, as it was sent, strings without their quotation marks and escapes; of
 * several values the first ones, with commas. `undefined`: nothing does.
 * @param maxLength In UTF-16 units; what is longer ends in an ellipsis.
 * @param isJson Strings as they were sent, too.
 */
export function columnValue(
	document: JsonDocument,
	{ steps }: ColumnPath,
	maxLength: number,
	isJson = false,
): string | undefined {
	const read = isJson ? sentText : plainText;
	let text: string | undefined;
	for (const value of valuesAt(document, document.root, steps, 0)) {
		const own = read(document, value, maxLength + 1);
		text = text === undefined ? own : text + separator + own;
		if (text.length > maxLength) return `${text.slice(0, maxLength - 1)}…`;
	}
	return text;
}

function* valuesAt(
	document: JsonDocument,
	value: JsonValue,
	steps: ColumnPath['steps'],
	at: number,
): Generator<JsonValue, void> {
	const step = steps[at];
	if (step === undefined) yield value;
	else if (typeof step === 'string') {
		const member = value.kind === 'object' ? document.member(value, step) : undefined;
		if (member !== undefined) yield* valuesAt(document, member, steps, at + 1);
	} else if (value.kind === 'array') {
		for (const item of itemsAt(document, value, step)) {
			yield* valuesAt(document, item, steps, at + 1);
		}
	}
}

function* itemsAt(
	document: JsonDocument,
	list: JsonValue,
	place: number | null,
): Generator<JsonValue, void> {
	// The last items, as many as are asked for.
	const last: JsonValue[] = [];
	let index = 0;
	for (const { value } of document.each(list)) {
		if (place === null) yield value;
		else if (place >= 0 && index++ === place) return yield value;
		else if (place < 0 && last.push(value) > -place) last.shift();
	}
	if (place !== null && place < 0 && last.length === -place) yield last[0]!;
}

function sentText({ text }: JsonDocument, { start, end }: JsonValue, maxLength: number): string {
	return text.slice(start, Math.min(end, start + maxLength));
}

function plainText(document: JsonDocument, value: JsonValue, maxLength: number): string {
	const { kind, start, end } = value;
	const { text } = document;
	if (kind !== 'string') return sentText(document, value, maxLength);
	const from = start + 1;
	return text
		.slice(from, Math.min(end - 1, from + maxLength * maxEscapeLength))
		.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code?: string, letter = '') =>
			code === undefined ? (escapes[letter] ?? letter) : String.fromCharCode(parseInt(code, 16)),
		)
		.slice(0, maxLength);
}
