import { DisposableStore, MutableDisposable, type Disposable } from '../base/disposable';
import type { Event } from '../base/emitter';
import type { ConnectionState } from '../domain/connectionState';
import type { FailureReport } from '../domain/failure';
import type { ResolvedEndpoint } from '../domain/resolvedEndpoint';
import { closedByUserWords, endEntry, waitingEntry, type Cut } from './connectionWords';
import { ObservedState } from './observedState';
import { Orders } from './orders';
import { ResumePoint } from './resumePoint';
import { outcomeOf, Run, type RunEnd, type RunOwner, type SessionPorts } from './run';
import type { StreamFacts, StreamSink } from './streamSink';
import { Wait, type WaitTime } from './wait';

/**
 * Keeps one endpoint connected: runs attempts one after the other, and says on the sink what happens.
 * For each attempt, in this order:
 *
 *     begin, record(connecting), [record(open), write …, end,] record(closed | failed), [record(waiting)]
 *
 * `end` is called once for each attempt that opened, and for no other. Last event ID and reconnection
 * time are what the stream's facts said last.
 */
export class Session implements Disposable {
	private readonly owned = new DisposableStore();
	private readonly observed: ObservedState;
	private readonly wait = this.owned.register(new MutableDisposable<Wait>());
	private readonly orders = new Orders();
	private run: Run | undefined;
	private attemptNumber = 0;
	private readonly resume: ResumePoint;
	private latestFailure: FailureReport | undefined;

	readonly onDidChangeState: Event<ConnectionState>;

	constructor(
		private asked: ResolvedEndpoint,
		private readonly sink: StreamSink,
		private readonly ports: SessionPorts,
	) {
		this.resume = new ResumePoint(asked.lastEventId ?? '');
		this.observed = this.owned.register(new ObservedState(error => ports.report(error)));
		this.onDidChangeState = this.observed.onDidChange;
		this.owned.register(sink.onDidDrain(() => this.run?.resume()));
	}

	/** What attempts ask for. */
	get endpoint(): ResolvedEndpoint {
		return this.asked;
	}

	/** `connecting` before `start`, too. */
	get state(): ConnectionState {
		return this.observed.value;
	}

	/** What the next attempt will send. */
	get lastEventId(): string {
		return this.resume.lastEventId;
	}

	/** In force, in ms. */
	get reconnectionTimeMs(): number {
		return this.resume.reconnectionTimeMs;
	}

	/** The current or latest attempt, from 1; 0 before the first. */
	get attempt(): number {
		return this.attemptNumber;
	}

	/** How far the attempt that is under way has come. */
	get reached(): Run['reached'] | undefined {
		return this.run?.reached;
	}

	/** Why the latest attempt failed; `undefined` once one has opened, or there was no failure. */
	get failure(): FailureReport | undefined {
		return this.latestFailure;
	}

	/** While waiting: how long in all (ms), and since when (ms since the epoch). */
	get waiting(): { readonly totalMs: number; readonly startedAt: number } | undefined {
		return this.wait.value;
	}

	/** From the next attempt on this is what is asked: a secret or a file has changed. */
	use(endpoint: ResolvedEndpoint): void {
		this.asked = endpoint;
	}

	/** Begins the first attempt. */
	start(): void {
		if (this.attemptNumber === 0 && !this.owned.isDisposed) this.connect();
	}

	/** What the open stream has said so far. The facts at its end are taken without being noted here. */
	noteFacts(facts: Pick<StreamFacts, 'lastEventId' | 'reconnectionTime'>): void {
		if (this.reached?.openedAt !== undefined) this.resume.learn(facts);
	}

	/** From now on this is what the next attempt sends; a stream that is open may set another one. */
	editLastEventId(lastEventId: string): void {
		this.resume.lastEventId = lastEventId;
	}

	/**
	 * Begins an attempt at once: cuts the current one, ends the waiting, or starts again after the end.
	 * Resolves when it has begun, or a later order has taken its place.
	 */
	reconnect(options: { readonly lastEventId?: string } = {}): Promise<void> {
		return this.order((cut, time, isNewest) => {
			// A wait that ends early needs no entry of its own: the attempt follows.
			if (cut.what !== 'waiting') this.recordCut(cut, time);
			this.resume.lastEventId = options.lastEventId ?? this.lastEventId;
			this.resume.forgetFailures();
			if (isNewest) this.connect();
		});
	}

	/**
	 * Cuts the connection or ends the waiting: nothing more is read from the moment of the call.
	 * Resolves when all that had come is written and recorded; nothing follows until `reconnect`.
	 */
	close(): Promise<void> {
		return this.order((cut, time, isNewest) => {
			this.recordCut(cut, time);
			// What failed stays so; it has no connection that could be closed.
			if (isNewest && this.state !== 'failed') this.observed.value = 'closed';
		});
	}

	/** Cuts the connection, if there is one, as a broken network would; resolves when it is decided what follows. */
	async drop(): Promise<void> {
		await this.run?.drop();
	}

	/** Cuts the connection or ends the waiting, and records nothing. */
	dispose(): void {
		this.run?.dispose();
		this.owned.dispose();
	}

	/** `whyNow` is there if the network has changed, and what failed may have been the one that was. */
	private connect(whyNow?: string): void {
		if (whyNow !== undefined) this.resume.forgetFailures();
		this.wait.value = undefined;
		this.attemptNumber++;
		const { asked, attemptNumber, lastEventId, sink, ports } = this;
		const owner: RunOwner = {
			opened: () => {
				this.latestFailure = undefined;
				// [spec] "… sets the readyState attribute to OPEN and fires an event named open …"
				this.observed.value = 'open';
			},
			learned: facts => this.resume.learn(facts),
			ended: end => this.ended(run, end),
		};
		const run = new Run(asked, attemptNumber, lastEventId, sink, ports, owner, whyNow);
		this.run = run;
		// [spec] "Set the readyState attribute to CONNECTING."
		this.observed.value = 'connecting';
		if (this.run === run) run.start(); // Whoever heard that may have cut it already.
	}

	private ended(run: Run, { ending, time, reach, more }: RunEnd): void {
		if (this.owned.isDisposed) return;
		this.latestFailure = ending.type === 'failed' ? ending.failure.report : undefined;
		const decision = this.resume.after(this.asked, outcomeOf(ending, reach !== undefined));
		const isCurrent = this.run === run; // Else an order cut it meanwhile, and decides instead.
		const whyNoMore = isCurrent && decision.type === 'stop' ? decision.reason : undefined;
		this.sink.record({ ...endEntry(ending, time, reach, [more, whyNoMore]), attempt: run.number });
		if (!isCurrent) return; // [spec] "If the readyState attribute is set to CLOSED, abort the task."
		this.run = undefined;
		if (decision.type === 'stop') this.observed.value = decision.state;
		else this.waitFor(decision, decision.reason);
	}

	private waitFor(time: WaitTime, reason: string): void {
		const wait = (this.wait.value = new Wait(this.ports, time, whyNow => this.connect(whyNow)));
		this.sink.record(waitingEntry(wait, this.attemptNumber, reason));
		this.observed.value = 'waiting';
	}

	/** Cuts at once what there is; the rest of the order has its turn. */
	private order(carryOut: (cut: Cut, time: number, isNewest: boolean) => void): Promise<void> {
		if (this.owned.isDisposed) return Promise.resolve();
		const time = this.ports.clock.now();
		const idle: Cut = { what: this.waiting === undefined ? 'nothing' : 'waiting' };
		const cut: Promise<Cut> = this.run?.cut() ?? Promise.resolve(idle);
		this.run = undefined;
		this.wait.value = undefined;
		return this.orders.give(cut, (result, isNewest) => {
			if (!this.owned.isDisposed) carryOut(result, time, isNewest);
		});
	}

	private recordCut(cut: Cut, time: number): void {
		const [data, attempt] = [closedByUserWords(cut), this.attemptNumber];
		if (data !== undefined) this.sink.record({ kind: 'closed', time, attempt, data });
	}
}
