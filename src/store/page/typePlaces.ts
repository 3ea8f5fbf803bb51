import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** Event types by their places, in the order in which they first came. */
export class TypePlaces {
	private readonly find: StatementSync;
	private readonly list: StatementSync;
	private readonly known = new Map<string, number>();

	constructor(database: DatabaseSync) {
		this.find = database.prepare('SELECT place FROM event_type WHERE type = ?');
		this.list = database.prepare('SELECT type FROM event_type ORDER BY place LIMIT ?');
	}

	/** `undefined` for one that was one too many to have a place. */
	placeOf(type: string): number | undefined {
		let place = this.known.get(type);
		if (place === undefined) {
			const found = this.find.get(type)?.place;
			if (typeof found !== 'number') return undefined;
			this.known.set(type, (place = found));
		}
		return place;
	}

	first(limit: number): string[] {
		return this.list.all(limit).map(({ type }) => String(type));
	}
}
