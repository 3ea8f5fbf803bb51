/** Lines of a text, by their numbers from 0, both included. */
export interface LineRange {
	readonly start: number;
	readonly end: number;
}

/**
 * The blocks of an event stream that have more than one line: those that can be folded.
 * @param count how many lines there are
 * @param isBlank whether there is nothing on a line
 */
export function foldableBlocks(count: number, isBlank: (line: number) => boolean): LineRange[] {
	const blocks: LineRange[] = [];
	let start = 0;
	for (let line = 0; line <= count; line++) {
		if (line < count && !isBlank(line)) continue;
		if (line - start > 1) blocks.push({ start, end: line - 1 });
		start = line + 1;
	}
	return blocks;
}
