// @ts-check
import {
	existsSync,
	linkSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { cacheFolder } from './project.mjs';

const lock = join(cacheFolder, 'lock');

/**
 * A folder of the cache, filled on first use. It gets its name only when it is complete, so that what an
 * interrupted run leaves is never taken for the real thing.
 *
 * @param {string} name Name of the folder; carries every version that decides what is in it.
 * @param {string} label What a person calls it.
 * @param {(folder: string) => Promise<void>} install Fills an empty folder.
 * @returns {Promise<string>} Absolute path.
 */
export async function cached(name, label, install) {
	const folder = join(cacheFolder, name);
	if (existsSync(folder)) return folder;
	return withLock(async () => {
		if (existsSync(folder)) return folder;
		const unfinished = `${folder}.unfinished`;
		rmSync(unfinished, { recursive: true, force: true });
		mkdirSync(unfinished);
		const startedMs = Date.now();
		console.log(`Installing ${label} (once) …`);
		await install(unfinished);
		renameSync(unfinished, folder);
		console.log(`Installed ${label} in ${Math.round((Date.now() - startedMs) / 1000)} s.`);
		return folder;
	});
}

/**
 * Runs a task that no other process in this checkout runs at the same time.
 *
 * @template T
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export async function withLock(task) {
	mkdirSync(cacheFolder, { recursive: true });
	for (let isFirst = true; !claim(); isFirst = false) {
		if (isFirst) console.log('Another run is setting up this checkout; waiting for it …');
		await delay(300);
	}
	try {
		return await task();
	} finally {
		rmSync(lock, { force: true });
	}
}

/** @returns {boolean} Whether the lock is ours now. */
function claim() {
	// Written aside and linked, so that a lock is never seen without its owner.
	const mine = `${lock}.${process.pid}`;
	writeFileSync(mine, String(process.pid));
	try {
		linkSync(mine, lock);
		return true;
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
		if (!isOwnerAlive()) rmSync(lock, { force: true });
		return false;
	} finally {
		rmSync(mine, { force: true });
	}
}

/** @returns {boolean} Whether the process that holds the lock still runs; it may have been killed. */
function isOwnerAlive() {
	try {
		process.kill(Number(readFileSync(lock, 'utf8')), 0);
		return true;
	} catch (error) {
		// EPERM: it runs, as another user. Anything else: no such process, or the lock is gone already.
		return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
	}
}
