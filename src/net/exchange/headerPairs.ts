/** Names and values of name, value, name, value …, as Node gives them. */
export function headerPairs(rawHeaders: readonly string[]): (readonly [string, string])[] {
	const headers: (readonly [string, string])[] = [];
	for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
		headers.push([rawHeaders[i] ?? '', rawHeaders[i + 1] ?? '']);
	}
	return headers;
}
