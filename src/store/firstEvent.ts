import type { Entry } from '../domain/entry';
import type { PageReader } from './page/pageReader';

/** How many entries after its opening are searched: streams that begin with more comments than that are rare. */
const maxSearched = 10_000;

/**
 * When the first event of a stream came in, in ms since its attempt began; `undefined` for an entry
 * other than `open`, and where there is none among the entries that follow closely.
 */
export function firstEventMs(entry: Entry, pages: PageReader): number | undefined {
	const headersMs = entry.details?.timings?.headersMs;
	if (entry.kind !== 'open' || typeof headersMs !== 'number') return undefined;
	for (const { page, from, to } of pages.forward(entry.seq + 1, entry.seq + maxSearched)) {
		for (let i = from; i < to; i++) {
			if (page.kindAt(i) !== 'event') continue;
			// That of another attempt: this one had none.
			if (page.attempt[i] !== entry.attempt) return undefined;
			// The stream is open once the headers are complete, and that is when its entry is made.
			return headersMs + page.time[i]! - entry.time;
		}
	}
	return undefined;
}
