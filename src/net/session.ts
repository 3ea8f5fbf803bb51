import { DisposableStore, MutableDisposable, type Disposable } from '../base/disposable';
import { Emitter, type Event } from '../base/emitter';
import { defaultReconnectionTimeMs, type ConnectionState } from '../domain/connectionState';
import type { Endpoint } from '../domain/endpoint';
import type { ConnectionEntry } from '../domain/entry';
import type { FailureReport } from '../domain/failure';
import type { AttemptEnding } from './attempt';
import * as words from './connectionWords';
import { Orders } from './orders';
import { decide, type Outcome } from './reconnection';
import { Run, type RunCut, type SessionPorts } from './run';
import type { StreamFacts, StreamSink } from './streamSink';

/** What an order of the user came upon, and cut. */
type Cut = (RunCut | { readonly what: 'waiting' | 'nothing' }) & { readonly time: number };

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
	private readonly stateChanged = this.owned.register(new Emitter<ConnectionState>());
	private readonly timer = this.owned.register(new MutableDisposable());
	private run: Run | undefined;
	private readonly orders = new Orders();
	/** Attempts since the last one that opened. */
	private failedInARow = 0;
	private askedMs: number | undefined;
	private currentState: ConnectionState = 'connecting';
	private attemptNumber = 0;
	private eventId: string;
	private latestFailure: FailureReport | undefined;
	private wait: { readonly totalMs: number; readonly startedAt: number } | undefined;

	readonly onDidChangeState: Event<ConnectionState> = this.stateChanged.event;

	constructor(
		readonly endpoint: Endpoint,
		private readonly sink: StreamSink,
		private readonly ports: SessionPorts,
	) {
		this.eventId = endpoint.lastEventId ?? '';
		this.owned.register(sink.onDidDrain(() => this.run?.resume()));
	}

	/** `connecting` before `start`, too. */
	get state(): ConnectionState {
		return this.currentState;
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
		return this.wait;
	}

	/** Begins the first attempt. */
	start(): void {
		if (this.attemptNumber === 0 && !this.owned.isDisposed) this.connect();
	}

	/** What the open stream has said so far. The facts at its end are taken without being noted here. */
	noteFacts(facts: StreamFacts): void {
		if (this.openedAt !== undefined) this.learn(facts);
	}

	/**
	 * Begins an attempt at once: cuts the current one, ends the waiting, or starts again after the end.
	 * Resolves when it has begun, or a later order has taken its place.
	 */
	reconnect(options: { readonly lastEventId?: string } = {}): Promise<void> {
		return this.order((cut, isNewest) => {
			// A wait that ends early needs no entry of its own: the attempt follows.
			if (cut.what !== 'waiting') this.recordCut(cut);
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
		return this.order((cut, isNewest) => {
			if (cut.what === 'nothing') return;
			this.recordCut(cut);
			if (isNewest) this.setState('closed');
		});
	}

	/** Cuts the connection or ends the waiting, and records nothing. */
	dispose(): void {
		this.run?.dispose();
		this.run = undefined;
		this.wait = undefined;
		this.owned.dispose();
	}

	private connect(): void {
		const run = new Run(this.endpoint, ++this.attemptNumber, this.eventId, this.sink, this.ports, {
			opened: () => {
				this.failedInARow = 0;
				this.latestFailure = undefined;
				this.setState('open');
			},
			learned: facts => this.learn(facts),
			ended: (ending, time, reach) => this.ended(run, ending, time, reach),
		});
		this.run = run;
		this.setState('connecting');
		// A listener may have thought better of it.
		if (this.run === run) run.start();
	}

	private opened(): void {
		this.failedInARow = 0;
		this.latestFailure = undefined;
		this.setState('open');
	}

	private ended(
		run: Run,
		ending: AttemptEnding,
		time: number,
		reach: words.Reach | undefined,
	): void {
		if (this.owned.isDisposed) return;
		const outcome = outcomeOf(ending, reach !== undefined);
		this.latestFailure = ending.type === 'failed' ? ending.failure.report : undefined;
		if (outcome.type === 'failed' && !outcome.wasOpen) this.failedInARow++;
		const decision = decide(this.endpoint, outcome, this.askedMs, this.failedInARow);
		// An order that cut it meanwhile decides instead.
		const isCurrent = this.run === run;
		const stops = isCurrent && decision.type === 'stop';
		const entry = words.endEntry(ending, time, reach, stops ? decision.reason : undefined);
		this.sink.record({ ...entry, attempt: run.number });
		if (!isCurrent) return;
		this.run = undefined;
		if (decision.type === 'stop') this.setState(decision.state);
		else this.waitFor(decision.delayMs, decision.reason, run.number);
	}

	private waitFor(delayMs: number, reason: string, attempt: number): void {
		const { clock } = this.ports;
		const startedAt = clock.now();
		this.wait = { totalMs: delayMs, startedAt };
		this.timer.value = clock.schedule(delayMs, () => {
			this.wait = undefined;
			this.connect();
		});
		const details = { delayMs };
		this.sink.record({ kind: 'waiting', time: startedAt, attempt, data: reason, details });
		this.setState('waiting');
	}

	private order(carryOut: (cut: Cut, isNewest: boolean) => void): Promise<void> {
		if (this.owned.isDisposed) return Promise.resolve();
		return this.orders.give(this.cut(), (cut, isNewest) => {
			if (!this.owned.isDisposed) carryOut(cut, isNewest);
		});
	}

	/** Up to its first `await` it runs within the order itself: nothing is read after that. */
	private async cut(): Promise<Cut> {
		const { run, wait } = this;
		const time = this.ports.clock.now();
		this.run = undefined;
		this.wait = undefined;
		this.timer.value = undefined;
		if (run !== undefined) return { ...(await run.cut()), time };
		return { what: wait === undefined ? 'nothing' : 'waiting', time };
	}

	private recordCut(cut: Cut): void {
		if (cut.what === 'nothing' || cut.what === 'ending') return;
		const data = words.closedByUserWords(cut);
		this.sink.record({ kind: 'closed', time: cut.time, attempt: this.attemptNumber, data });
	}

	private learn(facts: StreamFacts): void {
		this.eventId = facts.lastEventId;
		this.askedMs = facts.reconnectionTime ?? this.askedMs;
	}

	private setState(state: ConnectionState): void {
		if (state === this.currentState) return;
		this.currentState = state;
		try {
			this.stateChanged.fire(state);
		} catch (error) {
			this.ports.report(error);
		}
	}
}

function outcomeOf(ending: AttemptEnding, wasOpen: boolean): Outcome {
	if (ending.type !== 'failed') return { type: ending.type };
	return { type: 'failed', isFinal: ending.failure.report.isFinal, wasOpen };
}
