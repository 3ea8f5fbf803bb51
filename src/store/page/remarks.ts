import type { DatabaseSync, StatementSync } from 'node:sqlite';

interface Noted {
	readonly seq: number;
	readonly note?: string;
}

/** What was said of entries after their pages had been written. */
export class Remarks {
	private readonly select: StatementSync;

	constructor(database: DatabaseSync) {
		this.select = database.prepare('SELECT seq, note FROM remark WHERE seq BETWEEN ? AND ?');
	}

	/** The entries, in their order, with what was said of them. */
	on<T extends Noted>(entries: readonly T[]): T[] {
		const [first, last] = [entries[0]?.seq ?? 0, entries.at(-1)?.seq ?? 0];
		const rows = this.select.all(first, last);
		if (rows.length === 0) return [...entries];
		const notes = new Map(rows.map(({ seq, note }) => [seq, String(note)]));
		return entries.map(entry => {
			const remark = notes.get(entry.seq);
			if (remark === undefined) return entry;
			return { ...entry, note: entry.note === undefined ? remark : `${entry.note}; ${remark}` };
		});
	}

	onOne<T extends Noted>(entry: T): T {
		return this.on([entry])[0]!;
	}
}
