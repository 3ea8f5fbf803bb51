import type { Variable } from '../variableText';
import { textParts } from './textParts';
import type { VariableNames } from './variableNames';

/**
 * `text` as one word of a POSIX shell, whatever is in it but NUL; each of its variables is one of the
 * shell's.
 */
export function shellQuoted(text: string, names: VariableNames): string {
	const parts = textParts(text);
	const literals = parts.filter(part => typeof part === 'string');
	const hasVariable = literals.length < parts.length;
	if (!hasVariable) return singleQuoted(text);
	// Within double quotes these mean something, ! to a shell that one types into.
	if (literals.some(literal => /[$`"\\!]/.test(literal))) {
		return parts
			.map(part => (typeof part === 'string' ? singleQuoted(part) : `"$${names.nameOf(part)}"`))
			.join('');
	}
	const words = parts.map((part, index) =>
		typeof part === 'string' ? part : reference(part, parts[index + 1], names),
	);
	return `"${words.join('')}"`;
}

/** `text` as one word of a POSIX shell, whatever is in it but NUL. */
export function singleQuoted(text: string): string {
	return `'${text.replace(/'/g, `'\\''`)}'`;
}

/** Braces where what follows would belong to the name, or, in zsh, say what to do with it. */
function reference(
	variable: Variable,
	next: string | Variable | undefined,
	names: VariableNames,
): string {
	const name = names.nameOf(variable);
	const isAlone = next === undefined || typeof next !== 'string' || /^[\s/&,;=']/.test(next);
	return isAlone ? `$${name}` : `\${${name}}`;
}
