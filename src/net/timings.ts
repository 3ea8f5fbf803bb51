import type { Socket } from 'node:net';
import type { Clock } from '../base/clock';
import type { AttemptTimings } from '../domain/entry';

/** Takes the times of one attempt, in ms since it began; of several requests the last one's. */
export class AttemptTimer {
	private redirectsMs: number | undefined;
	private phases: Writable<Omit<AttemptTimings, 'redirectsMs'>> = {};

	constructor(
		private readonly clock: Clock,
		private readonly startedAt = clock.now(),
	) {}

	/** Ms since the attempt began. */
	elapsedMs(): number {
		return this.clock.now() - this.startedAt;
	}

	/** A redirect is followed. */
	noteRedirect(): void {
		this.redirectsMs = this.elapsedMs();
		this.phases = {};
	}

	/** Follows the socket of a request, which is new: one that is connected was connected by a proxy. */
	watch(socket: Socket): void {
		this.phases = socket.connecting ? {} : { tunnelMs: this.elapsedMs() };
		socket.once('lookup', () => (this.phases.dnsMs = this.elapsedMs()));
		socket.once('connect', () => (this.phases.tcpMs = this.elapsedMs()));
		socket.once('secureConnect', () => (this.phases.tlsMs = this.elapsedMs()));
	}

	/** All of the request was handed to the system. */
	noteSent(): void {
		this.phases.sentMs = this.elapsedMs();
	}

	/** The headers of the answer are complete. */
	noteHeaders(): void {
		this.phases.headersMs = this.elapsedMs();
	}

	facts(): AttemptTimings {
		const { redirectsMs, phases } = this;
		return { ...(redirectsMs !== undefined && { redirectsMs }), ...phases };
	}
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
