import * as l10n from '@vscode/l10n';
/** An event ID as a number among those that begin alike. */
export interface IdNumber {
	/** IDs of one family can be compared. */
	readonly family: string;
	readonly value: bigint;
	/** Digits as sent, leading zeros included; 0 for an ID whose numbers do not count up one by one. */
	readonly width: number;
}

/** A time in ms and a count within it, as Redis streams number their entries. */
const timeAndCount = /^(\d{10,30})-(\d{1,19})$/;
/** `1041`, `evt-1041`, `0-1041`: the number that an ID ends in. */
const endingInNumber = /^(.*?)(\d{1,30})$/s;

/**
 * The number in an ID; `undefined` if there is none. A UUID has one as well, if it ends in digits, but
 * hardly a family.
 */
export function idNumber(id: string): IdNumber | undefined {
	const [, time, count] = timeAndCount.exec(id) ?? [];
	if (time !== undefined && count !== undefined) {
		return { family: 'time', value: (BigInt(time) << 64n) + BigInt(count), width: 0 };
	}
	const [, prefix, digits] = endingInNumber.exec(id) ?? [];
	if (prefix === undefined || digits === undefined) return undefined;
	return { family: l10n.t`after ${prefix}`, value: BigInt(digits), width: digits.length };
}

/** How far `to` is beyond `from`, whole if their IDs count up; `undefined` if they cannot be compared. */
export function idDistance(from: string, to: string): bigint | undefined {
	const [a, b] = [idNumber(from), idNumber(to)];
	if (a === undefined || b === undefined || a.family !== b.family) return undefined;
	return b.value - a.value;
}

/** The ID that stands `by` places after `id`, which ends in a number, written as that one is. */
export function idAfter(id: string, by: bigint): string {
	const { value, width } = idNumber(id) ?? { value: 0n, width: 0 };
	const digits = id.slice(id.length - width);
	const padded = digits.startsWith('0') ? width : 0;
	return id.slice(0, id.length - width) + String(value + by).padStart(padded, '0');
}
