import type { Browser } from 'playwright-core';
import type { Inspector, ReadFacts } from './inspector';
import { bareParser, chromeEventSource, curl, eventsourcePackage } from './peers/peers';
import { median, megabytes, ms, type Figure } from './report';

/** A page is slow enough to tell with fewer events, and takes half a minute for a million. */
const pageEvents = 200_000;

export interface Setting {
	readonly origin: string;
	readonly browser: Browser;
	readonly inspector: Inspector;
	readonly events: number;
	readonly runs: number;
	/** Told what is going on. */
	note(text: string): void;
}

/** A burst without a panel, beside what else can read it, in turns. */
export async function throughput(setting: Setting): Promise<Figure[]> {
	const { origin, browser, inspector, events, runs, note } = setting;
	const chrome = chromeEventSource(browser);
	const peers = [curl, bareParser, eventsourcePackage];
	const took = new Map<string, number[]>();
	const add = (name: string, value: number) => took.set(name, [...(took.get(name) ?? []), value]);
	const read = async (run: number) => {
		note(`run ${run}: inspector`);
		const facts = await inspector.read(`${origin}/burst?events=${events}&run=${run}`, false);
		if (facts.counts.kept !== facts.counts.received) throw new Error('Entries were dropped.');
		return facts;
	};
	// Its code is not compiled yet, and VS Code has just started.
	const first = await read(0);
	const ours: ReadFacts[] = [];
	for (let run = 1; run <= runs; run++) {
		for (const peer of peers) {
			note(`run ${run}: ${peer.name}`);
			add(peer.name, await peer.read(origin, events));
		}
		note(`run ${run}: ${chrome.name}`);
		const forPage = Math.min(events, pageEvents);
		add(chrome.name, (await chrome.read(origin, forPage)) * (events / forPage));
		ours.push(await read(run));
	}
	const perEvent = (value: number) => `${((value / events) * 1000).toFixed(2)} µs/event`;
	const others = [...took].map(([name, values]): Figure => {
		const value = median(values);
		return { what: name, measured: `${ms(value)}, ${perEvent(value)}`, values: { ms: value } };
	});
	const readMs = (one: ReadFacts) => one.queryableAt - one.openedAt;
	const oursMs = median(ours.map(readMs));
	const overCurl = oursMs / median(took.get(curl.name)!);
	const overChrome = median(took.get(chrome.name)!) / oursMs;
	const p99 = median(ours.map(one => one.loopDelayP99Ms));
	const max = median(ours.map(one => one.loopDelayMaxMs));
	const worked = median(ours.map(one => one.workedMs));
	const waited = median(ours.map(one => one.waitedMs));
	const memory = median(ours.map(one => one.memoryGrowthBytes));
	return [
		...others,
		{
			what: 'Inspector: first byte → last entry queryable',
			measured: `${ms(oursMs)}, ${perEvent(oursMs)}; the first time ${ms(readMs(first))}`,
			values: { ms: oursMs, firstMs: readMs(first) },
		},
		{
			what: '… against curl',
			measured: `${overCurl.toFixed(1)} ×`,
			values: { ratio: overCurl },
			target: '≤ 5 ×',
			isReached: overCurl <= 5,
		},
		{
			what: '… throughput against Chrome’s EventSource',
			measured: `${overChrome.toFixed(1)} ×`,
			values: { ratio: overChrome },
			target: '≥ 20 ×',
			isReached: overChrome >= 20,
		},
		{
			what: '… delay of the host’s event loop, p99 / max',
			measured: `${ms(p99)} / ${ms(max)}`,
			values: { p99Ms: p99, maxMs: max },
			target: '≤ 10 ms / ≤ 50 ms',
			isReached: p99 <= 10 && max <= 50,
		},
		{
			what: '… the host’s main thread worked / waited for a processor',
			measured: `${ms(worked)} / ${ms(waited)}`,
			values: { workedMs: worked, waitedMs: waited },
		},
		{
			what: '… memory of the host, growth at most',
			measured: megabytes(memory),
			values: { bytes: memory },
			target: '≤ 100 MB',
			isReached: memory <= 100e6,
		},
	];
}
