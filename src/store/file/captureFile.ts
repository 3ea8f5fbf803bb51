import * as l10n from '@vscode/l10n';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { HumanError } from '../../base/errors';
import type { CaptureLimits } from './captureLimits';
import { DamagedPage } from '../page/readPage';
import { applicationId, schema, schemaVersion } from './schema';

/** What a capture is of; kept in the file. */
export interface CaptureAbout {
	readonly name: string;
	/** Redacted. */
	readonly url: string;
	/** Absent: `GET`. */
	readonly method?: string;
	/** What the user calls the capture; absent: as the endpoint is named. */
	readonly title?: string;
}

// Measured against 4096: rows go in 15 % faster, and a segment needs a quarter of the overflow pages.
const pageSizeBytes = 16_384;
/** SQLite's own limit. */
const maxPages = 2 ** 32 - 2;

/**
 * Makes a new capture. What is committed survives a crash of the process, not of the machine:
 * nothing is synced, since a stream that is being looked at is not worth the wait.
 * @throws HumanError if the file exists or cannot be made.
 */
export function createCaptureFile(
	file: string,
	about: CaptureAbout,
	{ maxSizeBytes = Infinity, whenFull }: CaptureLimits = {},
): DatabaseSync {
	// What drops its oldest entries takes them out after the new ones are in.
	const most = whenFull === 'dropOldest' ? Infinity : maxSizeBytes / pageSizeBytes;
	let database: DatabaseSync | undefined;
	try {
		mkdirSync(dirname(file), { recursive: true });
		// SQLite would add its tables to those of another file.
		closeSync(openSync(file, 'wx'));
		database = new DatabaseSync(file);
		database.exec(`
			PRAGMA busy_timeout = 2000; -- Before all others: who lists the folder may be looking at it.
			PRAGMA page_size = ${pageSizeBytes};
			PRAGMA journal_mode = WAL;
			PRAGMA synchronous = OFF;
			PRAGMA cache_size = -8000;
			PRAGMA max_page_count = ${Math.min(maxPages, Math.ceil(most))};
			BEGIN;
			${schema}
			PRAGMA application_id = ${applicationId};
			PRAGMA user_version = ${schemaVersion};
		`);
		const meta = database.prepare('INSERT INTO meta VALUES (?, ?)');
		meta.run('name', about.name);
		meta.run('url', about.url);
		if (about.method !== undefined) meta.run('method', about.method);
		database.exec('COMMIT');
		return database;
	} catch (error) {
		database?.close();
		const reason = error instanceof Error ? error.message : String(error);
		throw new HumanError(
			l10n.t`The capture ${file} could not be created: ${reason}. Check that there is room on that disk, and that VS Code may write there.`,
			{
				cause: error,
			},
		);
	}
}

/**
 * Opens a capture for reading, one that is being written included.
 * @throws HumanError if it is not there, not a capture, or of another version.
 */
export function openCaptureFile(file: string): DatabaseSync {
	let database: DatabaseSync | undefined;
	try {
		database = new DatabaseSync(file, { readOnly: true });
		database.exec(`
			PRAGMA busy_timeout = 2000;
			PRAGMA cache_size = -4000;
			PRAGMA trusted_schema = OFF;
			PRAGMA cell_size_check = ON;
		`);
		if (pragma(database, 'application_id') !== applicationId) {
			throw new HumanError(l10n.t`${file} is not a capture of this extension.`);
		}
		if (pragma(database, 'user_version') > schemaVersion) {
			throw new HumanError(
				l10n.t`${file} was written by a newer version of this extension. Update the extension to open it.`,
			);
		}
		if (pragma(database, 'user_version') < schemaVersion) {
			throw new HumanError(
				l10n.t`${file} was written by a version of this extension from before its first release, and can no longer be read.`,
			);
		}
		// A view in the place of a table could be a query that never ends.
		const schemaRows = database.prepare('SELECT type FROM sqlite_schema').all();
		if (schemaRows.some(({ type }) => type === 'view')) throw damaged(file);
		// A file that is damaged in its first pages is found out here, not by the first scroll.
		database.prepare('SELECT max(seq) FROM page').get();
		return database;
	} catch (error) {
		database?.close();
		throw asHumanError(error, file);
	}
}

/** What the capture says it is of. */
export function readAbout(database: DatabaseSync): CaptureAbout {
	const rows = database.prepare('SELECT key, value FROM meta').all();
	const meta = new Map(rows.map(row => [row.key, String(row.value)]));
	const [method, title] = [meta.get('method'), meta.get('title')];
	return {
		name: meta.get('name') ?? '',
		url: meta.get('url') ?? '',
		...(method !== undefined && { method }),
		...(title !== undefined && { title }),
	};
}

/** Calls the capture so from now on. */
export function writeTitle(database: DatabaseSync, title: string): void {
	database.prepare("INSERT OR REPLACE INTO meta VALUES ('title', ?)").run(title);
}

function pragma(database: DatabaseSync, name: string): number {
	return Number(database.prepare(`PRAGMA ${name}`).get()?.[name] ?? 0);
}

const SQLITE_ERROR = 1;
const SQLITE_BUSY = 5;
const SQLITE_IOERR = 10;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;
const SQLITE_CORRUPT = 11;

/** The file is a capture, but not as it was written. */
export function damaged(file: string, cause?: unknown): HumanError {
	return new HumanError(l10n.t`${file} is damaged and cannot be read.`, { cause });
}

/** What is wrong with a capture that is read, in words where it is the file. */
export function asHumanError(error: unknown, file: string): unknown {
	if (error instanceof DamagedPage) return damaged(file, error);
	switch (sqliteCode(error)) {
		case SQLITE_IOERR:
		case SQLITE_CANTOPEN:
			return new HumanError(
				l10n.t`${file} could not be opened. Check that it is there and readable.`,
				{
					cause: error,
				},
			);
		case SQLITE_BUSY:
			return new HumanError(
				l10n.t`${file} is in use by another program. Try again when it is done.`,
				{
					cause: error,
				},
			);
		case SQLITE_NOTADB:
			return new HumanError(l10n.t`${file} is not a capture of this extension.`, { cause: error });
		case SQLITE_CORRUPT:
		// A table that is not there, or has other columns than it should.
		case SQLITE_ERROR:
			return damaged(file, error);
		default:
			return error;
	}
}

/** SQLite's primary result code, if `error` has one. */
export function sqliteCode(error: unknown): number | undefined {
	if (!(error instanceof Error) || !('errcode' in error)) return undefined;
	// The upper bytes tell kinds of the same failure apart.
	return Number(error.errcode) & 0xff;
}
