import { DatabaseSync } from 'node:sqlite';
import { writeTitle } from '../file/captureFile';

/**
 * Keeps a finished capture from being deleted by another window while it is shown in this one. In WAL
 * mode SQLite holds a lock for as long as a file is open; in the mode that a finished capture is left in, only
 * while it reads.
 */
export class CaptureHold {
	private constructor(private readonly database: DatabaseSync) {}

	/** `undefined` where nothing can be written: nothing can be deleted there either. */
	static of(file: string): CaptureHold | undefined {
		let database: DatabaseSync | undefined;
		try {
			database = new DatabaseSync(file);
			database.exec('PRAGMA busy_timeout = 500; PRAGMA journal_mode = WAL');
			database.prepare('SELECT count(*) FROM meta').get();
			return new CaptureHold(database);
		} catch {
			database?.close();
			return undefined;
		}
	}

	/** Calls the capture so from now on. */
	rename(title: string): void {
		writeTitle(this.database, title);
	}

	/** To be called when all others in this window have let go of it. */
	release(): void {
		try {
			this.database.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE');
		} catch {
			// Another window shows it too, and tidies up when it is done.
		}
		this.database.close();
	}
}
