// @ts-check
// Runs test/host in a real extension host.
//   node test/vscode/hostTests.mjs             on the server build
//   node test/vscode/hostTests.mjs --desktop   on the desktop build, which is downloaded
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { modernNode } from './nodeRuntime.mjs';
import { withNodeFirst } from './processes.mjs';
import { cacheFolder, inProject, root } from './project.mjs';
import { build, installDependencies } from './setUp.mjs';

await installDependencies();
await build();
const { downloadAndUnzipVSCode, runTests } = await import('@vscode/test-electron');

const workspace = mkdtempSync(join(tmpdir(), 'event-stream-workspace-'));
try {
	await runTests({
		vscodeExecutablePath: process.argv.includes('--desktop')
			? await desktop()
			: inProject('test', 'vscode', 'launcher.mjs'),
		extensionDevelopmentPath: root,
		extensionTestsPath: inProject('out', 'test', 'host', 'index'),
		extensionTestsEnv: withNodeFirst(await modernNode()),
		launchArgs: [workspace],
	});
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
} finally {
	rmSync(workspace, { recursive: true, force: true });
}

/**
 * Path of a desktop VS Code, downloaded if need be.
 *
 * @returns {Promise<string>}
 */
async function desktop() {
	if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
		throw new Error('The desktop VS Code needs a display: xvfb-run -a npm run test:desktop');
	}
	let executable;
	try {
		executable = await downloadAndUnzipVSCode({ cachePath: cacheFolder });
	} catch (error) {
		throw new Error(
			`The desktop VS Code could not be downloaded (${/** @type {Error} */ (error).message}). ` +
				'npm run test:host runs the same suites on the server build from npm.',
		);
	}
	const manifest = join(dirname(executable), 'resources', 'app', 'package.json');
	console.log(`VS Code ${JSON.parse(readFileSync(manifest, 'utf8')).version}, desktop build`);
	return executable;
}
