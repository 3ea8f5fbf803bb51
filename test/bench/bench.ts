/**
 * Takes the figures that README.md beside this file describes, prints a table and writes JSON.
 *   npm run bench -- [--events N] [--runs N] [--growth] [--devtools CHROME] [--json FILE]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { start } from '../fixtures/child';
import { devtools } from './devtools';
import { growth } from './growth';
import { Inspector } from './inspector';
import { looking } from './looking';
import { machine, markdown, median, ms, whyMissed, type Figure, type Report } from './report';
import { sizes } from './sizes';
import { throughput, type Setting } from './throughput';

const { values: options } = parseArgs({
	options: {
		events: { type: 'string', default: '1000000' },
		runs: { type: 'string', default: '3' },
		growth: { type: 'boolean', default: false },
		devtools: { type: 'string' },
		json: { type: 'string', default: join('out', 'bench.json') },
	},
});

async function main(): Promise<void> {
	const events = Number(options.events);
	const runs = Number(options.runs);
	const note = (text: string) => console.error(`· ${text}`);
	note('package');
	const figures = await sizes();
	const server = await start('fixtures/burstServer');
	const browser = await launch();
	note('activation');
	const { inspector, activations } = await activated(browser, runs);
	try {
		figures.push(activation(activations));
		const origin = `http://127.0.0.1:${server.line}`;
		const setting: Setting = { origin, browser, inspector, events, runs, note };
		figures.push(...(await throughput(setting)));
		figures.push(...(await looking(setting)));
		if (options.growth) figures.push(...(await growth(setting)));
		if (options.devtools !== undefined) {
			note('DevTools');
			figures.push(await devtools(options.devtools, origin));
		}
		const report: Report = {
			date: new Date().toISOString().slice(0, 10),
			machine: machine(),
			versions: { vscode: inspector.version, chromium: browser.version(), node: process.version },
			events,
			runs,
			figures,
		};
		writeFileSync(options.json, `${JSON.stringify(report, undefined, '\t')}\n`);
		console.log(`${markdown(report)}\n\n${events} events of 150 B; medians of ${runs} runs.`);
		for (const line of whyMissed(report, readFileSync('test/bench/README.md', 'utf8'))) {
			console.log(line);
		}
		console.log(`${report.date}, ${report.machine}, ${JSON.stringify(report.versions)}`);
	} finally {
		await inspector.close();
		await browser.close();
		server.child.kill();
	}
}

type Activation = Awaited<ReturnType<Inspector['activate']>>;

/** Activates the inspector, each time in another VS Code, the last of which stays. */
async function activated(browser: Browser, runs: number) {
	const activations: Activation[] = [];
	for (;;) {
		const inspector = await Inspector.start(browser);
		activations.push(await inspector.activate());
		if (activations.length === runs) return { inspector, activations };
		await inspector.close();
	}
}

function activation(all: readonly Activation[]): Figure {
	const medianOf = (part: keyof Activation) => median(all.map(one => one[part]));
	const [loadMs, activateMs] = [medianOf('loadMs'), medianOf('activateMs')];
	const activationMs = medianOf('activationMs');
	const ownMs = loadMs + activateMs;
	if (loadMs === 0) throw new Error('VS Code loads extensions in another way now.');
	return {
		what: 'Activation: loading the files + activate()',
		measured: `${ms(loadMs)} + ${ms(activateMs)}; with VS Code’s share ${ms(activationMs)}`,
		values: { loadMs, activateMs, totalMs: activationMs },
		target: '≤ 30 ms',
		isReached: ownMs <= 30,
	};
}

async function launch(): Promise<Browser> {
	const file = pathToFileURL(resolve('test/vscode/browser.mjs')).href;
	const { launchBrowser } = (await import(file)) as { launchBrowser(): Promise<Browser> };
	return launchBrowser();
}

void main();
