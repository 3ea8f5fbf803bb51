import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Entry } from '../domain/entry';
import type { LeafPage } from './leafPage';
import { entryTable } from './schema';
import { TableImage } from './tableImage';

/** More types than that have no place, and no colour of their own: a stream must not fill the memory with them. */
const maxEventTypes = 4096;
/** Numbers of a row, and a margin. */
const numberBytes = 64;
/** Larger rows go in one by one. */
const maxImageBytes = 40_000;
const maxInt32 = 2 ** 31 - 1;

/** Keeps entries, one row each: most by way of an image of the table, which is loaded as a whole. */
export class EntryWriter {
	private readonly image: TableImage;
	private readonly load: StatementSync;
	private readonly insert: StatementSync;
	private readonly insertType: StatementSync;
	private readonly extend: StatementSync;
	private readonly types = new Set<string>();
	/** The latest entry, while it is in the image: where its size stands, and what it is. */
	private pending: { seq: number; leaf: LeafPage; sizeAt: number; size: number } | undefined;

	constructor(
		private readonly database: DatabaseSync,
		imageFile: string,
	) {
		this.image = new TableImage(imageFile, entryTable);
		database.prepare('ATTACH ? AS image').run(imageFile);
		this.load = database.prepare('INSERT INTO main.entry SELECT * FROM image.entry');
		this.insert = database.prepare(
			'INSERT INTO main.entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
		);
		this.insertType = database.prepare(
			'INSERT OR IGNORE INTO event_type SELECT ?, count(*) FROM event_type',
		);
		this.extend = database.prepare('UPDATE main.entry SET size = size + 1 WHERE seq = ?');
	}

	/** Returns false if there is no room before the next commit. */
	add(entry: Entry): boolean {
		if (entry.kind === 'event' && !this.types.has(entry.type)) this.addType(entry.type);
		const details = entry.details && JSON.stringify(entry.details);
		const bytes = numberBytes + 3 * textLength(entry, details);
		this.pending = undefined;
		if (bytes > maxImageBytes || entry.size > maxInt32) {
			this.insert.run(...columns(entry, details));
			return true;
		}
		const leaf = this.image.leafFor(bytes);
		if (leaf === undefined) return false;
		const sizeAt = put(leaf, entry, details);
		this.pending = { seq: entry.seq, leaf, sizeAt, size: entry.size };
		return true;
	}

	/** The entry is one byte longer than it was said to be. */
	extendEntry(seq: number): void {
		if (this.pending?.seq === seq) {
			this.pending.leaf.setInt32(this.pending.sizeAt, ++this.pending.size);
		} else {
			this.extend.run(seq);
		}
	}

	/** Writes what is pending: before every commit, and at no other time. */
	flush(): void {
		if (this.image.isEmpty) return;
		this.image.write();
		this.load.run();
		this.drop();
	}

	/** Forgets what is pending. */
	drop(): void {
		this.image.clear();
		this.pending = undefined;
	}

	/** The transaction was rolled back. */
	reset(): void {
		this.drop();
		this.types.clear();
	}

	/** All entries go; the places of the types stay, and with them their colours. */
	clear(): void {
		// Without a WHERE, SQLite frees whole pages instead of deleting rows.
		this.database.exec('DELETE FROM main.entry');
	}

	/** Deletes the image's file. */
	dispose(): void {
		this.database.exec('DETACH image');
		this.image.dispose();
	}

	private addType(type: string): void {
		if (this.types.size === maxEventTypes) return;
		this.insertType.run(type);
		this.types.add(type);
	}
}

function textLength({ type, data, id, lastEventId, note }: Entry, details: string | undefined) {
	const optional = (id?.length ?? 0) + (note?.length ?? 0) + (details?.length ?? 0);
	return type.length + data.length + lastEventId.length + optional;
}

/** Puts the entry on the page; returns where its size stands. */
function put(leaf: LeafPage, entry: Entry, details: string | undefined): number {
	const text = (value: string | undefined) =>
		value === undefined ? leaf.null() : leaf.text(value);
	leaf.begin();
	leaf.null(); // the key, which is not repeated
	leaf.text(entry.kind);
	leaf.float64(entry.time);
	leaf.text(entry.type);
	leaf.text(entry.data);
	text(entry.id);
	leaf.text(entry.lastEventId);
	if (entry.retry === undefined) leaf.null();
	else leaf.int64(entry.retry);
	const sizeAt = leaf.int32(entry.size);
	if (entry.gap === undefined) leaf.null();
	else leaf.float64(entry.gap);
	leaf.int32(entry.attempt);
	if (entry.chunk === undefined) leaf.null();
	else leaf.int48(entry.chunk);
	if (entry.offset === undefined) leaf.null();
	else leaf.int48(entry.offset);
	text(entry.note);
	if (entry.cutBytes === undefined) leaf.null();
	else leaf.int64(entry.cutBytes);
	text(details);
	leaf.end(entry.seq);
	return sizeAt;
}

function columns(entry: Entry, details: string | undefined): (string | number | null)[] {
	return [
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
		details ?? null,
	];
}
