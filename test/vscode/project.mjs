// @ts-check
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of package.json, found by climbing. The start is this file, or, when a bundler has moved
 * this code and left no address, the folder in which npm runs a script.
 *
 * @returns {string}
 */
function findRoot() {
	const start = import.meta.url ? dirname(fileURLToPath(import.meta.url)) : process.cwd();
	for (let folder = start; ; folder = dirname(folder)) {
		try {
			const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
			if (manifest.name === 'event-stream-inspector') return folder;
		} catch {
			// No manifest here: look one folder up.
		}
		if (folder === dirname(folder)) {
			throw new Error(
				`Start this in the folder of Event Stream Inspector; ${start} is outside of it.`,
			);
		}
	}
}

/** Absolute path of the checkout. */
export const root = findRoot();

/** Absolute path of the folder that keeps VS Code, Node and Chromium between runs. */
export const cacheFolder = join(root, '.vscode-test');

/**
 * Absolute path of something in the checkout.
 *
 * @param {...string} parts
 */
export const inProject = (...parts) => join(root, ...parts);
