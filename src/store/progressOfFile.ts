import type { DatabaseSync } from 'node:sqlite';
import { entryKinds } from '../domain/entry';
import { lastEventIdAt } from './page/pageEntry';
import type { PageReader } from './page/pageReader';
import { checkPage, DamagedPage } from './page/readPage';
import type { Page } from './page/page';
import type { Progress } from './progress';

const eventKind = entryKinds.indexOf('event');

/**
 * How far a capture came that nothing is written to any more. Looks at all of its pages.
 * @throws DamagedPage if they cannot be those of a capture.
 */
export function readProgress(database: DatabaseSync, pages: PageReader): Progress {
	const { first, last } = pages.range();
	const bytesThere = new Coverage(database);
	let [next, events, reconnectionTime, lastEventId] = [first, 0, -1, ''];
	for (const { page, from, to } of pages.forward(first, last)) {
		checkPage(page);
		if (page.seq + from !== next || !bytesThere.has(page, from)) throw new DamagedPage();
		next = page.seq + to;
		const { kind, retry } = page;
		for (let i = from; i < to; i++) {
			if (kind[i] === eventKind) events++;
			if (retry[i] !== -1) reconnectionTime = retry[i]!;
		}
		lastEventId = lastEventIdAt(page, to - 1);
	}
	if (next !== last + 1) throw new DamagedPage();
	const came = database
		.prepare('SELECT coalesce(sum(coalesce(coded_size, body_size)), 0) AS bytes FROM attempt')
		.get();
	const kept = last - first + 1;
	return {
		received: kept,
		kept,
		dropped: 0,
		bytes: Number(came?.bytes),
		events,
		firstSeq: first,
		lastSeq: last,
		lastEventId,
		...(reconnectionTime !== -1 && { reconnectionTime }),
	};
}

/** Which bytes of the stream are in the capture. */
class Coverage {
	/** Without holes between them, in order. */
	private readonly runs: { readonly from: number; to: number }[] = [];

	constructor(database: DatabaseSync) {
		const some = database.prepare(
			`SELECT offset, length(bytes) AS size FROM segment WHERE offset > ? AND typeof(bytes) = 'blob'
			ORDER BY offset LIMIT 10000`,
		);
		for (let rows = some.all(-1); rows.length > 0; rows = some.all(rows.at(-1)!.offset!)) {
			for (const row of rows) {
				const [from, to] = [Number(row.offset), Number(row.offset) + Number(row.size)];
				const latest = this.runs.at(-1);
				if (latest?.to === from) latest.to = to;
				else this.runs.push({ from, to });
			}
		}
	}

	/** Whether all are there that the page refers to, from its entry `i` on. */
	has(page: Page, i: number): boolean {
		const { from, to } = page.wireRangeFrom(i);
		return from === to || this.runs.some(run => run.from <= from && run.to >= to);
	}
}
