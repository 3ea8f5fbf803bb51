/**
 * What a million events cost from the moment they are in the host: parsed, kept, filtered.
 *   node out/test/bench/captureBench.js [events]        Node 24, after a build
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseQuery } from '../../src/domain/query/parser';
import { SystemClock } from '../../src/net/machine/systemClock';
import type { Capture } from '../../src/store/capture';
import { CaptureStore } from '../../src/store/captureStore';
import { event } from '../fixtures/burst';

const filters = {
	text: '"price":101.39',
	regex: '/price":10[0-9]\\.39/',
	'JSON path': 'data.price:101.39',
	'all but one in ten': '-id:*0',
};

type Figures = Record<string, string>;

async function main(events: number): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'capture-bench-'));
	const store = new CaptureStore({
		workerPath: join(process.cwd(), 'dist/captureWorker.js'),
		filterWorkerPath: join(process.cwd(), 'dist/filterWorker.js'),
		exchangeWorkerPath: join(process.cwd(), 'dist/exchangeWorker.js'),
		clock: new SystemClock(),
	});
	try {
		// The threads start, and their code gets warm, as in an extension host that has been used.
		const first = await store.create(join(folder, 'warm'), { name: '', url: '' });
		await fill(first, 50_000);
		await first.close({ delete: true });

		const capture = await store.create(join(folder, 'capture'), { name: '', url: '' });
		const figures = await fill(capture, events);
		for (const [name, text] of Object.entries(filters)) {
			Object.assign(figures, await filter(capture, name, text));
		}
		Object.assign(figures, await rowsAnywhere(capture));
		const clearing = performance.now();
		await capture.clear();
		figures.clear = ms(performance.now() - clearing);
		console.table(Object.entries(figures).map(([what, figure]) => ({ what, figure })));
	} finally {
		await store.close();
		rmSync(folder, { recursive: true });
	}
}

/** Writes events of 150 B in chunks of 64 kB, as a socket does, until all can be queried. */
async function fill(capture: Capture, events: number): Promise<Figures> {
	const bytes = Buffer.from(Array.from({ length: 1000 }, (_, n) => event(n)).join(''));
	const total = (bytes.length * events) / 1000;
	const chunkSize = 65_536;
	const stream = Buffer.concat([bytes, bytes.subarray(0, chunkSize)]);
	const rssBefore = process.memoryUsage().rss;
	let rssMax = rssBefore;
	const delay = monitorEventLoopDelay({ resolution: 1 });
	delay.enable();
	const began = performance.now();
	capture.begin(1, '');
	for (let at = 0; at < total; at += chunkSize) {
		const from = at % bytes.length;
		const chunk = Uint8Array.from(
			stream.subarray(from, from + Math.min(chunkSize, total - at, stream.length - from)),
		);
		const hasRoom = capture.write(chunk, performance.timeOrigin + performance.now());
		rssMax = Math.max(rssMax, process.memoryUsage.rss());
		if (hasRoom) await new Promise(resolve => setImmediate(resolve));
		else await drained(capture);
	}
	const { kept } = await capture.flush();
	const took = performance.now() - began;
	delay.disable();
	if (kept !== events) throw new Error(`${kept} of ${events} events were kept`);
	return {
		[`${events} events, ${Math.round(total / 1e6)} MB: parsed and kept`]: ms(took),
		'delay of the host’s loop, p99 / max': `${ms(delay.percentile(99) / 1e6)} / ${ms(delay.max / 1e6)}`,
		'host memory, growth at most': `${Math.round((rssMax - rssBefore) / 1e6)} MB`,
	};
}

function drained(capture: Capture): Promise<void> {
	return new Promise(resolve => {
		const listening = capture.onDidDrain(() => {
			listening.dispose();
			resolve();
		});
	});
}

async function filter(capture: Capture, name: string, text: string): Promise<Figures> {
	const parsed = parseQuery(text);
	if (!parsed.ok) throw new Error(parsed.problem.message);
	const began = performance.now();
	const run = capture.startFilter(parsed.query);
	let firstMs: number | undefined;
	await new Promise<void>(resolve => {
		run.onDidChange(() => {
			if (run.matches.length > 0) firstMs ??= performance.now() - began;
			if (!run.isCounting) resolve();
		});
	});
	const allMs = performance.now() - began;
	if (run.error !== undefined) throw new Error(run.error);
	const figure = `${ms(firstMs ?? NaN)} / ${ms(allMs)} (${run.matches.length} matches)`;
	run.dispose();
	return { [`filter, ${name}: first rows / exact count`]: figure };
}

async function rowsAnywhere(capture: Capture): Promise<Figures> {
	const { firstSeq, kept } = capture.progress;
	const took: number[] = [];
	for (let n = 0; n < 200; n++) {
		const from = firstSeq + Math.floor((kept * ((n * 7919) % 200)) / 200);
		const began = performance.now();
		await capture.rows({ from, to: from + 49 });
		took.push(performance.now() - began);
	}
	took.sort((a, b) => a - b);
	return { '50 rows anywhere, median / max': `${ms(took[100]!)} / ${ms(took[199]!)}` };
}

function ms(value: number): string {
	return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

void main(Number(process.argv[2] ?? 1_000_000));
