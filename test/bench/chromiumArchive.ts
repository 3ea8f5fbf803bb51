import { writeFileSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { SseServer } from '../fixtures/sseServer';
import { freePort } from './freePort';

/*
 * Writes test/fixtures/archives/chromium.har: what the network panel of a real Chromium exports of an event
 * stream. Its argument is a Chromium that brings DevTools, which a headless shell does not:
 *   npm run build && node out/test/bench/chromiumArchive.js /usr/bin/chromium
 */
const target = 'test/fixtures/archives/chromium.har';

const first =
	': hello\nretry: 10\nid: 1\nevent: tick\ndata: {"n":1}\n\ndata: two\ndata: lines\n\nid: ü-3\ndata: €\n\n';

/** What DevTools exports, made by its own modules in its own page. */
async function exportedBy(tab: Page): Promise<string> {
	return tab.evaluate(async () => {
		const load = (path: string) => import(new URL(path, location.href).href);
		const [har, logs] = await Promise.all([
			load('./models/har/har.js'),
			load('./models/logs/logs.js'),
		]);
		const requests = logs.NetworkLog.NetworkLog.instance().requests();
		const log = await har.Log.Log.build(requests, { sanitize: false });
		return JSON.stringify({ log }, undefined, '\t');
	});
}

async function main(executablePath: string): Promise<void> {
	const server = await SseServer.start();
	server.route('/', async exchange => exchange.answer(200, { 'Content-Type': 'text/html' }));
	server.route('/moved', async exchange => exchange.answer(302, { Location: '/archive' }));
	server.route('/archive', async exchange => {
		exchange.open({ 'Set-Cookie': 'token=very-secret' });
		const isFirst = exchange.request.headers['last-event-id'] === undefined;
		await exchange.write(isFirst ? first : 'data: resumed\n\n');
		exchange.end();
	});
	const port = await freePort();
	const browser = await chromium.launch({
		executablePath,
		args: [`--remote-debugging-port=${port}`, '--remote-allow-origins=*', '--no-sandbox'],
	});
	try {
		const page = await browser.newPage();
		await page.goto(server.url('/'));
		const debugging = `http://127.0.0.1:${port}`;
		const listed = (await (await fetch(`${debugging}/json/list`)).json()) as {
			readonly url: string;
			readonly webSocketDebuggerUrl: string;
		}[];
		const socket = listed.find(({ url }) => url === page.url())!.webSocketDebuggerUrl;
		const tab = await browser.newPage();
		const query = `ws=${socket.replace('ws://', '')}&panel=network`;
		await tab.goto(`${debugging}/devtools/devtools_app.html?${query}`);
		await tab.getByText('Recording network activity', { exact: false }).first().waitFor();
		await page.evaluate(
			url =>
				new Promise<void>(resolve => {
					document.cookie = 'session=very-secret';
					const source = new EventSource(url);
					let errors = 0;
					source.addEventListener('error', () => {
						// The first end is followed by another attempt, whose end is the last.
						if (++errors < 2) return;
						source.close();
						resolve();
					});
				}),
			server.url('/moved'),
		);
		writeFileSync(target, `${await exportedBy(tab)}\n`);
	} finally {
		await browser.close();
		await server.close();
	}
}

main(process.argv[2] ?? '').catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
