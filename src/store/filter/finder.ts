import { MutableDisposable, toDisposable, type Disposable } from '../../base/disposable';
import type { Query } from '../../domain/query/query';
import type { Questions } from '../../protocol/questions';
import type { Tick } from '../../protocol/tick';
import type { ViewedCapture } from '../viewer';

type Run = ReturnType<ViewedCapture['startFilter']>;
type Found = NonNullable<Questions['find']['answer']>;

/**
 * Finds text among the entries that a filter shows: an entry has to match both, so that this is a
 * filter of its own, evaluated the same way, and kept up as entries come and go.
 */
export class Finder implements Disposable {
	private readonly listening: Disposable;
	private readonly waiting = new MutableDisposable<Disposable>();
	private filter: Query = { type: 'and', terms: [], from: 0, to: 0 };
	private text = '';
	private run: Run | undefined;
	private firstSeq: number;

	/**
	 * @param lastSeen the last entry that is shown, for one that is paused.
	 * @param onDidChange something of `state` has changed.
	 */
	constructor(
		private readonly capture: Pick<ViewedCapture, 'progress' | 'onDidProgress' | 'startFilter'>,
		private readonly lastSeen: () => number,
		private readonly onDidChange: () => void,
	) {
		this.firstSeq = capture.progress.firstSeq;
		this.listening = capture.onDidProgress(({ firstSeq, lastSeq }) => {
			this.run?.scanTo(lastSeq);
			if (firstSeq !== this.firstSeq) this.run?.removeBefore(firstSeq);
			this.firstSeq = firstSeq;
		});
	}

	/** How many entries there are that have the text; `undefined` while nothing is looked for. */
	get state(): Tick['found'] {
		const { run } = this;
		if (run === undefined) return undefined;
		const { isCounting, error } = run;
		return { total: this.count(run), isCounting, ...(error !== undefined && { error }) };
	}

	/** What the entries are to match besides. */
	setFilter(filter: Query): void {
		this.filter = filter;
		if (this.run !== undefined) this.start();
	}

	/**
	 * The answer to the question `find`, as soon as it is certain. `undefined`: another question came
	 * before that, or nothing is looked for.
	 */
	find({ text, seq, step }: Questions['find']['question']): Promise<Found | undefined> {
		this.waiting.value = undefined;
		if (text === '') this.stop();
		if (text !== this.text) {
			this.text = text;
			this.start();
		}
		const { run } = this;
		if (run === undefined) return Promise.resolve(undefined);
		return new Promise(resolve => {
			const look = () => {
				const found = this.foundIn(run, seq, step);
				if (found === undefined) return;
				resolve(found);
				this.waiting.value = undefined;
			};
			const changes = run.onDidChange(look);
			this.waiting.value = toDisposable(() => {
				changes.dispose();
				resolve(undefined);
			});
			look();
		});
	}

	/** Looks for nothing any more. */
	stop(): void {
		this.waiting.value = undefined;
		this.text = '';
		this.run?.dispose();
		this.run = undefined;
	}

	dispose(): void {
		this.stop();
		this.listening.dispose();
	}

	private start(): void {
		this.waiting.value = undefined;
		this.run?.dispose();
		const { filter, text } = this;
		const range = { from: 0, to: 0 };
		const terms = [filter, { type: 'text', text, ...range } as const];
		this.run = this.capture.startFilter({ type: 'and', terms, ...range });
		this.run.onDidChange(this.onDidChange);
	}

	private count({ matches }: Run): number {
		return matches.indexOf(this.lastSeen() + 1);
	}

	/** `undefined`: what is yet to be considered decides it. */
	private foundIn(run: Run, seq: number, step: -1 | 0 | 1): Found | undefined {
		const { matches, isCounting, scannedTo } = run;
		const count = this.count(run);
		let index = matches.indexOf(step === 1 ? seq + 1 : seq) - (step === -1 ? 1 : 0);
		const isBeyond = index < 0 || index >= count;
		const isCertain = step === -1 ? scannedTo >= seq - 1 && !isBeyond : !isBeyond;
		if (isCounting && !isCertain) return undefined;
		if (count === 0) return {};
		if (isBeyond) index = step === -1 ? count - 1 : 0;
		return { seq: matches.at(index), place: index + 1 };
	}
}
