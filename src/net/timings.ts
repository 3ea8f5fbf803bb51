import type { Socket } from 'node:net';
import type { Clock } from '../base/clock';
import type { AttemptTimings } from '../domain/entry';

/** Takes the times of one attempt, in ms since it began; of several requests the last one's. */
export class AttemptTimer {
	private phases: { dnsMs?: number; tcpMs?: number; tlsMs?: number; headersMs?: number } = {};

	constructor(
		private readonly clock: Clock,
		private readonly startedAt = clock.now(),
	) {}

	/** Ms since the attempt began. */
	elapsedMs(): number {
		return this.clock.now() - this.startedAt;
	}

	/** Follows the socket of a request. Behind a proxy it comes with a tunnel: no lookup, no connect. */
	watch(socket: Socket): void {
		this.phases = {};
		socket.once('lookup', () => (this.phases.dnsMs = this.elapsedMs()));
		socket.once('connect', () => (this.phases.tcpMs = this.elapsedMs()));
		socket.once('secureConnect', () => (this.phases.tlsMs = this.elapsedMs()));
	}

	/** The headers of the answer are complete. */
	noteHeaders(): void {
		this.phases.headersMs = this.elapsedMs();
	}

	facts(): AttemptTimings {
		return { ...this.phases };
	}
}
