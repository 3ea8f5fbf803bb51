import { closeSync, openSync, realpathSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { assertNever } from '../../base/assertNever';
import { HumanError } from '../../base/errors';
import { openCaptureFile } from './captureFile';
import { selectEntries, toEntry } from './entryRow';

/**
 * `sqlite`: the capture itself. `jsonl`: an `Entry` per line. `sse`: the body bytes as they came,
 * through all attempts.
 */
export type ExportFormat = 'sqlite' | 'jsonl' | 'sse';

const writeSizeBytes = 1_048_576;

/**
 * Writes a capture, as it is now, to another file, which is replaced if it exists. That file is
 * either whole or not there. Takes long: to be used within a worker of its own.
 * @throws HumanError if it cannot be written.
 */
export function exportCapture(from: string, to: string, format: ExportFormat): void {
	if (isSameFile(from, to)) {
		throw new HumanError(`${to} is the capture itself. Choose another file.`);
	}
	const part = `${to}.part`;
	const database = openCaptureFile(from);
	try {
		rmSync(part, { force: true });
		writeExport(database, part, format);
		renameSync(part, to);
	} catch (error) {
		rmSync(part, { force: true });
		const reason = error instanceof Error ? error.message : String(error);
		throw new HumanError(`${to} could not be written: ${reason}`, { cause: error });
	} finally {
		database.close();
	}
}

function writeExport(database: DatabaseSync, file: string, format: ExportFormat): void {
	switch (format) {
		case 'sqlite':
			database.prepare('VACUUM INTO ?').run(file);
			return;
		case 'jsonl':
			database.exec('BEGIN'); // all of it as it is now
			return writeParts(file, lines(database));
		case 'sse':
			database.exec('BEGIN');
			return writeParts(file, body(database));
		default:
			assertNever(format);
	}
}

function* lines(database: DatabaseSync): Iterable<Uint8Array> {
	for (const columns of inPages(database, selectEntries, 'seq')) {
		yield Buffer.from(`${JSON.stringify(toEntry(columns))}\n`);
	}
}

function* body(database: DatabaseSync): Iterable<Uint8Array> {
	for (const row of inPages(database, 'SELECT offset, bytes FROM segment', 'offset')) {
		yield row.bytes as Uint8Array;
	}
}

/** Not `iterate`: before Node 24 its statement may be collected as garbage while it runs. */
function* inPages(database: DatabaseSync, select: string, key: 'seq' | 'offset') {
	const page = database.prepare(`${select} WHERE ${key} > ? ORDER BY ${key} LIMIT 32`);
	let last = -1;
	for (;;) {
		const rows = page.all(last);
		if (rows.length === 0) return;
		yield* rows;
		last = Number(rows.at(-1)?.[key]);
	}
}

function writeParts(file: string, parts: Iterable<Uint8Array>): void {
	const descriptor = openSync(file, 'w');
	try {
		let pending: Uint8Array[] = [];
		let sizeBytes = 0;
		const flush = () => {
			const bytes = Buffer.concat(pending);
			for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
			pending = [];
			sizeBytes = 0;
		};
		for (const part of parts) {
			pending.push(part);
			sizeBytes += part.length;
			if (sizeBytes >= writeSizeBytes) flush();
		}
		flush();
	} finally {
		closeSync(descriptor);
	}
}

/** Whether both names stand for one file that is there. */
export function isSameFile(a: string, b: string): boolean {
	try {
		return realpathSync(a) === realpathSync(b);
	} catch {
		// The target is not there yet.
		return false;
	}
}
