import type { Entry } from '../../../domain/entry';
import { parsed } from '../json/cutJson';
import { JsonProblem } from '../json/jsonProblem';
import { soundEntry } from '../sound/soundEntry';
import { textLines } from './textLines';

/** An event of 16 MB whose every character is escaped. */
const maxLineBytes = 128_000_000;

/**
 * The entries of a file with one a line.
 * @throws JsonProblem if a line is none.
 */
export function* readJsonl(chunks: Iterable<Uint8Array>): Generator<Entry> {
	for (const { line, text } of textLines(chunks, maxLineBytes)) {
		if (text.trim() === '') continue;
		const entry = soundEntry(parsed(text, line));
		if (typeof entry === 'string') throw new JsonProblem(line, entry);
		yield entry;
	}
}
