import type { Marks } from '../../src/domain/query/marks';
import type { JsonPlaces } from '../../src/domain/query/query';
import { JsonDocument, type JsonValue } from '../../src/domain/json/document';

/** A part of a text: `from … to - 1`. */
export interface TextRange {
	readonly from: number;
	readonly to: number;
}

/** A row has no room for more. */
const maxRanges = 20;

/** Where `text`, which is no data, has what is marked anywhere: in order, without overlaps. */
export function markedIn(text: string, { anywhere }: Marks): TextRange[] {
	return tidy(occurrences(text, anywhere));
}

/** Where the data of a row has what is marked. */
export function markedInData(data: string, { anywhere, inData, paths }: Marks): TextRange[] {
	const ranges = occurrences(data, [...anywhere, ...inData]);
	if (paths.length > 0) {
		const document = JsonDocument.parse(data);
		for (const path of paths) {
			for (const { start, end } of document ? valuesAt(document, path) : []) {
				ranges.push({ from: start, to: end });
			}
		}
	}
	return tidy(ranges);
}

function occurrences(text: string, words: readonly string[]): TextRange[] {
	const found: TextRange[] = [];
	const lower = text.toLowerCase();
	// A few letters change their length in lower case; then nothing is where it seems to be.
	if (lower.length !== text.length) return found;
	for (const word of words) {
		let at = word === '' ? -1 : lower.indexOf(word);
		for (let count = 0; at >= 0 && count < maxRanges; count++) {
			found.push({ from: at, to: at + word.length });
			at = lower.indexOf(word, at + word.length);
		}
	}
	return found;
}

function tidy(ranges: TextRange[]): TextRange[] {
	let end = 0;
	return ranges
		.sort((a, b) => a.from - b.from)
		.filter(range => {
			const isFree = range.from >= end;
			if (isFree) end = range.to;
			return isFree;
		});
}

function valuesAt(document: JsonDocument, path: JsonPlaces): JsonValue[] {
	const next = (value: JsonValue, step: JsonPlaces[number]) => {
		if (step !== null) return document.member(value, step) ?? [];
		return value.kind === 'array' ? [...document.each(value)].map(item => item.value) : [];
	};
	return path.reduce<JsonValue[]>(
		(values, step) => values.flatMap(value => next(value, step)),
		[document.root],
	);
}
