const LF = 0x0a;
const CR = 0x0d;

/** One line of a block. */
export interface FieldLine {
	/** Bytes from the block's first, and bytes with the line end. */
	readonly start: number;
	readonly size: number;
	/** Without the line end. */
	readonly bytes: Uint8Array;
	readonly text: string;
	/** `undefined` for a comment. */
	readonly field: string | undefined;
	readonly value: string;
}

/** The lines of a block, blank ones left out, each with its place and its field. */
export function fieldLines(block: Uint8Array, decode: (bytes: Uint8Array) => string): FieldLine[] {
	const lines: FieldLine[] = [];
	let start = 0;
	while (start < block.length) {
		let end = start;
		while (end < block.length && block[end] !== LF && block[end] !== CR) end++;
		let next = Math.min(end + 1, block.length);
		if (block[end] === CR && block[next] === LF) next++;
		if (end > start) lines.push(fieldLine(block, start, end, next, decode));
		start = next;
	}
	return lines;
}

function fieldLine(
	block: Uint8Array,
	start: number,
	end: number,
	next: number,
	decode: (bytes: Uint8Array) => string,
): FieldLine {
	const bytes = block.subarray(start, end);
	const text = decode(bytes);
	// [spec] "If the line starts with a U+003A COLON character (:): Ignore the line." It is shown.
	// [spec] "If the line contains a U+003A COLON character (:): Collect the characters on the line before
	// the first U+003A COLON character (:), and let field be that string."
	// [spec] "Otherwise, the string is not empty but does not contain a U+003A COLON character (:): Process the
	// field […] using the whole line as the field name, and the empty string as the field value."
	const colon = text.indexOf(':');
	let value = colon === -1 ? '' : text.slice(colon + 1);
	// [spec] "If value starts with a U+0020 SPACE character, remove it from value."
	if (value.startsWith(' ')) value = value.slice(1);
	return {
		start,
		size: next - start,
		bytes,
		text,
		field: colon === 0 ? undefined : colon === -1 ? text : text.slice(0, colon),
		value,
	};
}
