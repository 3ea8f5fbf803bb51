import { chromium, type Browser, type Page } from 'playwright-core';
import { freePort } from './freePort';
import { ms, type Figure } from './report';

/** With many more it does not come back within minutes. */
const events = 20_000;
/** Shorter waits for a frame than this are no freeze, in ms. */
const calmMs = 100;

/**
 * The EventStream tab of Chrome DevTools, in a page of its own, attached by the remote-debugging port: how
 * long it is busy with a burst.
 * @throws Error where the browser brings no DevTools: a headless shell does not.
 */
export async function devtools(executablePath: string, origin: string): Promise<Figure> {
	const port = await freePort();
	const browser = await chromium.launch({
		executablePath,
		args: [`--remote-debugging-port=${port}`, '--remote-allow-origins=*'],
	});
	try {
		const stream = await browser.newPage();
		await stream.goto(`${origin}/page`);
		const tab = await openEventStreamTab(browser, stream, `http://127.0.0.1:${port}`, origin);
		const began = performance.now();
		await fetch(`${origin}/go`);
		await stream.waitForFunction(
			expected => (globalThis as { received?: number }).received === expected,
			events,
			{ timeout: 600_000 },
		);
		const received = performance.now() - began;
		const { busyMs, longestMs } = await untilCalm(tab, began);
		return {
			what: `Chrome DevTools’ EventStream tab, ${events.toLocaleString('en').replaceAll(',', ' ')} events`,
			measured: `busy for ${ms(busyMs)}, frozen for up to ${ms(longestMs)}; the page had all after ${ms(received)}`,
			values: { busyMs, longestMs, receivedMs: received },
		};
	} finally {
		await browser.close();
	}
}

/** The tab of a stream that is open, and waits. */
async function openEventStreamTab(
	browser: Browser,
	stream: Page,
	debugging: string,
	origin: string,
): Promise<Page> {
	const targets = (await (await fetch(`${debugging}/json/list`)).json()) as {
		readonly url: string;
		readonly webSocketDebuggerUrl: string;
	}[];
	const target = targets.find(({ url }) => url === stream.url());
	if (target === undefined) throw new Error('DevTools does not see the page.');
	const tab = await browser.newPage({ viewport: { width: 1400, height: 900 } });
	const socket = target.webSocketDebuggerUrl.replace('ws://', '');
	await tab.goto(`${debugging}/devtools/devtools_app.html?ws=${socket}&panel=network`);
	await tab.getByText('Recording network activity', { exact: false }).first().waitFor();
	await stream.evaluate(url => {
		const source = new EventSource(url);
		const page = globalThis as { received?: number };
		page.received = 0;
		source.addEventListener('tick', () => page.received!++);
		source.addEventListener('error', () => source.close());
	}, `${origin}/burst?events=${events}&held`);
	await tab
		.getByText(/^burst/)
		.first()
		.click();
	await tab.getByRole('tab', { name: 'EventStream' }).click();
	await tab.getByText('Type', { exact: true }).first().waitFor();
	return tab;
}

/** Frames come quickly again, many in a row. */
async function untilCalm(tab: Page, began: number) {
	let longestMs = 0;
	for (let calmFrames = 0; calmFrames < 20;) {
		const asked = performance.now();
		await tab.evaluate(() => new Promise(resolve => requestAnimationFrame(resolve)));
		const tookMs = performance.now() - asked;
		longestMs = Math.max(longestMs, tookMs);
		calmFrames = tookMs < calmMs ? calmFrames + 1 : 0;
	}
	return { busyMs: performance.now() - began, longestMs };
}
