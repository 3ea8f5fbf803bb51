import * as l10n from '@vscode/l10n';
import type { Worker } from 'node:worker_threads';
import { assertNever } from '../../base/assertNever';
import type { Clock } from '../../base/clock';
import { MutableDisposable, type Disposable } from '../../base/disposable';
import { Emitter } from '../../base/emitter';
import type { Query } from '../../domain/query/query';
import type { FromFilterWorker, ToFilterWorker } from './filterMessages';
import type { FilterThreads } from './filterThreads';
import { MatchList } from './matchList';

/** A slice is meant to take 40 ms; one with a regular expression that takes this long will most likely never end. */
const deadlineMs = 3000;
/** An answer may be in the queue already, behind whatever kept the host busy. */
const graceMs = 250;

/** What a filter is evaluated on. */
export interface FilterPlace {
	readonly file: string;
	/** The first entry to consider, and the last one that is committed. */
	readonly from: number;
	readonly to: number;
	/** The numbers of the entries that have a bookmark; none by default. */
	readonly bookmarked?: readonly number[];
}

/**
 * One filter on one capture, evaluated in a thread, its own meanwhile, which is ended when a regular
 * expression does not answer: it may take longer than anyone lives. Anything else takes its time and comes
 * to an end, and that a busy machine is slow is no reason to stop it. After a stop, and after any other
 * error, the matches so far stay.
 */
export class FilterRun implements Disposable {
	/** Ascending. */
	readonly matches = new MatchList();
	private readonly changed = new Emitter<void>();
	private readonly deadline = new MutableDisposable<Disposable>();
	private readonly worker: Worker;
	private readonly mayNeverEnd: boolean;
	private firstSeq: number;
	private considered: number;
	private target: number;
	private failure: string | undefined;

	/** Something of `matches`, `isCounting` and `error` has changed. */
	readonly onDidChange = this.changed.event;

	constructor(
		private readonly threads: FilterThreads,
		private readonly clock: Clock,
		query: Query,
		{ file, from, to, bookmarked = [] }: FilterPlace,
	) {
		this.firstSeq = from;
		this.considered = from - 1;
		this.target = this.considered;
		this.mayNeverEnd = hasRegex(query);
		this.worker = threads.take();
		this.worker.on('message', (message: FromFilterWorker) => this.take(message));
		this.worker.on('error', error => this.fail(error.message));
		this.post({ type: 'begin', file, query, from, bookmarked });
		this.scanTo(to);
	}

	/** The last entry that has been considered. */
	get scannedTo(): number {
		return this.considered;
	}

	/** Entries are yet to be considered. */
	get isCounting(): boolean {
		return this.failure === undefined && this.considered < this.target;
	}

	/** Why the evaluation was stopped, for a person. */
	get error(): string | undefined {
		return this.failure;
	}

	/** Considers the entries that have been committed since, up to this one. */
	scanTo(seq: number): void {
		if (this.failure !== undefined || seq <= this.target) return;
		if (!this.isCounting) this.arm();
		this.target = seq;
		this.post({ type: 'scan', to: seq });
	}

	/** Forgets the matches before this entry, which have been cleared, also those still on their way. */
	removeBefore(seq: number): void {
		this.firstSeq = seq;
		this.matches.removeBefore(seq);
	}

	dispose(): void {
		this.changed.dispose();
		if (this.failure === undefined) this.stop(!this.isCounting);
		this.failure ??= l10n.t('The filter was ended.');
	}

	private take(message: FromFilterWorker): void {
		if (this.failure !== undefined) return;
		if (message.type === 'failed') return this.fail(message.message);
		this.considered = message.to;
		this.matches.append(message.matches, message.slots);
		// Of what was cleared some may have been on its way.
		if ((message.matches[0] ?? this.firstSeq) < this.firstSeq) {
			this.matches.removeBefore(this.firstSeq);
		}
		if (this.isCounting) this.arm();
		else this.deadline.value = undefined;
		this.changed.fire();
	}

	private arm(): void {
		if (!this.mayNeverEnd) return;
		this.deadline.value = this.clock.schedule(deadlineMs, () => {
			this.deadline.value = this.clock.schedule(graceMs, () => {
				this.fail(tooLong());
			});
		});
	}

	private fail(message: string): void {
		if (this.failure !== undefined) return;
		this.failure = message;
		this.stop(false);
		this.changed.fire();
	}

	private stop(isIdle: boolean): void {
		this.deadline.dispose();
		this.threads.release(this.worker, isIdle);
	}

	private post(message: ToFilterWorker): void {
		this.worker.postMessage(message);
	}
}

function tooLong(): string {
	return l10n.t(
		'This regular expression takes too long and was stopped. Repetitions within repetitions, as in (a+)+, are the usual reason.',
	);
}

function hasRegex(query: Query): boolean {
	switch (query.type) {
		case 'and':
		case 'or':
			return query.terms.some(hasRegex);
		case 'not':
			return hasRegex(query.term);
		case 'regex':
			return true;
		case 'text':
			return false;
		case 'field':
			return query.test.type === 'regex';
		default:
			return assertNever(query);
	}
}
