import * as l10n from '@vscode/l10n';
import type { ValueType } from './fields';

type Units = Readonly<Record<string, number>>;

/** Factors to the unit of the value type, by name in lower case. */
const unitsOf: Partial<Readonly<Record<ValueType, Units>>> = {
	durationMs: {
		'': 1,
		ms: 1,
		s: 1000,
		sec: 1000,
		m: 60_000,
		min: 60_000,
		h: 3_600_000,
		d: 86_400_000,
	},
	sizeBytes: {
		'': 1,
		b: 1,
		k: 1e3,
		kb: 1e3,
		m: 1e6,
		mb: 1e6,
		g: 1e9,
		gb: 1e9,
		kib: 1024,
		mib: 1024 ** 2,
		gib: 1024 ** 3,
	},
};

const decimal = String.raw`[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?`;
const quantityPattern = new RegExp(String.raw`^(${decimal})\s*([a-z]*)$`, 'i');

/** A number that somebody typed, in the unit of its value type. */
export interface Quantity {
	readonly value: number;
	/** Half of what its last digit counts: everything nearer is shown by the same digits. */
	readonly halfStep: number;
	/** The decimal, for numbers without a unit. */
	readonly exact?: string;
}

/** The number in `text`, with its unit if the value type has units; `undefined` if it is none. */
export function readQuantity(text: string, valueType: ValueType | 'json'): Quantity | undefined {
	const found = quantityPattern.exec(text);
	if (found === null) return undefined;
	const [, digits = '', unit = ''] = found;
	const units = valueType === 'json' ? undefined : unitsOf[valueType];
	const factor = units === undefined ? (unit === '' ? 1 : undefined) : units[unit.toLowerCase()];
	const value = factor === undefined ? NaN : Number(digits) * factor;
	if (!Number.isFinite(value) || factor === undefined) return undefined;
	const [mantissa = '', exponent = '0'] = digits.toLowerCase().split('e');
	const decimals = (mantissa.split('.')[1] ?? '').length - Number(exponent);
	return {
		value,
		halfStep: 0.5 * 10 ** -decimals * factor,
		...(units === undefined && { exact: digits }),
	};
}

/** The units of a value type in words, if it has any. */
export function unitsInWords(valueType: ValueType): string | undefined {
	if (valueType === 'durationMs') return l10n.t('Units: ms (or none), s, m, h.');
	if (valueType === 'sizeBytes') return l10n.t('Units: B (or none), k (1000), M, G.');
	return undefined;
}
