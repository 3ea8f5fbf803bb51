import * as l10n from '@vscode/l10n';
import { assertNever } from '../../base/assertNever';
import type { WrittenName } from './fieldName';
import { fieldNamed, fieldNames, fields, type Field } from './fields';
import type { GivenValue, Token, Value } from './lexer';
import { failToMeasure, readNumber, readNumberRange, readTime } from './numbers';
import { cited, fail, quoted } from './problem';
import type { FieldTerm, FieldTest, Query } from './query';
import { failToCompare, readKinds, readState, readWords, regexTest } from './words';

type Given = GivenValue & { readonly value: Value };

/**
 * What a field with its value asks for.
 * @param text the whole filter.
 * @throws QueryFailure if there is no such field, or the value is not for it.
 */
export function toFieldTerm(token: Token & { type: 'field' }, text: string): Query {
	const { name, given, from, to } = token;
	const field = fieldNamed(name.root);
	if (name.path === undefined) {
		fail({ from, to: name.to }, l10n.t`${cited(name.text)} is not a path.`, {
			hint: l10n.t('Write data.key, data.list[0].key or data["any key"].'),
		});
	}
	if (field === undefined || (name.path.length > 0 && !field.hasPath)) {
		failToFindField(name, text.slice(given.from, given.to), from);
	}
	const { value } = given;
	if (value === undefined) {
		const next = /^\s+([^\s()]+)/.exec(text.slice(to))?.[1];
		const example = next === undefined ? field.example : `${text.slice(from, to)}${next}`;
		fail({ from, to }, l10n.t`${cited(text.slice(from, to))} has no value.`, {
			hint: l10n.t`Write it without a space, for example ${example}.`,
		});
	}
	if (value.type === 'bare' && value.text.startsWith('(') && !value.text.endsWith(')')) {
		fail(value, l10n.t('A field cannot be asked for a group.'), {
			hint: l10n.t`Repeat the field: (${field.name}:a OR ${field.name}:b).`,
		});
	}
	const path = name.path.length > 0 ? { path: name.path } : {};
	const terms = readTests(field, name, { ...given, value }).map((test): FieldTerm => ({
		type: 'field',
		field: field.name,
		...path,
		test,
		from,
		to,
	}));
	const [only] = terms;
	return terms.length === 1 && only !== undefined ? only : { type: 'or', terms, from, to };
}

function readTests(field: Field, name: WrittenName, given: Given): readonly FieldTest[] {
	const { comparison, value } = given;
	const isPlain = comparison === undefined && value.type === 'bare';
	const isCompared = comparison !== undefined && comparison !== '=';
	const text = value.type === 'regex' ? '' : value.text;
	switch (field.valueType) {
		case 'kind':
			return [readKinds(field, given)];
		case 'state':
			return [readState(field, given)];
		case 'word': {
			const range = isPlain && field.isOrdered ? readNumberRange(text, 'json') : undefined;
			if (range !== undefined) return [range];
			if (!isCompared) return readWords(value, comparison === '=');
			if (!field.isOrdered) failToCompare(field, given);
			return [readNumber(text, 'json', comparison) ?? failToMeasure(field, given, 'word')];
		}
		case 'text':
			return [readTextTest(field, name, given)];
		case 'sizeBytes':
		case 'durationMs':
		case 'time':
		case 'count': {
			if (isPlain && text === '*') return [{ type: 'exists' }];
			if (value.type === 'quoted' && text === '' && !isCompared) return [{ type: 'none' }];
			const test =
				field.valueType === 'time'
					? readTime(text, comparison)
					: ((comparison === undefined ? readNumberRange(text, field.valueType) : undefined) ??
						readNumber(text, field.valueType, comparison, field.isRounded));
			return [test ?? failToMeasure(field, given, field.valueType)];
		}
		default:
			return assertNever(field.valueType);
	}
}

function readTextTest(field: Field, name: WrittenName, given: Given): FieldTest {
	const { comparison, value } = given;
	if (value.type === 'regex') {
		if (comparison !== undefined && comparison !== '=') failToMeasure(field, given, 'json');
		return regexTest(value);
	}
	const { text } = value;
	const isQuoted = value.type === 'quoted';
	if (comparison === '=') return { type: 'equals', text, isQuoted };
	if (comparison !== undefined) {
		return readNumber(text, 'json', comparison) ?? failToMeasure(field, given, 'json');
	}
	if (text === '') return { type: 'none' };
	if (!isQuoted && text === '*') return { type: 'exists' };
	// In the data as a whole, 1..5 is text more often than not.
	const range = isQuoted || name.path?.length === 0 ? undefined : readNumberRange(text, 'json');
	return range ?? { type: 'contains', text };
}

function failToFindField(name: WrittenName, value: string, from: number): never {
	const wanted = name.root.toLowerCase();
	const meant = fields.find(
		(field: Field) =>
			field.alsoCalled?.some(other => other.toLowerCase() === wanted) || isSlip(wanted, field.name),
	);
	const isField = fieldNamed(name.root) !== undefined;
	const hints = [
		meant && !isField ? l10n.t`Did you mean ${meant.name}:${value}?` : undefined,
		value === ''
			? undefined
			: l10n.t`For a value inside the JSON, write data.${name.text}:${value}.`,
		/^[<>=]/.test(value)
			? undefined
			: l10n.t`For the text, write ${quoted(`${name.text}:${value}`)}.`,
	];
	fail({ from, to: name.to }, l10n.t`${cited(name.text)} is not a field.`, {
		hint: hints.filter(hint => hint !== undefined).join(' '),
		fields: fieldNames,
	});
}

/** Whether one letter is wrong, missing or too much, or two are swapped. */
function isSlip(written: string, name: string): boolean {
	if (Math.max(written.length, name.length) < 4) return false;
	let start = 0;
	while (start < name.length && written[start] === name[start]) start++;
	const rest = (text: string, skipped: number) => text.slice(start + skipped);
	return (
		rest(written, 1) === rest(name, 1) ||
		rest(written, 1) === rest(name, 0) ||
		rest(written, 0) === rest(name, 1) ||
		(written[start] === name[start + 1] &&
			written[start + 1] === name[start] &&
			rest(written, 2) === rest(name, 2))
	);
}
