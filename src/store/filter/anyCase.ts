/*
 * Text is compared in any case: letters of ASCII as such, others by Unicode's case folding.
 */

/** The text to be found as it is, in a regular expression with the `u` flag. */
function escapeRegex(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Whether the text has ASCII alone. */
function isAsciiText(text: string): boolean {
	return /^\p{ASCII}*$/u.test(text);
}

/** Whether its bytes can be compared, letters of ASCII in any case: it has no others that have cases. */
export function isComparedByBytes(text: string): boolean {
	return isAsciiText(text) || text.toLowerCase() === text.toUpperCase();
}

/** What finds the text in any case. An expression without `u` leaves ſ and K apart from s and k. */
export function findsInAnyCase(text: string): RegExp {
	return new RegExp(escapeRegex(text), isComparedByBytes(text) ? 'i' : 'iu');
}

/** What finds a text that is `text` in any case. */
export function equalsInAnyCase(text: string): (other: string) => boolean {
	if (isComparedByBytes(text)) {
		const lower = lowerAscii(text);
		return other => other.length === text.length && lowerAscii(other) === lower;
	}
	const pattern = new RegExp(`^(?:${escapeRegex(text)})$`, 'iu');
	return other => pattern.test(other);
}

/** What finds a text that is as `pattern` says, in which `*` stands for any characters. */
export function wildcardInAnyCase(pattern: string): RegExp {
	const source = pattern.split('*').map(escapeRegex).join('.*');
	return new RegExp(`^${source}$`, isAsciiText(pattern) ? 'is' : 'isu');
}

function lowerAscii(text: string): string {
	return text.replace(/[A-Z]+/g, letters => letters.toLowerCase());
}
