import type { Bound } from '../../domain/query/query';

/** Exact: whole numbers beyond what a double holds are bigints, as far as 64 bits reach. */
export type ExactNumber = number | bigint;

/** The number in a text, as JSON writes it, perhaps with spaces around; `undefined` if it is none. */
export function readNumberText(text: string): ExactNumber | undefined {
	if (text.length > 400 || !/^\s*-?\d+(?:\.\d+)?(?:e[+-]?\d+)?\s*$/i.test(text)) return undefined;
	return exactNumber(text);
}

/** The same of a text that is one. */
export function exactNumber(text: string): ExactNumber {
	const value = Number(text);
	if (Number.isSafeInteger(value) || !/^\s*-?\d+\s*$/.test(text)) return value;
	const whole = BigInt(text.trim());
	return whole === BigInt.asIntN(64, whole) ? whole : value;
}

/** No more digits than a double holds exactly, and no further power of ten. */
const maxShortDigits = 15;

/** The number that stands in `bytes`, if it has few digits and no exponent: most do, and need not become text. */
export function shortNumber(bytes: Uint8Array, from: number, to: number): number | undefined {
	const isNegative = bytes[from] === 0x2d;
	const first = isNegative ? from + 1 : from;
	if (to - first > maxShortDigits || to === first) return undefined;
	let [digits, scale] = [0, 0];
	for (let at = first; at < to; at++) {
		const digit = bytes[at]! - 0x30;
		if (digit >= 0 && digit <= 9) {
			digits = digits * 10 + digit;
			if (scale > 0) scale *= 10;
		} else if (bytes[at] === 0x2e && scale === 0) scale = 1;
		else return undefined;
	}
	// Both are exact, so that their quotient is the double that is nearest to the decimal.
	const value = scale === 0 ? digits : digits / scale;
	return isNegative ? -value : value;
}

/** Whether a number is within the bounds; none never is. */
export function within(min?: Bound, max?: Bound): (value: ExactNumber | undefined) => boolean {
	const least = min && limit(min);
	const most = max && limit(max);
	const [isFrom, isTo] = [min?.isInclusive, max?.isInclusive];
	// A bigint and a number are compared as what they are, not rounded.
	return value =>
		value !== undefined &&
		(least === undefined || (isFrom ? value >= least : value > least)) &&
		(most === undefined || (isTo ? value <= most : value < most));
}

function limit({ value, exact }: Bound): ExactNumber {
	return exact === undefined ? value : exactNumber(exact);
}
