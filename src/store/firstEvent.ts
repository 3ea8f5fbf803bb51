import type { Entry } from '../domain/entry';

/** How many entries after its opening are searched: streams that begin with more comments than that are rare. */
const maxSearched = 10_000;

/** Runs a statement and gives its rows. */
export type Select = (sql: string, ...parameters: number[]) => readonly Record<string, unknown>[];

/**
 * When the first event of a stream came in, in ms since its attempt began; `undefined` for an entry
 * other than `open`, and where there is none among the entries that follow closely.
 */
export function firstEventMs(entry: Entry, select: Select): number | undefined {
	const headersMs = entry.details?.timings?.headersMs;
	if (entry.kind !== 'open' || typeof headersMs !== 'number') return undefined;
	const [first] = select(
		`SELECT time, attempt FROM entry WHERE seq BETWEEN ? AND ? AND kind = 'event'
		ORDER BY seq LIMIT 1`,
		entry.seq + 1,
		entry.seq + maxSearched,
	);
	// That of another attempt: this one had none.
	if (first === undefined || first.attempt !== entry.attempt) return undefined;
	// The stream is open once the headers are complete, and that is when its entry is made.
	return headersMs + Number(first.time) - entry.time;
}
