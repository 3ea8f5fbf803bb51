import type { DatabaseSync } from 'node:sqlite';
import { connectionKinds } from '../../domain/entry';
import { maxSpans } from '../../protocol/overview';
import type { Columns } from '../file/entryRow';
import { OverviewKeeper, type Counted, type CountOf } from './overviewKeeper';

/** Entries that are grouped at once. Measured: all at once take twice as long. */
const blockLength = 4096;

const kindsOfConnection = connectionKinds.map(kind => `'${kind}'`).join(', ');

/** The overview of all that is in a capture. Takes about a second for a million entries. */
export function readOverview(database: DatabaseSync): OverviewKeeper {
	const keeper = new OverviewKeeper();
	const types = database.prepare('SELECT type FROM event_type ORDER BY place').all();
	keeper.knowTypes(types.map(({ type }) => String(type)));
	const { first, last, start, end } = rangeOf(database);
	const startTime = Math.floor(start);
	let spanMs = 1;
	while (end - startTime >= spanMs * maxSpans) spanMs *= 2;

	const group = database.prepare(
		`SELECT CAST(max(0, (time - ?) / ?) AS INTEGER) AS span, kind, type, count(*) AS count,
			min(seq) AS seq
		FROM entry WHERE seq BETWEEN ? AND ? AND kind NOT IN (${kindsOfConnection}) GROUP BY 1, 2, 3`,
	);
	// One by one, since what matters of them is their order.
	const one = database.prepare(
		`SELECT seq, kind, time, type, 1 AS count FROM entry
		WHERE seq BETWEEN ? AND ? AND kind IN (${kindsOfConnection})`,
	);
	for (let from = first; from <= last; from += blockLength) {
		const to = from + blockLength - 1;
		const groups = group
			.all(startTime, spanMs, from, to)
			.map(row => counted({ ...row, time: startTime + Number(row.span) * spanMs }));
		const all = [...groups, ...one.all(from, to).map(counted)];
		all.sort((a, b) => a.entry.seq - b.entry.seq);
		for (const { entry, count } of all) keeper.add(entry, count);
	}
	keeper.reached(last);
	return keeper;
}

/** The same of a capture that may no longer be readable: then there is nothing in it. */
export function recount(database: DatabaseSync): OverviewKeeper {
	try {
		return readOverview(database);
	} catch {
		return new OverviewKeeper();
	}
}

/** How many of what the entries from one to another are, both included. */
export function countsOf(database: DatabaseSync, from: number, to: number): CountOf[] {
	const groups = database.prepare(
		'SELECT kind, type, count(*) AS count FROM entry WHERE seq BETWEEN ? AND ? GROUP BY 1, 2',
	);
	return groups.all(from, to) as unknown as CountOf[];
}

/** Numbers and times of the first and the last entry; `first` is beyond `last` if there is none. */
function rangeOf(database: DatabaseSync) {
	const range = database
		.prepare(
			`SELECT coalesce(min(seq), 1) AS first, coalesce(max(seq), 0) AS last, max(time) AS end,
				(SELECT time FROM entry ORDER BY seq LIMIT 1) AS start FROM entry`,
		)
		.get()!;
	return {
		first: Number(range.first),
		last: Number(range.last),
		start: Number(range.start),
		end: Number(range.end),
	};
}

function counted({ seq, kind, time, type, count }: Columns) {
	return { entry: { seq, kind, time, type } as Counted, count: Number(count) };
}
