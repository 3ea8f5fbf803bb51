import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { vscodeCommandLine } from '../realVSCode';

/**
 * Makes the package in a folder, and installs it there as a user does.
 *
 * @returns The package, and the folder that it was installed in.
 * @throws {assert.AssertionError} If it cannot be made without a warning.
 */
export async function installPackage(folder: string): Promise<{ vsix: string; root: string }> {
	const vsix = join(folder, 'inspector.vsix');
	const { stdout, stderr, status } = spawnSync('npm', ['run', 'package', '--', '--out', vsix], {
		encoding: 'utf8',
	});
	assert.equal(status, 0, stdout + stderr);
	assert.doesNotMatch(stdout + stderr, /^ ?WARNING/m);
	const { command, args } = await vscodeCommandLine();
	const extensions = join(folder, 'extensions');
	const install = ['--install-extension', vsix, '--extensions-dir', extensions];
	execFileSync(command, [...args, ...install, '--server-data-dir', join(folder, 'data')], {
		stdio: 'pipe',
	});
	const installed = readdirSync(extensions).filter(name => name.startsWith('sse-tools.'));
	assert.equal(installed.length, 1);
	return { vsix, root: join(extensions, installed[0]!) };
}
