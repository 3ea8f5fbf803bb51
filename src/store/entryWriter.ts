import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Entry } from '../domain/entry';

/** More types than that have no place, and no colour of their own: a stream must not fill the memory with them. */
const maxEventTypes = 4096;

/** Keeps entries, one row each, in order. */
export class EntryWriter {
	private readonly insert: StatementSync;
	private readonly insertType: StatementSync;
	private readonly extend: StatementSync;
	private readonly types = new Set<string>();

	constructor(private readonly database: DatabaseSync) {
		this.insert = database.prepare(
			'INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
		);
		this.insertType = database.prepare(
			'INSERT OR IGNORE INTO event_type SELECT ?, count(*) FROM event_type',
		);
		this.extend = database.prepare('UPDATE entry SET size = size + 1 WHERE seq = ?');
	}

	add(entry: Entry): void {
		if (entry.kind === 'event' && !this.types.has(entry.type)) this.addType(entry.type);
		this.insert.run(
			entry.seq,
			entry.kind,
			entry.time,
			entry.type,
			entry.data,
			entry.id ?? null,
			entry.lastEventId,
			entry.retry ?? null,
			entry.size,
			entry.gap ?? null,
			entry.attempt,
			entry.chunk ?? null,
			entry.offset ?? null,
			entry.note ?? null,
			entry.cutBytes ?? null,
			entry.details ? JSON.stringify(entry.details) : null,
		);
	}

	/** The entry is one byte longer than it was said to be. */
	extendEntry(seq: number): void {
		this.extend.run(seq);
	}

	/** Writes what is pending. Before every commit. */
	flush(): void {}

	/** Forgets what is pending, after a transaction that was rolled back. */
	drop(): void {
		this.types.clear();
	}

	/** All entries go; the places of the types stay, and with them their colours. */
	clear(): void {
		// Without a WHERE, SQLite frees whole pages instead of deleting rows.
		this.database.exec('DELETE FROM entry');
	}

	private addType(type: string): void {
		if (this.types.size === maxEventTypes) return;
		this.insertType.run(type);
		this.types.add(type);
	}
}
