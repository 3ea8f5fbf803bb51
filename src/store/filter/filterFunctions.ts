import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';

/** More patterns than one filter has terms. */
const maxPatterns = 2000;

/**
 * Gives `db` what filters need beyond SQL: `filter_contains(needle, text)`, `filter_equals(a, b)`,
 * `filter_regex(pattern, text, …)`, `filter_number(text)` and `filter_time_of_day(time)`. Texts may
 * be blobs. None ever throws, and only `filter_number` gives NULL, for what is no number.
 */
export function registerFilterFunctions(db: DatabaseSync): void {
	const patterns = new Map<string, RegExp>();
	// A key comes anew with every row: comparing it is quicker than hashing it.
	let latest: { key: string; pattern: RegExp } | undefined;
	const compiled = (key: string, compile: () => RegExp): RegExp => {
		if (latest?.key === key) return latest.pattern;
		const pattern = patterns.get(key) ?? compile();
		if (patterns.size >= maxPatterns) patterns.clear();
		patterns.set(key, pattern);
		latest = { key, pattern };
		return pattern;
	};
	const define = (name: string, run: (...values: SQLOutputValue[]) => SQLInputValue) => {
		// Direct only: a capture is a file, and one from a stranger may have triggers.
		const options = { deterministic: true, directOnly: true, varargs: run.length === 0 };
		db.function(name, options, run);
	};

	define('filter_contains', (needle, text) => {
		const pattern = compiled(
			`contains ${needle as string}`,
			() => new RegExp(escapeRegex(needle), 'iu'),
		);
		const content = toText(text);
		return content !== undefined && pattern.test(content) ? 1 : 0;
	});
	define('filter_equals', (wanted, text) => {
		const pattern = compiled(
			`equals ${wanted as string}`,
			() => new RegExp(`^(?:${escapeRegex(wanted)})$`, 'iu'),
		);
		const content = toText(text);
		return content !== undefined && pattern.test(content) ? 1 : 0;
	});
	define('filter_regex', (...values) => {
		const key = String(values[0]);
		const pattern = compiled(key, () => {
			const slash = key.indexOf('/');
			return new RegExp(key.slice(slash + 1), key.slice(0, slash));
		});
		for (let i = 1; i < values.length; i++) {
			const content = toText(values[i]);
			// An entry without a type has an empty one: nothing to be found there.
			if (content === undefined || (content === '' && i > 1)) continue;
			if (pattern.test(content)) return 1;
		}
		return 0;
	});
	define('filter_number', text => (typeof text === 'string' ? toNumber(text) : null));
	define('filter_time_of_day', timeOfDay());
}

/** Text comes as a blob where it may hold a NUL. */
function toText(value: SQLOutputValue | undefined): string | undefined {
	if (typeof value === 'string') return value;
	if (!(value instanceof Uint8Array)) return undefined;
	return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString();
}

/** The text to be found as it is, in a regular expression with the `u` flag. */
export function escapeRegex(text: SQLOutputValue | undefined): string {
	return String(text).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** A number as JSON writes it; whole ones exactly, as far as SQLite's integers reach. */
function toNumber(text: string): number | bigint | null {
	if (text.length > 400 || !/^\s*-?\d+(?:\.\d+)?(?:e[+-]?\d+)?\s*$/i.test(text)) return null;
	const value = Number(text);
	if (Number.isSafeInteger(value) || !/^\s*-?\d+\s*$/.test(text)) return value;
	const whole = BigInt(text.trim());
	return whole === BigInt.asIntN(64, whole) ? whole : value;
}

/** Ms since local midnight, by the offset from UTC, which changes on a quarter of an hour only. */
function timeOfDay(): (time: SQLOutputValue) => number {
	const quarterMs = 900_000;
	let quarter = NaN;
	let offsetMs = 0;
	return time => {
		const timeMs = Number(time);
		const at = Math.floor(timeMs / quarterMs);
		if (at !== quarter) {
			quarter = at;
			offsetMs = new Date(timeMs).getTimezoneOffset() * 60_000;
		}
		const localMs = (timeMs - offsetMs) % 86_400_000;
		return localMs < 0 ? localMs + 86_400_000 : localMs;
	};
}
