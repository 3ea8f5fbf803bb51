import { accessSync, constants, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { sqliteCode } from '../file/captureFile';

const SQLITE_BUSY = 5;
const SQLITE_LOCKED = 6;

/**
 * Runs something with a capture that nobody else has open, in this process or in another, and that nobody
 * can open meanwhile.
 *
 * Who writes a capture, or shows it, has it open in WAL mode, in which SQLite keeps a lock on the file. The
 * system takes that lock from a process that dies, however it dies: unlike a mark with the number of a
 * process, it is never stale, and never another's who has that number now.
 *
 * @returns what `run` returns, or `inUse`.
 * @throws what the system or SQLite throws if the file is not there, no database, or cannot be written.
 */
export function withCaptureAlone<T>(file: string, run: (database: DatabaseSync) => T): T | 'inUse' {
	let database: DatabaseSync | undefined;
	try {
		// SQLite would make a file that is not there.
		accessSync(file, constants.W_OK);
		database = new DatabaseSync(file);
		database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA busy_timeout = 0');
		// This makes it alone also where there is no transaction.
		database.exec('BEGIN EXCLUSIVE; COMMIT');
		return run(database);
	} catch (error) {
		const code = sqliteCode(error);
		if (code === SQLITE_BUSY || code === SQLITE_LOCKED) return 'inUse';
		throw error;
	} finally {
		database?.close();
	}
}

/** Files that SQLite may keep beside a database. */
export const besides = ['-wal', '-shm'] as const;

/** Makes one file of a capture that its writer left with its log, as it does when it is killed. */
export function tidyUp(database: DatabaseSync, file: string): void {
	database.exec('PRAGMA journal_mode = DELETE');
	for (const suffix of besides) rmSync(`${file}${suffix}`, { force: true });
}
