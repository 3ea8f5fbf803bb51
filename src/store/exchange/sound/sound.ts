import { isRecord } from '../../../base/isRecord';

/*
 * What is read from a file may be anything. These return a value that is of the type, or nothing.
 */

export function soundText(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}

/** A finite number. */
export function soundNumber(value: unknown): number | undefined {
	return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A whole number from `least` on that is exact. */
export function soundCount(value: unknown, least = 0): number | undefined {
	return Number.isSafeInteger(value) && (value as number) >= least ? (value as number) : undefined;
}

/** Those of a list that are what `sound` takes. */
export function soundList<T>(value: unknown, sound: (item: unknown) => T | undefined): T[] {
	return Array.isArray(value) ? value.map(sound).filter(item => item !== undefined) : [];
}

/** What `sound` makes of an object. */
export function soundRecord<T>(
	value: unknown,
	sound: (record: Record<string, unknown>) => T | undefined,
): T | undefined {
	return isRecord(value) ? sound(value) : undefined;
}

/** An object without the members that are `undefined`. */
export function present<T extends object>(
	members: T,
): { [K in keyof T]: Exclude<T[K], undefined> } {
	return Object.fromEntries(
		Object.entries(members).filter(([, value]) => value !== undefined),
	) as never;
}
