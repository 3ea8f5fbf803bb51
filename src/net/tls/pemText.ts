/** Whether `text` is PEM, and not the path of a file. */
export function isPem(text: string): boolean {
	return text.includes('-----BEGIN ');
}

/** The blocks in `text` whose label fits. */
export function pemBlocks(text: string, label: RegExp): string[] {
	return [...text.matchAll(/-----BEGIN ([^-\n]+)-----[^]*?-----END \1-----/g)]
		.filter(match => label.test(match[1] ?? ''))
		.map(match => match[0]);
}

/**
 * PEM with its line ends: an environment variable often has `\n` in their place, and a line of input a
 * space.
 */
export function mendedPem(text: string): string {
	const unescaped = text.replaceAll('\\r', '').replaceAll('\\n', '\n');
	if (/-----BEGIN [^-\n]+-----\s*?\n/.test(unescaped)) return unescaped;
	return unescaped.replace(
		/(-----BEGIN ([^-\n]+)-----)([^]*?)(-----END \2-----)/g,
		(_, begin: string, __, body: string, end: string) =>
			`${begin}\n${body.replace(/\s+/g, '\n').trim()}\n${end}\n`,
	);
}
