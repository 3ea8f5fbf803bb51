import * as l10n from '@vscode/l10n';
import { JsonProblem } from '../json/jsonProblem';

const LF = 0x0a;

/** A line of a text, without its line end. */
export interface TextLine {
	/** From 1. */
	readonly line: number;
	readonly text: string;
}

/**
 * The lines of a text in UTF-8.
 * @throws JsonProblem if one is longer than `maxBytes`, or is no UTF-8.
 */
export function* textLines(chunks: Iterable<Uint8Array>, maxBytes: number): Generator<TextLine> {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	let parts: Uint8Array[] = [];
	let sizeBytes = 0;
	let line = 1;
	const add = (part: Uint8Array) => {
		sizeBytes += part.length;
		if (sizeBytes > maxBytes) {
			throw new JsonProblem(line, l10n.t`the line is longer than ${maxBytes / 1e6} MB`);
		}
		parts.push(part);
	};
	const take = (): TextLine => {
		const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
		parts = [];
		sizeBytes = 0;
		try {
			return { line: line++, text: decoder.decode(bytes) };
		} catch {
			throw new JsonProblem(line - 1, l10n.t('the text is not valid UTF-8'));
		}
	};
	for (const chunk of chunks) {
		let start = 0;
		for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, start)) {
			add(chunk.subarray(start, end));
			yield take();
			start = end + 1;
		}
		if (start < chunk.length) add(chunk.subarray(start));
	}
	if (parts.length > 0) yield take();
}
