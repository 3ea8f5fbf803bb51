import { replaceVariables, type Variable } from '../variableText';

/** `text` as what it consists of: text that stays, and variables, in order. None of the texts is empty. */
export function textParts(text: string): (string | Variable)[] {
	const parts: (string | Variable)[] = [];
	replaceVariables(
		text,
		variable => {
			parts.push(variable);
			return '';
		},
		literal => {
			if (literal !== '') parts.push(literal);
			return '';
		},
	);
	return parts;
}
