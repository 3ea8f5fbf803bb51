/** Before these a slash divides; anywhere else in code it begins a regular expression. */
const endsValue = /[\w$)\]}'"`]\s*$/;
const beforeRegex = /\b(?:return|typeof|case|in|of|do|else|void|delete|throw|await|yield)\s*$/;
/** How far back is looked for what stands before a slash. */
const lookBack = 40;

const comment = /\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/y;
const quoted = /'(?:[^'\\\n]|\\[^])*(?:'|$)|"(?:[^"\\\n]|\\[^])*(?:"|$)/my;
const regex = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.){0,200}\]){1,500}\/[a-z]*/y;
/** Templates within templates, which nobody nests that deep. */
const maxDepth = 50;
const word = /[\w$]+|[^]/y;

/** Where the piece of a script at `at` ends: a comment, a string, a regular expression, a word, a character. */
export function codeAt(text: string, at: number, depth = 0): number {
	const char = text.charAt(at);
	if (char === '`') return templateEnd(text, at, depth);
	if (char === "'" || char === '"') return endOf(quoted, text, at) ?? at + 1;
	if (char === '/') {
		const before = text.slice(Math.max(0, at - lookBack), at);
		const divides = endsValue.test(before) && !beforeRegex.test(before);
		return endOf(comment, text, at) ?? (divides ? undefined : endOf(regex, text, at)) ?? at + 1;
	}
	return endOf(word, text, at) ?? at + 1;
}

/** The string that stands at `at`, without substitutions, and where it ends. */
export function stringLiteral(
	text: string,
	at: number,
): { readonly value: string; readonly end: number } | undefined {
	const literal = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\.|\$(?!\{))*`/y;
	literal.lastIndex = at;
	const [found] = literal.exec(text) ?? [];
	if (found === undefined) return undefined;
	// A URL has no use for other escapes.
	if (/\\[^\\'"`/$]/.test(found)) return undefined;
	return { value: found.slice(1, -1).replace(/\\(.)/g, '$1'), end: at + found.length };
}

/** The substitutions are code, with strings and templates of their own. */
function templateEnd(text: string, start: number, depth: number): number {
	if (depth > maxDepth) return text.length;
	for (let at = start + 1; at < text.length;) {
		const char = text.charAt(at);
		if (char === '`') return at + 1;
		if (char === '\\') at += 2;
		else if (char === '$' && text.charAt(at + 1) === '{') at = substitutionEnd(text, at + 2, depth);
		else at++;
	}
	return text.length;
}

function substitutionEnd(text: string, start: number, depth: number): number {
	for (let [at, open] = [start, 1]; at < text.length;) {
		const char = text.charAt(at);
		if (char === '{') open++;
		if (char === '}' && --open === 0) return at + 1;
		at = codeAt(text, at, depth + 1);
	}
	return text.length;
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
	pattern.lastIndex = at;
	return pattern.test(text) ? pattern.lastIndex : undefined;
}
