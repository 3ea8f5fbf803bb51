// @ts-check
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { node24 } from './nodeRuntime.mjs';
import { endGroup, killChildren } from './processes.mjs';
import { inProject } from './project.mjs';
import { VSCODE_VERSION, vscodeServer } from './serverInstall.mjs';

/** A server that has not said where it listens after this long never will. */
const START_LIMIT_MS = 120_000;
/** Characters of its output that are kept for the message when it does not start. */
const OUTPUT_LIMIT = 20_000;

/**
 * User settings of every run: nothing that pops up, asks, or calls home.
 *
 * @type {Record<string, unknown>}
 */
const QUIET_SETTINGS = {
	'workbench.startupEditor': 'none',
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'workbench.tips.enabled': false,
	// Otherwise `workbench.colorTheme` yields to what the browser says about the system.
	'window.autoDetectColorScheme': false,
	'window.autoDetectHighContrast': false,
	'chat.disableAIFeatures': true,
	'extensions.ignoreRecommendations': true,
	'extensions.autoCheckUpdates': false,
	'git.openRepositoryInParentFolders': 'never',
	'telemetry.telemetryLevel': 'off',
	'update.mode': 'none',
};

/**
 * With these VS Code does not ask at once whether to trust.
 *
 * @type {Record<string, unknown>}
 */
const UNTRUSTED_SETTINGS = {
	'security.workspace.trust.startupPrompt': 'never',
	'security.workspace.trust.emptyWindow': false,
};

/**
 * @typedef {object} VSCodeOptions
 * @property {string} [extensionPath] Folder of the extension under development. There can be one: of several in the
 *   address, the workbench takes the last.
 * @property {readonly string[]} [installed] Folders of extensions to install beside it.
 * @property {string} [workspace] Folder to open, by default a new empty one, or a `.code-workspace` file.
 * @property {boolean} [isUntrusted] The workspace is not trusted before somebody says so.
 * @property {Record<string, unknown>} [settings] User settings.
 * @property {string} [extensionTestsPath] Module with `run()`, to run in the extension host.
 * @property {Record<string, string>} [env] Added to the environment of the extension host.
 */

/**
 * @typedef {object} VSCode
 * @property {string} url Address of the workbench with the extension loaded.
 * @property {number} port Where the server listens, on 127.0.0.1.
 * @property {string} version Version of VS Code.
 * @property {string} workspace Absolute path of the folder that is open.
 * @property {string} settingsFile Of the user's settings. VS Code notices when it is written.
 * @property {Promise<void>} ended Resolves when the server is gone, for whatever reason.
 * @property {() => void} killExtensionHosts Ends the extension hosts of all windows as the system does it that has no
 *   memory left: they hear nothing of it. On Linux.
 * @property {() => Promise<void>} close Ends the server and its extension hosts, and removes what they wrote.
 */

/**
 * Starts a VS Code server with data of its own, installing the server first if need be. Every page that opens
 * its address gets a workbench and an extension host.
 *
 * @param {VSCodeOptions} options Paths are absolute.
 * @returns {Promise<VSCode>}
 */
export async function startVSCode(options) {
	const server = await vscodeServer();
	const node = await node24();
	const folder = mkdtempSync(join(tmpdir(), 'event-stream-vscode-'));
	const data = join(folder, 'server');
	const workspace = options.workspace ?? join(folder, 'workspace');
	if (!isWorkspaceFile(workspace)) mkdirSync(workspace, { recursive: true });
	const extensions = join(folder, 'extensions');
	for (const path of options.installed ?? []) {
		cpSync(path, join(extensions, basename(path)), { recursive: true });
	}
	// By their own path, VS Code's themes would lie in the folder of the extension under development, and the
	// workbench takes the first theme of such an extension, whatever the settings say.
	const builtIn = join(folder, 'builtIn');
	symlinkSync(join(server, 'extensions'), builtIn);
	const user = join(data, 'data', 'User');
	mkdirSync(user, { recursive: true });
	const untrusted = options.isUntrusted === true ? UNTRUSTED_SETTINGS : {};
	const settings = { ...QUIET_SETTINGS, ...untrusted, ...options.settings };
	const settingsFile = join(user, 'settings.json');
	writeFileSync(settingsFile, JSON.stringify(settings, undefined, '\t'));

	const child = spawn(
		node,
		[
			...['--import', pathToFileURL(inProject('test', 'vscode', 'endWithParent.mjs')).href],
			join(server, 'out', 'server-main.js'),
			...['--host', '127.0.0.1', '--port', '0'],
			...['--server-data-dir', data, '--extensions-dir', extensions],
			...['--builtin-extensions-dir', builtIn, '--telemetry-level', 'off'],
			'--without-connection-token',
			'--accept-server-license-terms',
			...(options.isUntrusted === true ? [] : ['--disable-workspace-trust']),
			// Without it a built workbench ignores the extensions that the address names.
			'--enable-smoke-test-driver',
		],
		// A group of its own, so that its extension hosts can be ended with it.
		{ detached: true, env: serverEnvironment(options.env), stdio: ['ignore', 'pipe', 'pipe'] },
	);
	/** @type {Promise<void>} */
	const ended = new Promise(resolve => child.once('close', () => resolve()));
	const close = async () => {
		await endGroup(child);
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	};
	try {
		const port = await listeningPort(child);
		const url = `http://127.0.0.1:${port}${addressPath(`127.0.0.1:${port}`, workspace, options)}`;
		const killExtensionHosts = () => killChildren(child, '--type=extensionHost');
		const where = { url, port, version: VSCODE_VERSION, workspace, settingsFile };
		return { ...where, ended, killExtensionHosts, close };
	} catch (error) {
		await close();
		throw error;
	}
}

/**
 * The command line of the server build, for what needs no workbench.
 *
 * @returns {Promise<{ command: string; args: string[] }>}
 */
export async function vscodeCommandLine() {
	const script = join(await vscodeServer(), 'out', 'server-main.js');
	return { command: await node24(), args: [script, '--accept-server-license-terms'] };
}

/**
 * Path and query that make a workbench open a folder with an extension under development.
 *
 * @param {string} authority Host and port of the page, which must be the same in all of them.
 * @param {string} workspace
 * @param {Pick<VSCodeOptions, 'extensionPath' | 'extensionTestsPath'>} options
 */
export function addressPath(authority, workspace, { extensionPath, extensionTestsPath }) {
	/** @param {string} path */
	const remote = path => `vscode-remote://${authority}${path}`;
	const payload = [];
	if (extensionPath) payload.push(['extensionDevelopmentPath', remote(extensionPath)]);
	if (extensionTestsPath) payload.push(['extensionTestsPath', remote(extensionTestsPath)]);
	const query = new URLSearchParams([
		[isWorkspaceFile(workspace) ? 'workspace' : 'folder', workspace],
		['payload', JSON.stringify(payload)],
	]);
	return `/?${query}`;
}

/** @param {string} path */
const isWorkspaceFile = path => path.endsWith('.code-workspace');

/**
 * Ours without what another VS Code put there, should this run in its terminal.
 *
 * @param {Record<string, string>} [added]
 */
function serverEnvironment(added) {
	const own = Object.entries(process.env).filter(([name]) => !/^(VSCODE|ELECTRON)_/.test(name));
	// No extension gallery: nothing in a run may depend on what it answers, or on its being there.
	return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: '{}', ...added };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function listeningPort(child) {
	return new Promise((resolve, reject) => {
		let output = '';
		/** @param {string} reason */
		const fail = reason => {
			clearTimeout(limit);
			reject(new Error(`The VS Code server ${reason}. It printed:\n${output}`));
		};
		const limit = setTimeout(fail, START_LIMIT_MS, 'did not start listening in time');
		child.on('error', error => fail(`could not be started: ${error.message}`));
		child.on('exit', code => fail(`ended with ${code}`));
		/** @param {Buffer} chunk */
		const read = chunk => {
			if (output.length < OUTPUT_LIMIT) output += chunk;
			const [, port] = /Extension host agent listening on (\d+)/.exec(output) ?? [];
			if (port === undefined) return;
			clearTimeout(limit);
			resolve(Number(port));
		};
		child.stdout?.on('data', read);
		child.stderr?.on('data', read);
	});
}
