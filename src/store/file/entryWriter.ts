import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Entry } from '../../domain/entry';
import { shortened } from '../../domain/words';
import { entryColumns } from './schema';

/** Rows in one statement. Measured: more are not faster, and rows alone take half as long again. */
const rowsPerBatch = 32;

/**
 * An ID of a megabyte, set once, would be kept with every event after it. What is longer than this is
 * shortened there: hardly a server takes a header so long, so nobody can resume from it anyway.
 */
const maxCarriedIdLength = 8192;

const sizeColumn = entryColumns.indexOf('size');

/** Keeps entries, one row each. */
export class EntryWriter {
	private readonly insert: StatementSync;
	private readonly insertBatch: StatementSync;
	private readonly insertType: StatementSync;
	private readonly extend: StatementSync;
	private readonly addNote: StatementSync;
	/** The values of the rows that wait for their batch to be full, and the number of the first. */
	private pending: (string | number | null)[] = [];
	private firstPending = 0;

	constructor(private readonly database: DatabaseSync) {
		const row = `(${entryColumns.map(() => '?').join(', ')})`;
		this.insert = database.prepare(`INSERT INTO entry VALUES ${row}`);
		this.insertBatch = database.prepare(
			`INSERT INTO entry VALUES ${Array.from({ length: rowsPerBatch }, () => row).join(', ')}`,
		);
		this.insertType = database.prepare(
			'INSERT OR IGNORE INTO event_type SELECT ?, count(*) FROM event_type',
		);
		this.extend = database.prepare('UPDATE entry SET size = size + 1 WHERE seq = ?');
		this.addNote = database.prepare(
			"UPDATE entry SET note = coalesce(note || '; ', '') || ? WHERE seq = ?",
		);
	}

	/** @param isNewType it is an event, and its type is to have a place. */
	add(entry: Entry, isNewType: boolean): void {
		if (isNewType) this.insertType.run(entry.type);
		if (this.pending.length === 0) this.firstPending = entry.seq;
		this.pending.push(
			entry.seq,
			entry.kind,
			entry.time,
			entry.type,
			entry.data,
			entry.id ?? null,
			entry.id === undefined ? shortened(entry.lastEventId, maxCarriedIdLength) : entry.lastEventId,
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
		if (this.pending.length < rowsPerBatch * entryColumns.length) return;
		this.insertBatch.run(...this.pending);
		this.pending = [];
	}

	/** The entry is one byte longer than it was said to be. */
	extendEntry(seq: number): void {
		const at = (seq - this.firstPending) * entryColumns.length + sizeColumn;
		const size = this.pending[at];
		if (at >= 0 && typeof size === 'number') this.pending[at] = size + 1;
		else this.extend.run(seq);
	}

	/** Says something of an entry that has been written. */
	annotate(seq: number, note: string): void {
		this.addNote.run(note, seq);
	}

	/** Writes what is pending. Before every commit. */
	flush(): void {
		for (let at = 0; at < this.pending.length; at += entryColumns.length) {
			this.insert.run(...this.pending.slice(at, at + entryColumns.length));
		}
		this.pending = [];
	}

	/** Forgets what is pending, after a transaction that was rolled back. */
	reset(): void {
		this.pending = [];
	}

	/** All entries go; the places of the types stay, and with them their colours. */
	clear(): void {
		// Without a WHERE, SQLite frees whole pages instead of deleting rows.
		this.database.exec('DELETE FROM entry');
	}
}
