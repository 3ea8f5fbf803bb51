/** More digits than these are not worth an answer. */
const maxDigits = 60;

interface Decimal {
	readonly digits: bigint;
	/** Digits after the point. */
	readonly places: number;
}

/** How much larger the number `next` is than `old`, exactly, with its sign; `undefined`: the same, or too long to tell. */
export function differenceOf(old: string, next: string): string | undefined {
	const [a, b] = [readDecimal(old), readDecimal(next)];
	if (a === undefined || b === undefined) return undefined;
	const places = Math.max(a.places, b.places);
	const scaled = ({ digits, places: own }: Decimal) => digits * 10n ** BigInt(places - own);
	const difference = scaled(b) - scaled(a);
	if (difference === 0n) return undefined;
	const isLess = difference < 0n;
	const text = String(isLess ? -difference : difference).padStart(places + 1, '0');
	const point = text.length - places;
	const fraction = text.slice(point).replace(/0+$/, '');
	const sign = isLess ? '−' : '+';
	return sign + text.slice(0, point) + (fraction === '' ? '' : `.${fraction}`);
}

function readDecimal(text: string): Decimal | undefined {
	const match = /^(-?\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text);
	if (match === null || text.length > maxDigits) return undefined;
	const [, whole = '', fraction = '', exponent = '0'] = match;
	const places = fraction.length - Number(exponent);
	if (Math.abs(places) > maxDigits) return undefined;
	const digits = BigInt(whole + fraction);
	return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
}
