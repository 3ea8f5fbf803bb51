import { DisposableStore, MutableDisposable, type Disposable } from '../base/disposable';
import type { Event } from '../base/emitter';
import { defaultReconnectionTimeMs, type ConnectionState } from '../domain/connectionState';
import type { FailureReport } from '../domain/failure';
import type { ResolvedEndpoint } from '../domain/resolvedEndpoint';
import type { AttemptEnding } from './attemptListener';
import { closedByUserWords, endEntry, type Cut, type Reach } from './connectionWords';
import { ObservedState } from './observedState';
import { Orders } from './orders';
import { decide } from './reconnection';
import { outcomeOf, Run, type SessionPorts } from './run';
import type { StreamFacts, StreamSink } from './streamSink';
import { Wait } from './wait';

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
	/** Attempts since the last one that opened. */
	private failedInARow = 0;
	private eventId: string;
	private askedMs: number | undefined;
	private latestFailure: FailureReport | undefined;

	readonly onDidChangeState: Event<ConnectionState>;

	constructor(
		private asked: ResolvedEndpoint,
		private readonly sink: StreamSink,
		private readonly ports: SessionPorts,
	) {
		this.eventId = asked.lastEventId ?? '';
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
		return this.eventId;
	}

	/** In force, in ms. */
	get reconnectionTimeMs(): number {
		return this.askedMs ?? defaultReconnectionTimeMs;
	}

	/** The current or latest attempt, from 1; 0 before the first. */
	get attempt(): number {
		return this.attemptNumber;
	}

	/** Body bytes of the current attempt; 0 while there is none. */
	get attemptBytes(): number {
		return this.run?.bytes ?? 0;
	}

	/** While open, since when: ms since the epoch. */
	get openedAt(): number | undefined {
		return this.run?.openedAt;
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
		if (this.openedAt !== undefined) this.learn(facts);
	}

	/**
	 * Begins an attempt at once: cuts the current one, ends the waiting, or starts again after the end.
	 * Resolves when it has begun, or a later order has taken its place.
	 */
	reconnect(options: { readonly lastEventId?: string } = {}): Promise<void> {
		return this.order((cut, time, isNewest) => {
			// A wait that ends early needs no entry of its own: the attempt follows.
			if (cut.what !== 'waiting') this.recordCut(cut, time);
			this.eventId = options.lastEventId ?? this.eventId;
			this.failedInARow = 0;
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

	/** Cuts the connection or ends the waiting, and records nothing. */
	dispose(): void {
		this.run?.dispose();
		this.owned.dispose();
	}

	private connect(): void {
		this.wait.value = undefined;
		this.attemptNumber++;
		const run = new Run(this.endpoint, this.attemptNumber, this.eventId, this.sink, this.ports, {
			opened: () => {
				this.failedInARow = 0;
				this.latestFailure = undefined;
				this.observed.value = 'open';
			},
			learned: facts => this.learn(facts),
			ended: (ending, time, reach) => this.ended(run, ending, time, reach),
		});
		this.run = run;
		this.observed.value = 'connecting';
		if (this.run === run) run.start(); // Whoever heard that may have cut it already.
	}

	private ended(run: Run, ending: AttemptEnding, time: number, reach: Reach | undefined): void {
		if (this.owned.isDisposed) return;
		const outcome = outcomeOf(ending, reach !== undefined);
		this.latestFailure = ending.type === 'failed' ? ending.failure.report : undefined;
		if (outcome.type === 'failed' && !outcome.wasOpen) this.failedInARow++;
		const decision = decide(this.endpoint, outcome, this.askedMs, this.failedInARow);
		const isCurrent = this.run === run; // Else an order cut it meanwhile, and decides instead.
		const whyNoMore = isCurrent && decision.type === 'stop' ? decision.reason : undefined;
		this.sink.record({ ...endEntry(ending, time, reach, whyNoMore), attempt: run.number });
		if (!isCurrent) return;
		this.run = undefined;
		if (decision.type === 'stop') this.observed.value = decision.state;
		else this.waitFor(decision.delayMs, decision.reason);
	}

	private waitFor(delayMs: number, data: string): void {
		const wait = new Wait(this.ports.clock, delayMs, () => this.connect());
		this.wait.value = wait;
		const details = { delayMs };
		this.sink.record({
			kind: 'waiting',
			time: wait.startedAt,
			attempt: this.attemptNumber,
			data,
			details,
		});
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

	private learn(facts: Pick<StreamFacts, 'lastEventId' | 'reconnectionTime'>): void {
		this.eventId = facts.lastEventId;
		this.askedMs = facts.reconnectionTime ?? this.askedMs;
	}
}
