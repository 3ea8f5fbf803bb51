// @ts-check
import { join } from 'node:path';
import { cached } from './cache.mjs';
import { mustRun } from './processes.mjs';

/** The Node that VS Code's server is built for. */
const VERSION = '24.21.0';

/**
 * Path of a Node 24 binary: the running one if it is that, else one from npm, kept in the cache.
 *
 * @returns {Promise<string>}
 */
export async function node24() {
	const [major] = runningVersion();
	if (major === 24) return process.execPath;
	const name = `node-${process.platform}-${process.arch}`;
	const folder = await cached(`node-${VERSION}`, `Node ${VERSION}`, async target => {
		await mustRun(`Node ${VERSION} could not be installed`, 'npm', [
			'install',
			...NPM_FLAGS,
			'--prefix',
			target,
			// The binary itself: the package `node` fetches it in an install script, which npm may refuse to run.
			`${name}@${VERSION}`,
		]);
	});
	return join(folder, 'node_modules', name, 'bin', 'node');
}

/**
 * Path of a Node that has what VS Code's own has (node:sqlite, zstd): the running one if it is new enough.
 *
 * @returns {Promise<string>}
 */
export async function modernNode() {
	const [major, minor] = runningVersion();
	return major > 22 || (major === 22 && minor >= 15) ? process.execPath : node24();
}

/** npm flags for an install that runs no scripts and prints little. */
export const NPM_FLAGS = [
	'--ignore-scripts',
	'--no-audit',
	'--no-fund',
	'--no-package-lock',
	'--omit=dev',
];

/** @returns {[major: number, minor: number]} */
function runningVersion() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	return [major, minor];
}
