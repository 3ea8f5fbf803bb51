// @ts-check
import { readFileSync } from 'node:fs';
import { withLock } from './cache.mjs';
import { mustRun } from './processes.mjs';
import { inProject } from './project.mjs';

/** Installs the packages that package-lock.json names, unless just these are there. */
export async function installDependencies() {
	if (areDependenciesThere()) return;
	await withLock(async () => {
		if (areDependenciesThere()) return;
		console.log('Installing dependencies (npm ci) …');
		await mustRun('The dependencies could not be installed', 'npm', [
			'ci',
			'--no-audit',
			'--no-fund',
		]);
	});
}

/**
 * npm keeps its own lock file in node_modules, and writes it last: an install that was interrupted has none.
 *
 * @returns {boolean}
 */
function areDependenciesThere() {
	try {
		const wanted = packagesOf('package-lock.json');
		const present = packagesOf('node_modules', '.package-lock.json');
		return Object.entries(wanted).every(
			([path, { version, optional }]) =>
				// The packages of other platforms are optional, and not there.
				path === '' || optional || present[path]?.version === version,
		);
	} catch {
		return false;
	}
}

/**
 * @param {...string} file
 * @returns {Record<string, { version: string; optional?: boolean }>}
 */
const packagesOf = (...file) => JSON.parse(readFileSync(inProject(...file), 'utf8')).packages;

/** Bundles the extension and its tests into dist/ and out/. */
export async function build() {
	await withLock(() => mustRun('The build failed', process.execPath, [inProject('esbuild.js')]));
}
