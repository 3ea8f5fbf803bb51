import type { Clock } from '../base/clock';
import { MutableDisposable, type Disposable } from '../base/disposable';
import type { ResolvedEndpoint } from '../domain/resolvedEndpoint';
import { Attempt } from './attempt';
import type { AttemptEnding } from './attemptListener';
import { addressGone, droppedByUser } from './failure/brokenByUs';
import { connectingWords, openWords, sleepWords, type Cut, type Reach } from './connectionWords';
import { EchoedSecrets } from './secret/echoedSecrets';
import type { Machine } from './machine/machine';
import { requestFor } from './exchange/outgoingRequest';
import type { Outcome } from './reconnection';
import type { StreamFacts, StreamSink } from './streamSink';

/** What a session needs of the world. */
export interface SessionPorts {
	readonly clock: Clock;
	readonly machine: Machine;
	/** Takes what must not happen: a sink or a listener that fails. The session goes on. */
	report(error: unknown): void;
}

/** Whose run it is. */
export interface RunOwner {
	opened(): void;
	/** The stream that was open is over, by itself or by a cut: what it asked for. */
	learned(facts: StreamFacts): void;
	/** It ended by itself, and all of the body is written. */
	ended(end: RunEnd): void;
}

/** How a run came to its end by itself. */
export interface RunEnd {
	readonly ending: AttemptEnding;
	/** Ms since the epoch. */
	readonly time: number;
	/** Absent if it never opened. */
	readonly reach: Reach | undefined;
	/** What else has to do with it, in words. */
	readonly more: string | undefined;
}

/** How far an attempt has come; times in ms since the epoch. */
export interface RunReach {
	readonly startedAt: number;
	/** Absent before there is an answer that opens the stream. */
	readonly openedAt?: number;
	/** Of the body, as received. */
	readonly bytes: number;
}

/** One attempt, and what goes to the sink while it lasts. */
export class Run implements Disposable {
	private readonly attempt: Attempt;
	private readonly secrets: EchoedSecrets;
	private readonly watching = new MutableDisposable();
	private readonly startedAt: number;
	private openTime: number | undefined;
	private received = 0;
	/** How long the machine has slept since the latest bytes, in ms. */
	private sleptMs = 0;
	/** What is received is counted before it is decoded. */
	private isCoded = false;
	/** Set once it has ended by itself; resolves when the owner has been told. */
	private told: Promise<void> | undefined;

	constructor(
		endpoint: ResolvedEndpoint,
		readonly number: number,
		lastEventId: string,
		private readonly sink: StreamSink,
		private readonly ports: SessionPorts,
		private readonly owner: RunOwner,
		whyNow?: string,
	) {
		const { clock } = ports;
		this.startedAt = clock.now();
		sink.begin(number, lastEventId);
		const outgoing = requestFor(endpoint, lastEventId);
		this.secrets = new EchoedSecrets(endpoint, outgoing);
		this.attempt = new Attempt(outgoing, endpoint, clock, {
			opened: told => {
				const details = this.secrets.inDetails(told);
				const time = clock.now();
				this.openTime = time;
				sink.record({ kind: 'open', time, attempt: number, data: openWords(details), details });
				// [spec] "… announce the connection and interpret res's body line by line."
				owner.opened();
			},
			coded: (chunk, time) => {
				this.isCoded = true;
				this.received += chunk.length;
				this.sleptMs = 0;
				return sink.writeCoded(chunk, time);
			},
			bytes: (chunk, time) => {
				if (!this.isCoded) this.received += chunk.length;
				this.sleptMs = 0;
				return sink.write(chunk, time);
			},
			ended: ending => {
				this.told = this.tell(this.secrets.inEnding(ending), clock.now()).catch(error =>
					ports.report(error),
				);
			},
		});
		const { request } = this.attempt;
		sink.record({
			kind: 'connecting',
			time: this.startedAt,
			attempt: number,
			data: connectingWords(number, request, lastEventId, whyNow),
			details: this.secrets.inDetails({ request }),
		});
	}

	get reached(): RunReach {
		const { startedAt, openTime: openedAt, received: bytes } = this;
		return { startedAt, ...(openedAt !== undefined && { openedAt }), bytes };
	}

	start(): void {
		const { attempt } = this;
		this.watching.value = this.ports.machine.watch({
			get localAddress() {
				return attempt.localAddress;
			},
			woke: sleptMs => (this.sleptMs += sleptMs),
			addressGone: address => attempt.breakOff(addressGone(address)),
		});
		attempt.start();
	}

	/** Cuts the connection as a broken network would; resolves when the owner has been told. */
	async drop(): Promise<void> {
		this.attempt.breakOff(droppedByUser());
		await this.told;
	}

	/** The sink has room again. */
	resume(): void {
		this.attempt.resume();
	}

	/** Cuts the connection at once; resolves when the sink has taken what had come. */
	async cut(): Promise<Cut> {
		// [spec] "The close() method must abort any instances of the fetch algorithm started for this
		// EventSource object …" and "If res is an aborted network error, then fail the connection."
		this.dispose();
		if (this.told !== undefined) {
			await this.told;
			return { what: 'ending' };
		}
		const now = this.ports.clock.now();
		if (this.openTime === undefined) return { what: 'connecting', forMs: now - this.startedAt };
		return { what: 'open', reach: await this.end(this.openTime, now) };
	}

	/** Cuts the connection at once and tells nobody. */
	dispose(): void {
		this.attempt.dispose();
		this.watching.dispose();
	}

	private async tell(ending: AttemptEnding, time: number): Promise<void> {
		// What broke it may have happened while nobody looked.
		this.ports.machine.look();
		this.watching.dispose();
		const { openTime } = this;
		const more = sleepWords(this.sleptMs);
		const reach = openTime === undefined ? undefined : await this.end(openTime, time);
		this.owner.ended({ ending, time, reach, more });
	}

	private async end(openTime: number, time: number): Promise<Reach> {
		const forMs = time - openTime;
		try {
			const facts = await this.sink.end(time);
			this.owner.learned(facts);
			return { events: facts.events, forMs };
		} catch (error) {
			this.ports.report(error);
			return { forMs };
		}
	}
}

/** What the policy is to know of an attempt that ended by itself. */
export function outcomeOf(ending: AttemptEnding, wasOpen: boolean): Outcome {
	if (ending.type !== 'failed') return { type: ending.type };
	const { isFinal, type } = ending.failure.report;
	return { type: 'failed', isFinal, wasOpen, isNetworkChange: type === 'network-change' };
}
