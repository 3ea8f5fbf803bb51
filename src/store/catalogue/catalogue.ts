import * as l10n from '@vscode/l10n';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { HumanError } from '../../base/errors';
import { openCaptureFile, readAbout, writeTitle, type CaptureAbout } from '../file/captureFile';
import { readSummary, type CaptureSummary } from '../file/summary';
import { isCaptureName } from './captureName';
import { besides, tidyUp, withCaptureAlone } from './captureLock';
import { beyondLimits, type RetentionLimits } from './retention';

/** A capture in a folder, as it is listed. */
export interface ListedCapture extends Partial<CaptureSummary> {
	readonly file: string;
	readonly about: CaptureAbout;
	/** On disk, with its log. */
	readonly sizeBytes: number;
	/** When its file last changed, in ms since the epoch. */
	readonly changed: number;
	/** It is being written or shown, in this window or in another. */
	readonly isInUse: boolean;
	/** The host ended while it was being written: by a crash, or killed. */
	readonly isCut: boolean;
}

/*
 * Captures as files in a folder. None of their entries is read here, but it takes a file each: to be used
 * within a thread.
 */

/** Those in the folder, in no order. What is no capture of ours, or is damaged, is left out. */
export function listCaptures(folder: string): ListedCapture[] {
	return captureFiles(folder).flatMap(file => {
		try {
			return [lookAtCapture(file)];
		} catch {
			return [];
		}
	});
}

/**
 * One of them. If its writer was killed, it is made one file.
 * @throws HumanError if it is not there, or no capture.
 */
export function lookAtCapture(file: string): ListedCapture {
	const isInUse = isCaptureInUse(file);
	const database = openCaptureFile(file);
	try {
		const { mtimeMs } = statSync(file);
		const summary = readSummary(database);
		return {
			file,
			about: readAbout(database),
			sizeBytes: sizeOnDisk(file),
			changed: mtimeMs,
			isInUse,
			isCut: !isInUse && summary !== undefined && summary.ending === undefined,
			...summary,
		};
	} finally {
		database.close();
	}
}

/**
 * Deletes those that nobody has open.
 * @returns those that are gone; the others are in use, or cannot be deleted.
 */
export function deleteCaptures(files: readonly string[]): string[] {
	return files.filter(file => {
		try {
			if (withCaptureAlone(file, () => 'alone') === 'inUse') return false;
		} catch {
			// It is no database any more, or not there: nobody has it open as one.
		}
		try {
			// Windows deletes nothing that is open, so this comes after looking.
			for (const suffix of ['', ...besides]) rmSync(`${file}${suffix}`, { force: true });
			return true;
		} catch {
			return false;
		}
	});
}

/** Deletes what is beyond the limits. Returns the files. */
export function enforceRetention(folder: string, limits: RetentionLimits, nowMs: number): string[] {
	const captures = listCaptures(folder).map(one => ({ ...one, latest: one.latest ?? one.changed }));
	return deleteCaptures(beyondLimits(captures, limits, nowMs).map(({ file }) => file));
}

/**
 * Gives a capture that nobody has open another name.
 * @throws HumanError if somebody has, or it cannot be written.
 */
export function renameCapture(file: string, title: string): void {
	let isInUse;
	try {
		isInUse = withCaptureAlone(file, database => writeTitle(database, title)) === 'inUse';
	} catch (cause) {
		throw new HumanError(l10n.t`${file} could not be written. Check that it is there.`, { cause });
	}
	if (isInUse) {
		throw new HumanError(
			l10n.t('The capture is open in another window. Rename it there, or close it there.'),
		);
	}
}

/** Also makes one file of it if its writer is gone. */
function isCaptureInUse(file: string): boolean {
	// Whoever has it open has it so with a log beside it.
	if (!existsSync(`${file}-wal`)) return false;
	try {
		return withCaptureAlone(file, database => tidyUp(database, file)) === 'inUse';
	} catch {
		return false;
	}
}

function captureFiles(folder: string): string[] {
	try {
		return readdirSync(folder)
			.filter(name => isCaptureName(name))
			.map(name => join(folder, name));
	} catch {
		return []; // None was ever made.
	}
}

function sizeOnDisk(file: string): number {
	return ['', ...besides].reduce(
		(sum, suffix) => sum + (statSync(`${file}${suffix}`, { throwIfNoEntry: false })?.size ?? 0),
		0,
	);
}
