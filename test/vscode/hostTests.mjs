// @ts-check
// Runs test/host in a real extension host: of the server build, or of the desktop build with --desktop; all of it, or the
// suites whose names have one of the words.
//   node test/vscode/hostTests.mjs [--desktop] [word …]
// Of the desktop build $VSCODE_VERSION says which: 1.106.0, or stable, which is what it takes without.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { cacheFolder, inProject, root } from './project.mjs';

const words = process.argv.slice(2).filter(arg => arg !== '--desktop');
const workspace = mkdtempSync(join(tmpdir(), 'event-stream-workspace-'));
try {
	await runTests({
		vscodeExecutablePath: process.argv.includes('--desktop')
			? await desktop()
			: inProject('test', 'vscode', 'launcher.mjs'),
		extensionDevelopmentPath: root,
		extensionTestsPath: inProject('out', 'test', 'host', 'index'),
		extensionTestsEnv: { HOST_TESTS: words.join(' ') },
		launchArgs: [workspace],
	});
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
} finally {
	// On Windows a folder may be held for a moment by what was ended in it.
	rmSync(workspace, { recursive: true, force: true, maxRetries: 10 });
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
		const version = process.env.VSCODE_VERSION;
		executable = await downloadAndUnzipVSCode({ cachePath: cacheFolder, version });
	} catch (error) {
		throw new Error(
			`The desktop VS Code could not be downloaded (${/** @type {Error} */ (error).message}). ` +
				'npm run test:host runs the same suites on the server build from npm.',
			{ cause: error },
		);
	}
	const manifest = join(dirname(executable), 'resources', 'app', 'package.json');
	console.log(`VS Code ${JSON.parse(readFileSync(manifest, 'utf8')).version}, desktop build`);
	return executable;
}
