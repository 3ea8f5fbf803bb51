import { DatabaseSync } from 'node:sqlite';
import { parentPort } from 'node:worker_threads';
import { openCaptureFile } from './file/captureFile';
import type { BeginFilter, FromFilterWorker, ToFilterWorker } from './filter/filterMessages';
import { registerFilterFunctions } from './filter/filterFunctions';
import { toSql } from './filter/filterSql';
import { speakAsStarted } from './translation';
import { slotFactor, slotSql, SlotTypes, unpack } from './filter/matchSlots';

/**
 * How long one slice should take, in ms. The host hears of each, so it bounds both the wait for the
 * first rows and what an innocent filter needs to say that it is alive.
 */
const sliceMs = 40;
const firstSliceLength = 64;
const maxSliceLength = 131_072;

/**
 * The program of a thread that evaluates one filter. It goes through the entries from the oldest
 * to the newest, in slices: a match then has its final index as soon as it is found. (The newest
 * first would show the tail sooner, but every older match would move all rows on screen, and a
 * million entries take less than a second.)
 */
class FilterWorker {
	private readonly find: ReturnType<DatabaseSync['prepare']>;
	private readonly types: SlotTypes;
	private readonly params: (string | number | null)[];
	private next: number;
	private target = 0;
	private sliceLength = firstSliceLength;
	private isRunning = false;

	constructor(
		{ file, query, from, bookmarked }: BeginFilter,
		private readonly post: (message: FromFilterWorker, transfer: ArrayBuffer[]) => void,
	) {
		const database = openCaptureFile(file);
		registerFilterFunctions(database);
		const { where, params } = toSql(query, { bookmarked });
		this.types = new SlotTypes(database);
		// One value for the whole slice: an object for each match would take longer than finding it.
		this.find = database.prepare(
			`SELECT json_group_array(seq * ${slotFactor} + slot) AS packed FROM (
				SELECT seq, ${slotSql} AS slot FROM entry
				WHERE seq BETWEEN ? AND ? AND (${where}) ORDER BY seq
			)`,
		);
		this.params = params;
		this.next = from;
	}

	scanTo(seq: number): void {
		this.target = seq;
		if (!this.isRunning) this.run();
	}

	private run(): void {
		this.isRunning = this.next <= this.target;
		if (!this.isRunning) return;
		const to = Math.min(this.target, this.next + this.sliceLength - 1);
		const started = performance.now();
		const types = this.types.upTo(to);
		const { packed } = this.find.get(...types, this.next, to, ...this.params) as { packed: string };
		this.adapt(to - this.next + 1, performance.now() - started);
		const { seqs, slots } = unpack(JSON.parse(packed) as number[]);
		this.post({ type: 'scanned', to, matches: seqs, slots }, [seqs.buffer, slots.buffer]);
		this.next = to + 1;
		// Lets a message in between two slices.
		setImmediate(() => attempt(() => this.run()));
	}

	private adapt(length: number, tookMs: number): void {
		const ideal = (length * sliceMs) / Math.max(tookMs, 0.1);
		const bounded = Math.max(length / 8, Math.min(ideal, this.sliceLength * 4));
		this.sliceLength = Math.max(1, Math.min(Math.round(bounded), maxSliceLength));
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
		if (message.type === 'scan') worker?.scanTo(message.to);
		else worker = new FilterWorker(message, (news, transfer) => port.postMessage(news, transfer));
	});
});
