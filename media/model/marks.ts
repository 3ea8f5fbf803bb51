import type { Marks } from '../../src/domain/query/marks';
import type { JsonPath } from '../../src/domain/query/query';
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
			const value = document && valueAt(document, path);
			if (value !== undefined) ranges.push({ from: value.start, to: value.end });
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

function valueAt(document: JsonDocument, path: JsonPath): JsonValue | undefined {
	let value: JsonValue | undefined = document.root;
	for (const step of path) {
		if (value === undefined) return undefined;
		value = document.member(value, step);
	}
	return value;
}
