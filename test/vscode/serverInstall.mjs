// @ts-check
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache.mjs';
import { NPM_FLAGS } from './nodeRuntime.mjs';
import { mustRun } from './processes.mjs';
import { inProject } from './project.mjs';

/** Version of the VS Code that the npm package below contains. */
export const VSCODE_VERSION = '1.139.1';
/** The npm package with a complete VS Code server in lib/vscode. */
const PACKAGE = 'code-server@4.139.1';

/**
 * The two native modules without a ready-made binary. Compiling them takes a compiler, Python and 40 s; what
 * they do for the server is small enough to be done in JavaScript.
 */
const STAND_INS = [
	{ module: '@vscode/spdlog', file: 'spdlog.cjs' },
	{ module: '@vscode/native-watchdog', file: 'nativeWatchdog.cjs' },
];

/**
 * Folder of a VS Code server: the one of the cache, installed from npm on first use.
 *
 * @returns {Promise<string>}
 */
export async function vscodeServer() {
	const label = `VS Code ${VSCODE_VERSION} server`;
	const folder = await cached(`vscode-server-${VSCODE_VERSION}`, label, async target => {
		const purpose = `${label} could not be installed`;
		await mustRun(purpose, 'npm', ['install', ...NPM_FLAGS, '--prefix', target, PACKAGE]);
		const server = serverFolder(target);
		await mustRun(purpose, 'npm', ['install', ...NPM_FLAGS, '--prefix', server], { cwd: server });
		for (const { module, file } of STAND_INS) {
			copyFileSync(
				inProject('test', 'vscode', 'standIns', file),
				join(server, 'node_modules', module, 'index.js'),
			);
		}
	});
	return serverFolder(folder);
}

/** @param {string} folder */
const serverFolder = folder => join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
