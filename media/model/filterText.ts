/** Whether the whole text is one regular expression between slashes. */
export function isRegex(text: string): boolean {
	return /^\/(?:[^\\/]|\\.)+\/i?$/.test(text.trim());
}

/** The text as a regular expression, or a regular expression as text. */
export function toggleRegex(text: string): string {
	const trimmed = text.trim();
	if (!isRegex(trimmed)) return `/${trimmed.replace(/\\?\//g, '\\/')}/`;
	return trimmed.replace(/^\/|\/i?$/g, '').replaceAll('\\/', '/');
}

/** `text` with `term` put in at the caret, set apart by spaces, and where the caret stands then. */
export function insertTerm(
	text: string,
	caret: number,
	term: string,
): { text: string; caret: number } {
	const before = text.slice(0, caret);
	const after = text.slice(caret);
	const left = before === '' || /[\s(-]$/.test(before) ? before : `${before} `;
	const right = after === '' || /^[\s)]/.test(after) ? after : ` ${after}`;
	return { text: left + term + right, caret: left.length + term.length };
}
