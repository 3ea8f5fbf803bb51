import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Entry } from '../../domain/entry';
import type { PlainEvent } from '../../parse/plainEvent';
import { PageBuilder } from './pageBuilder';
import type { Arrival } from './pageRow';

/**
 * Keeps entries in pages. One that is not full when it is committed is written again with the next
 * entries, unless it is large enough to be left as it is.
 */
export class PageWriter {
	private readonly page = new PageBuilder();
	private readonly replace: StatementSync;
	private readonly insertType: StatementSync;
	private readonly addRemark: StatementSync;
	/** The page has something that is not written. */
	private isDirty = false;
	/** The next entry begins a page. The latest may still grow until it comes. */
	private isClosed = false;

	constructor(private readonly database: DatabaseSync) {
		this.replace = database.prepare('REPLACE INTO page VALUES (?, ?, ?, ?, ?)');
		this.insertType = database.prepare(
			'INSERT OR IGNORE INTO event_type SELECT ?, count(*) FROM event_type',
		);
		this.addRemark = database.prepare(
			"INSERT INTO remark VALUES (?, ?) ON CONFLICT DO UPDATE SET note = note || '; ' || excluded.note",
		);
	}

	add(entry: Entry): void {
		if (this.isClosed || this.page.isFull) this.turn();
		this.page.add(entry);
		this.isDirty = true;
	}

	addPlain(seq: number, event: PlainEvent, arrival: Arrival): void {
		if (this.isClosed || this.page.isFull || this.page.isFarFrom(event)) this.turn();
		this.page.addPlain(seq, event, arrival);
		this.isDirty = true;
	}

	/** A type has come for the first time, and is to have a place. */
	addType(type: string): void {
		this.insertType.run(type);
	}

	/** From now on the last event ID is another one, which no entry has set. */
	setLastEventId(id: string): void {
		this.page.setLastEventId(id);
	}

	/** The entry is one byte longer than it was said to be. It is the latest one that came over the wire. */
	extend(seq: number): void {
		if (this.page.extend(seq)) this.isDirty = true;
	}

	/** Says something of an entry that has been written. */
	annotate(seq: number, note: string): void {
		this.addRemark.run(seq, note);
	}

	/** Writes what is pending. Before every commit. */
	flush(): void {
		if (!this.isDirty) return;
		const { seq, count, texts, columns, heap } = this.page.encode();
		this.replace.run(seq, count, texts, columns, heap);
		this.isDirty = false;
		this.isClosed ||= this.page.isLarge;
	}

	/** Forgets what is pending, after a transaction that was rolled back. */
	reset(): void {
		this.page.clear();
		this.isDirty = false;
		this.isClosed = false;
	}

	/** All entries go; the places of the types stay, and with them their colours. */
	clear(): void {
		this.reset();
		this.database.exec(
			"DELETE FROM page; DELETE FROM remark; DELETE FROM meta WHERE key = 'first'",
		);
	}

	private turn(): void {
		this.flush();
		this.reset();
	}
}
