import type { Browser } from 'playwright-core';
import { output, script } from '../../fixtures/child';

/** Reads a burst and tells how many ms passed between its first byte and its end. */
export interface Peer {
	readonly name: string;
	read(origin: string, events: number): Promise<number>;
}

const burstUrl = (origin: string, events: number) => `${origin}/burst?events=${events}`;

/** What the wire itself costs. */
export const curl: Peer = {
	name: 'curl > /dev/null',
	async read(origin, events) {
		const format = '%{time_starttransfer} %{time_total}';
		const args = ['-sN', '-o', '/dev/null', '-w', format, burstUrl(origin, events)];
		const [first, total] = (await output('curl', args)).split(' ').map(Number);
		return (total! - first!) * 1000;
	},
};

export const bareParser: Peer = {
	name: 'http + eventsource-parser',
	read: (origin, events) => runPeer('bench/peers/parserPeer', origin, events),
};

export const eventsourcePackage: Peer = {
	name: 'npm eventsource',
	read: (origin, events) => runPeer('bench/peers/eventsourcePeer', origin, events),
};

/** EventSource in a page, which does nothing but count. */
export function chromeEventSource(browser: Browser): Peer {
	return {
		name: 'Chrome’s EventSource in a page',
		async read(origin, events) {
			const page = await browser.newPage();
			try {
				await page.goto(`${origin}/page`);
				return await page.evaluate(
					([url, expected]) =>
						new Promise<number>((resolve, reject) => {
							const source = new EventSource(url);
							let began = 0;
							let count = 0;
							source.addEventListener('open', () => (began = performance.now()));
							source.addEventListener('tick', () => {
								count++;
								if (count !== expected) return;
								source.close();
								resolve(performance.now() - began);
							});
							source.addEventListener('error', () => reject(new Error(`${count} of ${expected}`)));
						}),
					[burstUrl(origin, events), events] as const,
				);
			} finally {
				await page.close();
			}
		},
	};
}

async function runPeer(name: string, origin: string, events: number): Promise<number> {
	return Number(
		await output(process.execPath, [script(name), burstUrl(origin, events), String(events)]),
	);
}
