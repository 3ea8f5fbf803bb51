// Pictures of the webview in its states, themes and widths: node out/test/e2e/webview/screenshots.js <folder>
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launch } from './launch';
import { openPage, type Theme } from './openPage';
import { pictures } from './pictures';

const themes: readonly Theme[] = ['dark-modern', 'light-modern', 'hc-black', 'hc-light'];
const widths = [1200, 760, 420];

async function take(browser: Browser, folder: string, only: RegExp): Promise<void> {
	for (const [name, { scene, act, shows }] of Object.entries(pictures)) {
		for (const theme of themes) {
			for (const width of widths) {
				const file = `${name}.${theme}.${width}.png`;
				if (!only.test(file)) continue;
				const page = await openPage(browser, { scene, theme, width });
				await page.getByRole('status', { name: 'Connection' }).waitFor();
				await page.locator('[data-state]').waitFor();
				await act?.(page);
				if (shows !== undefined) await page.locator(shows).first().waitFor();
				// The mark of a finished load: all that was asked has been answered and painted.
				await page.waitForTimeout(250);
				await page.screenshot({ path: join(folder, file), animations: 'disabled' });
				await page.close();
			}
		}
	}
}

async function main(): Promise<void> {
	const folder = process.argv[2];
	if (folder === undefined) throw new Error('Name a folder for the pictures.');
	mkdirSync(folder, { recursive: true });
	const browser = await launch();
	try {
		await take(browser, folder, new RegExp(process.argv[3] ?? ''));
	} finally {
		await browser.close();
	}
}

void main();
