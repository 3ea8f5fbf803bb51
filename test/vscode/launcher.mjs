#!/usr/bin/env node
// @ts-check
// Looks like the executable of a desktop VS Code to @vscode/test-electron, and runs the same workbench and
// extension host from the server build in a headless Chromium.
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { format } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { parentEnded } from './parent.mjs';
import { SIGNALS } from './processes.mjs';
import { cacheFolder } from './project.mjs';
import { startVSCode } from './server.mjs';

/** Tests that take longer than this in all hang. */
const LIMIT_MS = 15 * 60_000;

/** What the workbench itself logs at every start; it comes the same way as what the tests print. */
const CHATTER =
	/^(Resolv(ing|ed) connection token|Creating a socket|(Ignoring fetching|Updating) additional builtin|Creation of workbench contribution|Timed out waiting for authentication provider|\[(reconnection-grace-time|AgentHost|AccountPolicyGate|Service Worker))/;

/** @param {string} name */
const valuesOf = name =>
	process.argv.filter(arg => arg.startsWith(`--${name}=`)).map(arg => arg.slice(name.length + 3));

async function main() {
	const [extensionPath] = valuesOf('extensionDevelopmentPath');
	const [extensionTestsPath] = valuesOf('extensionTestsPath');
	if (!extensionPath) throw new Error('--extensionDevelopmentPath=FOLDER is missing.');
	const [workspace] = process.argv.slice(2).filter(arg => !arg.startsWith('-'));
	const vscode = await startVSCode({ extensionPath, extensionTestsPath, workspace });
	const quit = () => void vscode.close().finally(() => process.exit(1));
	for (const signal of SIGNALS) process.once(signal, quit);
	void parentEnded().then(quit);
	try {
		const browser = await launchBrowser();
		try {
			console.log(`VS Code ${vscode.version}, server build, in Chromium ${browser.version()}`);
			return await exitCode(await browser.newPage(), vscode.url);
		} finally {
			await browser.close();
		}
	} finally {
		await vscode.close();
	}
}

/**
 * Opens the workbench, passes on what the extension host prints, and waits for the end of the tests in it.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} url
 * @returns {Promise<number>}
 */
async function exitCode(page, url) {
	/** @type {Promise<number | undefined>} */
	const end = new Promise((resolve, reject) => {
		void page.exposeFunction('codeAutomationExit', resolve);
		page.on('crash', () => reject(new Error('The page with the workbench crashed.')));
		void delay(LIMIT_MS, undefined, { ref: false }).then(resolve);
	});
	await page.exposeFunction('codeAutomationLog', relay);
	await page.goto(url);
	const code = await end;
	if (code !== undefined) return code;
	const picture = join(cacheFolder, 'hang.png');
	await page.screenshot({ path: picture });
	const minutes = LIMIT_MS / 60_000;
	console.error(`The tests did not end within ${minutes} minutes. ${picture} shows the workbench.`);
	return 1;
}

/**
 * @param {string} type Name of a console method.
 * @param {unknown[]} args
 */
function relay(type, args) {
	if (CHATTER.test(String(args[0]))) return;
	const stream = type === 'error' || type === 'warn' ? process.stderr : process.stdout;
	stream.write(`${format(...args)}\n`);
}

process.exitCode = await main();
