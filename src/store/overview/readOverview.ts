import type { DatabaseSync } from 'node:sqlite';
import { PageReader } from '../page/pageReader';
import { OverviewKeeper, type CountOf } from './overviewKeeper';

/** The overview of all that is in a capture. */
export function readOverview(database: DatabaseSync): OverviewKeeper {
	const keeper = new OverviewKeeper();
	const types = database.prepare('SELECT type FROM event_type ORDER BY place').all();
	keeper.knowTypes(types.map(({ type }) => String(type)));
	const pages = new PageReader(database);
	const { first, last } = pages.range();
	for (const { page, from, to } of pages.forward(first, last)) {
		const { time } = page;
		for (let i = from; i < to; i++) {
			keeper.add({
				seq: page.seq + i,
				kind: page.kindAt(i),
				time: time[i]!,
				type: page.typeAt(i),
			});
		}
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
export function countsOf(pages: PageReader, from: number, to: number): CountOf[] {
	const counts = new Map<string, { -readonly [K in keyof CountOf]: CountOf[K] }>();
	for (const part of pages.forward(from, to)) {
		for (let i = part.from; i < part.to; i++) {
			const [kind, type] = [part.page.kindAt(i), part.page.typeAt(i)];
			const key = `${kind} ${type}`;
			const known = counts.get(key);
			if (known === undefined) counts.set(key, { kind, type, count: 1 });
			else known.count++;
		}
	}
	return [...counts.values()];
}
