import * as l10n from '@vscode/l10n';
import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { HumanError } from '../../base/errors';
import type { AttemptFacts } from './attemptFacts';
import type { Capture } from '../capture';
import { isSameFile } from './sameFile';
import { cannotWrite } from './writeFailure';

/** A file that is being written. */
interface FileToWrite {
	writeFile(bytes: Uint8Array): Promise<void>;
	close(): Promise<void>;
}

export interface SaveOptions {
	/** Absent: as received. */
	readonly isDecoded?: boolean;
	/** Told of the bytes written so far. */
	readonly onProgress?: (writtenBytes: number) => void;
	/** Ends the work early. */
	readonly signal?: AbortSignal;
	/** Makes a file that is not there yet. */
	readonly create?: (path: string) => Promise<FileToWrite>;
}

/**
 * Writes the bytes of an attempt that are in the capture now to `file`, which is replaced if it
 * exists: whole, or not at all. One piece is in memory at a time.
 * @param attempt as `Capture.attempts` has just told of it.
 * @returns whether it was not ended early.
 * @throws HumanError if it cannot be written, or bytes are cleared meanwhile.
 */
export async function saveAttempt(
	capture: Pick<Capture, 'attemptBytes' | 'file'>,
	attempt: AttemptFacts,
	file: string,
	options: SaveOptions = {},
): Promise<boolean> {
	if (isSameFile(capture.file, file)) {
		throw new HumanError(l10n.t`${file} is the capture itself. Choose another file.`);
	}
	const { signal, create = createFile } = options;
	// Beside it, so that it can take its place at once.
	const part = `${file}.${randomUUID().slice(0, 8)}.part`;
	try {
		const target = await create(part);
		try {
			await writePieces(capture, attempt, target, options);
		} finally {
			await target.close();
		}
		if (signal?.aborted !== true) await rename(part, file);
	} catch (error) {
		throw error instanceof HumanError ? error : cannotWrite(file, error);
	} finally {
		await rm(part, { force: true }).catch(() => {});
	}
	return signal?.aborted !== true;
}

async function writePieces(
	capture: Pick<Capture, 'attemptBytes'>,
	{ attempt, body, coded }: AttemptFacts,
	target: FileToWrite,
	{ isDecoded = false, onProgress, signal }: SaveOptions,
): Promise<void> {
	const { sizeBytes: to, keptBytes } = isDecoded ? body : (coded ?? body);
	let writtenBytes = 0;
	for (let from = 0; from < to && signal?.aborted !== true;) {
		const piece = await capture.attemptBytes(attempt, { isDecoded, from, to });
		if (piece === undefined) break;
		await target.writeFile(piece.bytes);
		from = piece.from + piece.bytes.length;
		writtenBytes += piece.bytes.length;
		onProgress?.(writtenBytes);
	}
	if (writtenBytes !== keptBytes && signal?.aborted !== true) {
		throw new HumanError(l10n.t('The capture was cleared while its bytes were being saved.'));
	}
}

function createFile(path: string): Promise<FileToWrite> {
	return open(path, 'wx').then(handle => ({
		writeFile: bytes => handle.writeFile(bytes),
		close: () => handle.close(),
	}));
}
