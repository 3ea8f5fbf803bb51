/**
 * A value of a header as HTTP carries it. RFC 9110, 5.5: "A field value does not include leading or trailing
 * whitespace." In HTTP/1.1 it is lost on the way; by HTTP/2 a receiver drops the header, or resets the stream.
 */
export function fieldValue(text: string): string {
	let [start, end] = [0, text.length];
	while (start < end && isSpace(text[start])) start++;
	while (end > start && isSpace(text[end - 1])) end--;
	return text.slice(start, end);
}

function isSpace(char: string | undefined): boolean {
	return char === ' ' || char === '\t';
}
