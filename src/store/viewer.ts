import type { Clock } from '../base/clock';
import { DisposableStore, type Disposable } from '../base/disposable';
import { Emitter, type Event } from '../base/emitter';
import { isEverything, type Query } from '../domain/query/query';
import type { StreamColumns } from '../protocol/columns';
import type { Questions } from '../protocol/questions';
import type { Row } from '../protocol/row';
import type { Tick } from '../protocol/tick';
import type { Seqs } from './captureReader';
import type { FilterRun } from './filter/filterRun';
import type { Progress } from './progress';
import { Throttle } from './throttle';

/** The part of a capture that a viewer looks at. */
export interface ViewedCapture {
	readonly progress: Progress;
	readonly onDidProgress: Event<Progress>;
	rows(seqs: Seqs, wanted?: StreamColumns): Promise<Row[]>;
	startFilter(
		query: Query,
	): Pick<
		FilterRun,
		| 'matches'
		| 'scannedTo'
		| 'isCounting'
		| 'error'
		| 'onDidChange'
		| 'scanTo'
		| 'removeBefore'
		| 'dispose'
	>;
	clear(): Promise<void>;
}

type Run = ReturnType<ViewedCapture['startFilter']>;

/** What a panel shows; the fields of a `Tick` that are the viewer's to know. */
export type View = Pick<
	Tick,
	'epoch' | 'total' | 'isCounting' | 'isPaused' | 'beyond' | 'filterError'
>;

/** 20 a second: more is not seen, and each costs the webview a layout. */
const tickIntervalMs = 50;

/**
 * What one panel sees of a capture: the entries that match its filter, up to the one it is paused
 * at. Without a filter there is no list of matches: numbers have no holes, so an index is a number
 * less the first one's.
 */
export class Viewer implements Disposable {
	private readonly own = new DisposableStore();
	private readonly ticked = this.own.register(new Emitter<View>());
	private readonly throttle: Throttle;
	/** The filter that is seen; absent: every entry is. */
	private seen: Run | undefined;
	/** The filter that was asked for last, until it has something to show. */
	private next:
		{ readonly run: Run; readonly readyAt: number; readonly isWhole: boolean } | undefined;
	private epoch = 1;
	private isVisible = true;
	private firstSeq: number;
	/** The last entry that is seen while paused. */
	private pausedAt: number | undefined;

	/** Something of `view` has changed; at most 20 times a second, and never while hidden. */
	readonly onDidTick = this.ticked.event;

	constructor(
		private readonly capture: ViewedCapture,
		clock: Clock,
	) {
		this.firstSeq = capture.progress.firstSeq;
		this.throttle = this.own.register(
			new Throttle(clock, tickIntervalMs, () => this.ticked.fire(this.view)),
		);
		this.own.register(capture.onDidProgress(progress => this.follow(progress)));
	}

	get view(): View {
		const all = this.indexOf(Infinity);
		const total = this.pausedAt === undefined ? all : this.indexOf(this.pausedAt + 1);
		const latest = this.next?.run ?? this.seen;
		return {
			epoch: this.epoch,
			total,
			isCounting: latest?.isCounting ?? false,
			isPaused: this.pausedAt !== undefined,
			beyond: all - total,
			...(latest?.error !== undefined && { filterError: latest.error }),
		};
	}

	/** The entries that match the filter that is seen, paused or not; absent without one. */
	get matches(): Run['matches'] | undefined {
		return this.seen?.matches;
	}

	/** The last entry that is seen while paused; else none is the last. */
	get lastSeen(): number {
		return this.pausedAt ?? Infinity;
	}

	/** What is seen stays until the filter has its first matches, or turns out to have none. */
	setFilter(query: Query): void {
		this.next?.run.dispose();
		this.next = undefined;
		if (isEverything(query)) return this.see(undefined);
		this.start(query, false);
	}

	/**
	 * Evaluates the filter that was set last anew, since what it asks for has changed besides the
	 * entries. What is seen stays until all matches are known: they are mostly the same.
	 */
	renewFilter(query: Query): void {
		const isWhole = this.next?.isWhole !== false;
		this.next?.run.dispose();
		this.start(query, isWhole);
	}

	/** Paused, the view stays as it is, and the capture goes on. */
	setPaused(isPaused: boolean): void {
		if (isPaused === (this.pausedAt !== undefined)) return;
		this.pausedAt = isPaused ? this.capture.progress.lastSeq : undefined;
		this.beginEpoch();
	}

	/** A hidden panel is told nothing. */
	setVisible(isVisible: boolean): void {
		this.isVisible = isVisible;
		if (isVisible) this.requestTick();
		else this.throttle.cancel();
	}

	/** Asks for a tick on behalf of what else the panel shows, so that one pace is kept. */
	requestTick(): void {
		if (this.isVisible) this.throttle.request();
	}

	/** Clears the capture, for all that look at it. */
	clear(): Promise<void> {
		return this.capture.clear();
	}

	/** The answer to the question `rows`. */
	async rows(
		epoch: number,
		from: number,
		to: number,
		wanted?: StreamColumns,
	): Promise<Questions['rows']['answer']> {
		const end = Math.min(to, this.view.total);
		if (epoch !== this.epoch || from >= end) return { epoch: this.epoch, from, rows: [] };
		const { firstSeq } = this.capture.progress;
		const seqs = this.seen?.matches.slice(from, end) ?? {
			from: firstSeq + from,
			to: firstSeq + end - 1,
		};
		return { epoch, from, rows: await this.capture.rows(seqs, wanted) };
	}

	/** The answer to the question `locate`. Of an old epoch, too, as the number is what counts. */
	locate(_epoch: number, seq: number): Questions['locate']['answer'] {
		const { total } = this.view;
		const index = Math.min(this.indexOf(seq), total);
		return { index, isExact: index < total && this.indexOf(seq + 1) > index };
	}

	dispose(): void {
		this.next?.run.dispose();
		this.seen?.dispose();
		this.own.dispose();
	}

	/** How many of what is seen come before the entry `seq`. */
	private indexOf(seq: number): number {
		const { firstSeq, kept } = this.capture.progress;
		return this.seen?.matches.indexOf(seq) ?? Math.max(0, Math.min(seq - firstSeq, kept));
	}

	private follow({ firstSeq, lastSeq }: Progress): void {
		const runs = [this.seen, this.next?.run].filter(run => run !== undefined);
		for (const run of runs) run.scanTo(lastSeq);
		if (firstSeq !== this.firstSeq) {
			this.firstSeq = firstSeq;
			for (const run of runs) run.removeBefore(firstSeq);
			this.beginEpoch();
		}
		// A filter speaks up when it has considered the new ones: the count is exact then.
		if (!runs.some(run => run.isCounting)) this.requestTick();
	}

	private start(query: Query, isWhole: boolean): void {
		const run = this.capture.startFilter(query);
		this.next = { run, readyAt: this.capture.progress.lastSeq, isWhole };
		run.onDidChange(() => {
			// Somebody waits for its first matches; what comes then has time.
			if (this.seeIfReady()) this.hurryTick();
			else this.requestTick();
		});
		// A tick that only says that it has begun would keep the page busy when the matches come.
		if (!this.seeIfReady() && this.isVisible) this.throttle.requestLater();
	}

	private hurryTick(): void {
		if (this.isVisible) this.throttle.hurry();
	}

	/** Shows what the filter that was set last has found, once there is something to be shown. */
	private seeIfReady(): boolean {
		const { run, readyAt, isWhole } = this.next ?? {};
		const isReady =
			run !== undefined &&
			run.error === undefined &&
			((run.matches.length > 0 && isWhole !== true) || run.scannedTo >= readyAt!);
		if (!isReady) return false;
		this.next = undefined;
		this.see(run);
		return true;
	}

	private see(run: Run | undefined): void {
		this.seen?.dispose();
		this.seen = run;
		this.beginEpoch();
	}

	private beginEpoch(): void {
		this.epoch++;
		this.requestTick();
	}
}
