import * as l10n from '@vscode/l10n';
import { sqliteCode } from './captureFile';
import { limitWords } from './captureLimits';

const SQLITE_BUSY = 5;
const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;

/** Why nothing more can be kept, in words for a person; `maxSizeBytes` is the capture's limit. */
export function keepingFailure(error: unknown, maxSizeBytes: number | undefined): string {
	const isFull = sqliteCode(error) === SQLITE_FULL;
	const why =
		isFull && maxSizeBytes !== undefined ? limitWords({ bytes: maxSizeBytes }) : reason(error);
	return notKept(why);
}

/** `why` is a sentence. */
export function notKept(why: string): string {
	return l10n.t`${why} What comes in from now on is counted, but not kept.`;
}

function reason(error: unknown): string {
	// Of the file system, not of SQLite.
	if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') {
		return l10n.t('The disk is full.');
	}
	switch (sqliteCode(error)) {
		case SQLITE_FULL:
			return l10n.t('The disk is full.');
		case SQLITE_BUSY:
			return l10n.t('Another program has locked the capture’s file.');
		case SQLITE_IOERR:
		case SQLITE_CANTOPEN:
			return l10n.t('The capture’s file could not be written.');
		case SQLITE_READONLY:
			return l10n.t('The capture’s file has become read-only.');
		case SQLITE_CORRUPT:
		case SQLITE_NOTADB:
			return l10n.t('The capture’s file is damaged.');
		default:
			return l10n.t`The capture could not be written: ${error instanceof Error ? error.message : String(error)}.`;
	}
}
