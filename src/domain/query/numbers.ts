import * as l10n from '@vscode/l10n';
import type { Field, ValueType } from './fields';
import type { Comparison, GivenValue } from './lexer';
import { readMoment } from './moment';
import { cited, fail } from './problem';
import { readQuantity, unitsInWords, type Quantity } from './quantity';
import type { Bound, FieldTest } from './query';

const rangePattern = /^(.*?)\.\.(.*)$/s;

/** The range `a..b` of numbers in `text`, either end of which may be left out; else `undefined`. */
export function readNumberRange(text: string, type: ValueType | 'json'): FieldTest | undefined {
	const [, from = '', to = ''] = rangePattern.exec(text) ?? [];
	const [min, max] = [from, to].map(end => readQuantity(end, type));
	if ((min ?? max) === undefined || (from !== '' && !min) || (to !== '' && !max)) return undefined;
	return { type: 'between', min: min && bound(min, true), max: max && bound(max, true) };
}

/** What a comparison with the number in `text` asks for; `undefined` if it is none. */
export function readNumber(
	text: string,
	type: ValueType | 'json',
	comparison: Comparison = '=',
	isRounded = false,
): FieldTest | undefined {
	const quantity = readQuantity(text, type);
	if (quantity === undefined) return undefined;
	const { value, halfStep } = quantity;
	if (comparison === '=' && isRounded) {
		return {
			type: 'between',
			min: { value: value - halfStep, isInclusive: true },
			max: { value: value + halfStep, isInclusive: false },
		};
	}
	const limit = bound(quantity, comparison.includes('='));
	return {
		type: 'between',
		...(!comparison.includes('<') && { min: limit }),
		...(!comparison.includes('>') && { max: limit }),
	};
}

function bound({ value, exact }: Quantity, isInclusive: boolean): Bound {
	return { value, isInclusive, ...(exact !== undefined && { exact }) };
}

/** What the value of a time's field asks for; `undefined` if it is no time. */
export function readTime(text: string, comparison?: Comparison): FieldTest | undefined {
	const range = comparison === undefined ? rangePattern.exec(text) : null;
	if (range !== null) {
		const [, from = '', to = ''] = range;
		const [start, end] = [from, to].map(readMoment);
		if ((from !== '' && !start) || (to !== '' && !end)) return undefined;
		const type = (start ?? end)?.type;
		if (type === undefined || type !== (end ?? start)?.type) return undefined;
		return {
			type: type === 'instant' ? 'between' : type,
			min: start && { value: start.fromMs, isInclusive: true },
			// The end counts as a whole, like a time by itself: 10:30 until before 10:31.
			max: end && { value: end.toMs, isInclusive: false },
		};
	}
	const moment = readMoment(text);
	if (moment === undefined) return undefined;
	const type = moment.type === 'instant' ? 'between' : moment.type;
	if (comparison === undefined || comparison === '=') {
		return {
			type,
			min: { value: moment.fromMs, isInclusive: true },
			max: { value: moment.toMs, isInclusive: false },
		};
	}
	const limit = { value: moment.fromMs, isInclusive: comparison.length === 2 };
	return { type, ...(comparison.startsWith('>') ? { min: limit } : { max: limit }) };
}

const nouns = (): Readonly<Record<ValueType | 'json', string>> => ({
	word: l10n.t('a number'),
	text: l10n.t('a number'),
	kind: l10n.t('a kind'),
	state: l10n.t('a state'),
	sizeBytes: l10n.t('a size'),
	durationMs: l10n.t('a duration'),
	time: l10n.t('a time'),
	count: l10n.t('a number'),
	json: l10n.t('a number'),
});

/** @throws QueryFailure: the value is not of the field's type. */
export function failToMeasure(field: Field, given: GivenValue, type: ValueType | 'json'): never {
	const { value } = given;
	const text = value?.type === 'regex' ? `/${value.source}/` : (value?.text ?? '');
	const hints = [
		l10n.t`For example ${field.example}.`,
		type === 'json' ? undefined : unitsInWords(type),
		type === 'time' ? l10n.t('Also 2026-01-31T10:30 and ranges, 10:30..11:00.') : undefined,
	];
	fail(value ?? given, l10n.t`${cited(text)} is not ${nouns()[type]}.`, {
		hint: hints.filter(hint => hint !== undefined).join(' '),
	});
}
