import { parentPort } from 'node:worker_threads';
import type { DatabaseSync } from 'node:sqlite';
import { openCaptureFile } from './file/captureFile';
import type { BeginFilter, FromFilterWorker, ToFilterWorker } from './filter/filterMessages';
import { filterTest } from './filter/filterTest';
import { PageScan } from './filter/pageScan';
import { PageReader } from './page/pageReader';
import { TypePlaces } from './page/typePlaces';
import { speakAsStarted } from './translation';

/**
 * How long one slice should take, in ms. The host hears of each, so it bounds both the wait for the
 * first rows and what an innocent filter needs to say that it is alive.
 */
const firstSliceMs = 10;
const sliceMs = 40;

/**
 * The program of a thread that evaluates one filter at a time. It goes through the entries from the oldest
 * to the newest, in slices: a match then has its final index as soon as it is found. (The newest
 * first would show the tail sooner, but every older match would move all rows on screen, and a
 * million entries take less than a second.)
 */
class FilterWorker {
	private readonly database: DatabaseSync;
	private readonly scan: PageScan;
	private next: number;
	private target = 0;
	private sliceMs = firstSliceMs;
	private isRunning = false;

	constructor(
		{ file, query, from, bookmarked }: BeginFilter,
		private readonly post: (message: FromFilterWorker, transfer: ArrayBuffer[]) => void,
	) {
		this.database = openCaptureFile(file);
		const { database } = this;
		this.scan = new PageScan(
			new PageReader(database),
			new TypePlaces(database),
			filterTest(query, bookmarked),
		);
		this.next = from;
	}

	scanTo(seq: number): void {
		this.target = seq;
		if (!this.isRunning) this.run();
	}

	end(): void {
		this.database.close();
	}

	private run(): void {
		this.isRunning = this.next <= this.target;
		if (!this.isRunning) return;
		const { to, matches, slots } = this.scan.scan(this.next, this.target, this.sliceMs);
		this.sliceMs = sliceMs;
		this.post({ type: 'scanned', to, matches, slots }, [matches.buffer, slots.buffer]);
		this.next = to + 1;
		// Lets a message in between two slices.
		setImmediate(() => attempt(() => this.run()));
	}
}

const port = parentPort;
if (port === null) throw new Error('Only runs as a worker thread.');
speakAsStarted();
let worker: FilterWorker | undefined;

function attempt(run: () => void): void {
	try {
		run();
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		port?.postMessage({ type: 'failed', message } satisfies FromFilterWorker);
	}
}

port.on('message', (message: ToFilterWorker) => {
	attempt(() => {
		if (message.type === 'scan') return worker?.scanTo(message.to);
		worker?.end();
		worker = undefined;
		if (message.type === 'end') return;
		worker = new FilterWorker(message, (news, transfer) => port.postMessage(news, transfer));
	});
});
