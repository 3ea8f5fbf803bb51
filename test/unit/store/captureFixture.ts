import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseQuery } from '../../../src/domain/query/parser';
import type { Query } from '../../../src/domain/query/query';
import { SystemClock } from '../../../src/net/machine/systemClock';
import type { Capture } from '../../../src/store/capture';
import type { CaptureLimits } from '../../../src/store/file/captureLimits';
import type { FilterRun } from '../../../src/store/filter/filterRun';
import { CaptureStore } from '../../../src/store/captureStore';

/** A store with the bundled workers, and a folder that goes with it. */
export class StoreFixture {
	readonly folder = mkdtempSync(join(tmpdir(), 'captures-'));
	readonly store = new CaptureStore({
		workerPath: join(process.cwd(), 'dist/captureWorker.js'),
		filterWorkerPath: join(process.cwd(), 'dist/filterWorker.js'),
		exchangeWorkerPath: join(process.cwd(), 'dist/exchangeWorker.js'),
		clock: new SystemClock(),
	});
	private count = 0;

	path(name: string): string {
		return join(this.folder, name);
	}

	/** A capture whose first connection has begun. */
	async create(limits?: CaptureLimits): Promise<Capture> {
		const file = this.path(`capture-${++this.count}.sqlite`);
		const capture = await this.store.create(file, { name: 'Test', url: 'http://a/' }, limits);
		capture.begin(1, '');
		return capture;
	}

	async close(): Promise<void> {
		await this.store.close();
		rmSync(this.folder, { recursive: true });
	}
}

export function bytesOf(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

export function textOf(bytes: Uint8Array | undefined): string | undefined {
	return bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

export function queryOf(text: string): Query {
	const parsed = parseQuery(text);
	if (!parsed.ok) throw new Error(parsed.problem.message);
	return parsed.query;
}

/** Writes chunks as a well-behaved sender: waits when it is told to. */
export async function send(capture: Capture, chunks: Iterable<Uint8Array>, time = 1000) {
	for (const chunk of chunks) {
		if (capture.write(chunk, time)) continue;
		await new Promise<void>(resolve => {
			const listening = capture.onDidDrain(() => {
				listening.dispose();
				resolve();
			});
		});
	}
}

/** `count` events of type `tick`, numbered from `from` in id and data, `perChunk` in a chunk. */
export function* ticks(from: number, count: number, perChunk = 400): Iterable<Uint8Array> {
	for (let first = from; first < from + count; first += perChunk) {
		let text = '';
		for (let n = first; n < Math.min(first + perChunk, from + count); n++) {
			text += `event: tick\nid: ${n}\ndata: {"n":${n},"mod":${n % 10}}\n\n`;
		}
		yield bytesOf(text);
	}
}

/** Resolves when `isSo`, looked at now and after each change. */
export function until(run: Pick<FilterRun, 'onDidChange'>, isSo: () => boolean): Promise<void> {
	return new Promise(resolve => {
		const look = () => {
			if (isSo()) resolve();
		};
		run.onDidChange(look);
		look();
	});
}
