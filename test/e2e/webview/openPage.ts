import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { at } from './clock';
import type { FakeHost } from './fakeHost';

const origin = 'http://inspector.test';
const nonce = 'test';

/** The themes as a body's class says them. */
export const themes = {
	'dark-modern': 'vscode-dark',
	'light-modern': 'vscode-light',
	'hc-black': 'vscode-high-contrast',
	'hc-light': 'vscode-high-contrast vscode-high-contrast-light',
} as const;

export type Theme = keyof typeof themes;

export interface PageOptions {
	readonly scene: string;
	readonly theme?: Theme;
	readonly width?: number;
	readonly height?: number;
	/** Its clock can be stopped: see Playwright's `page.clock`. */
	readonly hasClock?: boolean;
}

/** Where the built files are: tests run from the project's folder. */
const root = resolve('.');

/** What a person sees at once may take this long on a machine that is busy with something else. */
const patienceMs = 60_000;

/** When pages with a clock of their own begin. */
const startTime = at(12, 0, 0, 0);

/** How many times slower the page's processor is to be: what a test takes for granted shows then. */
const slowdown = Number(process.env.PAGE_SLOWDOWN ?? 1);

/**
 * Opens the built webview in a page of its own, with the content security policy of the real one
 * and a host that answers from a scene.
 * @param onBegin called before anything is loaded.
 */
export async function openPage(
	browser: Browser,
	options: PageOptions,
	onBegin: (page: Page) => void = () => {},
): Promise<Page> {
	const { scene, theme = 'dark-modern', width = 1200, height = 760, hasClock } = options;
	const page = await browser.newPage({ viewport: { width, height } });
	onBegin(page);
	page.setDefaultTimeout(patienceMs);
	if (hasClock === true) await page.clock.install({ time: startTime });
	if (slowdown > 1) {
		const session = await page.context().newCDPSession(page);
		await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
	}
	await page.route(`${origin}/**`, route => {
		const name = new URL(route.request().url()).pathname.slice(1);
		if (name === '') return route.fulfill({ contentType: 'text/html', body: html(theme) });
		const folder =
			name === 'themes.css' ? join(root, 'test/e2e/webview') : join(root, 'dist/webview');
		return route.fulfill({ path: join(folder, name) });
	});
	const host = readFileSync(join(root, 'out/test/e2e/webview/fakeHost.js'), 'utf8');
	await page.addInitScript({
		content: `{ const module = { exports: {} };\n${host}\nmodule.exports.install(${JSON.stringify(scene)}); }`,
	});
	await page.goto(`${origin}/`);
	return page;
}

/** Runs `act` with the host of the page. */
export function withHost<A, T>(
	page: Page,
	act: (host: FakeHost, argument: A) => T,
	argument?: A,
): Promise<T> {
	return page.evaluate(
		([source, value]) => {
			// oxlint-disable-next-line no-eval
			const run = (0, eval)(`(${source})`) as (host: unknown, value: unknown) => T;
			return run((window as unknown as { host: unknown }).host, value);
		},
		[act.toString(), argument] as const,
	);
}

function html(theme: Theme): string {
	const policy = [
		"default-src 'none'",
		`script-src 'nonce-${nonce}'`,
		`style-src ${origin}`,
		`font-src ${origin}`,
	].join('; ');
	return `<!DOCTYPE html>
<html lang="en" data-theme="${theme}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Event Stream Inspector</title>
<link rel="stylesheet" href="themes.css">
<link rel="stylesheet" href="webview.css">
</head>
<body class="${themes[theme]}">
<script type="module" nonce="${nonce}" src="webview.js"></script>
</body>
</html>`;
}
