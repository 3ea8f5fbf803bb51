import { accessSync, constants } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { HumanError } from '../../base/errors';
import { maxBookmarkLabelLength, maxBookmarks, type Bookmark } from '../../domain/bookmark';
import { damaged } from './captureFile';
import { bookmarkTable } from './schema';

/**
 * The bookmarks of a capture, in order; none of one from before there were any. A capture from elsewhere
 * is input: there need not be entries of these numbers.
 */
export function readBookmarks(database: DatabaseSync): Bookmark[] {
	if (tableOf(database) !== bookmarkTable) return [];
	const rows = database
		.prepare(
			`SELECT CAST(seq AS REAL) AS seq, substr(CAST(label AS TEXT), 1, ?) AS label
			FROM bookmark ORDER BY seq LIMIT ?`,
		)
		.all(maxBookmarkLabelLength, maxBookmarks);
	return rows.map(({ seq, label }) => ({ seq: Number(seq), label: String(label) }));
}

/** Sets the bookmark of an entry, or takes it away if it is to have no label. */
export function putBookmark(database: DatabaseSync, seq: number, label: string | undefined): void {
	if (label === undefined) database.prepare('DELETE FROM bookmark WHERE seq = ?').run(seq);
	else database.prepare('INSERT OR REPLACE INTO bookmark VALUES (?, ?)').run(seq, label);
}

/**
 * The same in a capture that nobody writes to, by a connection that is closed at once.
 * @throws HumanError if the file cannot be written.
 */
export function putBookmarkInFile(file: string, seq: number, label: string | undefined): void {
	let database: DatabaseSync | undefined;
	try {
		// SQLite would make a file that is not there.
		accessSync(file, constants.W_OK);
		database = new DatabaseSync(file);
		database.exec('PRAGMA busy_timeout = 2000; PRAGMA trusted_schema = OFF; BEGIN IMMEDIATE');
		makeSure(database, file);
		putBookmark(database, seq, label);
		database.exec('COMMIT');
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new HumanError(reason, { cause: error });
	} finally {
		database?.close();
	}
}

/** That there is a table, and that to write to it does nothing else: the file may be from anywhere. */
function makeSure(database: DatabaseSync, file: string): void {
	const hasTrigger = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'trigger'").get();
	const table = tableOf(database);
	if (table === undefined) database.exec(bookmarkTable);
	const isOurs = table === undefined || table === bookmarkTable;
	if (hasTrigger !== undefined || !isOurs) throw damaged(file);
}

function tableOf(database: DatabaseSync): unknown {
	return database.prepare("SELECT sql FROM sqlite_schema WHERE name = 'bookmark'").get()?.sql;
}
