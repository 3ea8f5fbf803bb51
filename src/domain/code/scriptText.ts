import { isRecord } from '../../base/isRecord';
import type { Variable } from '../variableText';
import { textParts } from './textParts';
import type { VariableNames } from './variableNames';

/** What cannot stand in a literal as it is, or would not be seen: U+2028 ends a line of a script. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const letters: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** `text` as a literal of JavaScript, on one line; its variables are read from the environment. */
export function scriptText(
	text: string,
	names: VariableNames,
	wrapped = (variable: string) => variable,
): string {
	const parts = textParts(text);
	const variable = (one: Variable) => wrapped(`process.env.${names.nameOf(one)}`);
	const [first] = parts;
	if (parts.length === 1 && typeof first === 'object') return variable(first);
	if (parts.every(part => typeof part === 'string')) return literalText(text);
	const inner = parts.map(part =>
		typeof part === 'string'
			? escaped(part, '`').replace(/\$(?=\{)/g, '\\$')
			: `\${${variable(part)}}`,
	);
	return `\`${inner.join('')}\``;
}

/** `text` as a literal of JavaScript, as it is: for what the server chose. */
export function literalText(text: string): string {
	return `'${escaped(text, "'")}'`;
}

/** The name of a property, in quotes where it needs them. */
export function propertyName(name: string): string {
	// Without brackets it would set the prototype.
	if (name === '__proto__') return "['__proto__']";
	return /^[A-Za-z_$][\w$]*$/.test(name) ? name : literalText(name);
}

/** A value of JSON as an expression, by lines indented from `indent` on. */
export function scriptValue(value: unknown, names: VariableNames, indent: string): string {
	const inner = `${indent}\t`;
	const lines = (open: string, items: readonly string[], close: string) =>
		items.length === 0
			? open + close
			: `${open}\n${items.map(item => `${inner}${item},\n`).join('')}${indent}${close}`;
	if (typeof value === 'string') return scriptText(value, names);
	if (Array.isArray(value)) {
		return lines(
			'[',
			value.map(item => scriptValue(item, names, inner)),
			']',
		);
	}
	if (!isRecord(value)) return JSON.stringify(value);
	const items = Object.entries(value).map(
		([name, item]) => `${propertyName(name)}: ${scriptValue(item, names, inner)}`,
	);
	return lines('{', items, '}');
}

function escaped(text: string, quote: string): string {
	return text
		.replace(/\\/g, '\\\\')
		.replaceAll(quote, `\\${quote}`)
		.replace(unseen, char => letters[char] ?? codeOf(char));
}

function codeOf(char: string): string {
	return char
		.split('')
		.map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
		.join('');
}
