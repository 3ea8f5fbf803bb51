// @ts-check
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { bundledChromium } from './chromiumInstall.mjs';

/** Names under which a system keeps a browser that Playwright's Chromium driver can steer. */
const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Starts a headless Chromium: $CHROME_PATH, else a browser of the system, else the one from npm. The first that
 * really starts is taken.
 *
 * @returns {Promise<import('playwright-core').Browser>}
 * @throws {Error} With the reason of each that did not start.
 */
export async function launchBrowser() {
	const { chromium } = await import('playwright-core');
	const failures = [];
	for (const candidate of candidates()) {
		try {
			const { executable, env } = await candidate();
			return await chromium.launch({
				executablePath: executable,
				env: { ...process.env, ...env },
				// /dev/shm is 64 MB in a container, which a workbench outgrows.
				args: ['--disable-dev-shm-usage'],
			});
		} catch (error) {
			failures.push(error instanceof Error ? error.message : String(error));
		}
	}
	throw new Error(`No Chromium starts here. Set CHROME_PATH to one.\n${failures.join('\n')}`);
}

/**
 * Where a browser may be, best first. Each is only looked at when those before it do not start.
 *
 * @returns {(() => Promise<{ executable: string; env: Record<string, string> }>)[]}
 */
function candidates() {
	const folders = (process.env.PATH ?? '').split(delimiter);
	const installed = SYSTEM_NAMES.map(name =>
		folders.map(folder => join(folder, name)).find(existsSync),
	);
	return [
		...[process.env.CHROME_PATH, ...installed].flatMap(executable =>
			executable ? [async () => ({ executable, env: {} })] : [],
		),
		bundledChromium,
	];
}
