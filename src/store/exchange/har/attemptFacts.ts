import type { ConnectionDetails, Entry } from '../../../domain/entry';
import type { ExportSource } from '../exportSource';

/** Entries that follow each other and are of one attempt, and what they tell of its connection. */
export interface AttemptRun {
	readonly attempt: number;
	readonly from: number;
	to: number;
	/** Ms since the epoch: the first entry, and the last one. */
	readonly started: number;
	ended: number;
	/** How it ended, if it did with a failure. */
	failure?: string;
	/** Of the body. */
	sizeBytes: number;
	readonly details: Pick<ConnectionDetails, 'request' | 'response' | 'hops' | 'timings'>;
}

/** All attempts of a capture, in order, one at a time. */
export function* attemptRuns(source: ExportSource): Iterable<AttemptRun> {
	let run: AttemptRun | undefined;
	for (const entry of source.all()) {
		if (run === undefined || run.attempt !== entry.attempt) {
			if (run !== undefined) yield run;
			run = begin(entry);
		}
		extend(run, entry);
	}
	if (run !== undefined) yield run;
}

function begin({ attempt, seq, time }: Entry): AttemptRun {
	return { attempt, from: seq, to: seq, started: time, ended: time, sizeBytes: 0, details: {} };
}

function extend(run: AttemptRun, { kind, seq, time, data, size, details }: Entry): void {
	run.to = seq;
	run.sizeBytes += size;
	// To wait for the next attempt is no part of this one.
	if (kind !== 'waiting') run.ended = Math.max(run.ended, time);
	if (kind === 'failed') run.failure = data;
	if (kind !== 'waiting' && details !== undefined) Object.assign(run.details, details);
}
