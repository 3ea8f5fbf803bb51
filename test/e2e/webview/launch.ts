import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';

/** Starts the browser that the other tests use, too. */
export async function launch(): Promise<Browser> {
	const file = pathToFileURL(resolve('test/vscode/browser.mjs')).href;
	const { launchBrowser } = (await import(file)) as { launchBrowser: () => Promise<Browser> };
	return launchBrowser();
}
