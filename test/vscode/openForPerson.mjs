// @ts-check
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { endGroup } from './processes.mjs';

/**
 * Shows the inspector to whoever sits here: in the desktop VS Code if there is one, else in a browser. Does nothing
 * where there is no screen.
 *
 * @param {object} what
 * @param {string} what.url
 * @param {readonly string[]} what.extensions
 * @param {string} what.workspace
 * @param {Record<string, string>} what.env
 * @returns {Promise<() => Promise<void>>} Closes what has to be closed.
 */
export async function openForPerson({ url, extensions, workspace, env }) {
	const nothing = async () => {};
	if (!hasScreen()) return nothing;
	const desktop = onPath('code');
	if (desktop) {
		const profile = `${workspace}.profile`;
		const args = [
			...['--new-window', '--wait', '--disable-workspace-trust'],
			...['--user-data-dir', profile, '--extensions-dir', join(profile, 'extensions')],
			...extensions.map(path => `--extensionDevelopmentPath=${path}`),
			workspace,
		];
		const child = open(desktop, args, env);
		return () => endGroup(child);
	}
	const browser = process.platform === 'darwin' ? '/usr/bin/open' : onPath('xdg-open');
	// Its browser may have been open before and stays open.
	if (browser) open(browser, [url], {}).unref();
	return nothing;
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 */
function open(program, args, env) {
	const child = spawn(program, args, {
		detached: true,
		stdio: 'ignore',
		env: { ...process.env, ...env },
	});
	child.on('error', error => console.error(`${program} could not be started: ${error.message}`));
	return child;
}

/** @returns {boolean} */
function hasScreen() {
	if (process.env.CI) return false;
	return process.platform !== 'linux' || !!(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** @param {string} program */
function onPath(program) {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return folders.map(folder => join(folder, program)).find(existsSync);
}
