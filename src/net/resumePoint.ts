import { defaultReconnectionTimeMs } from '../domain/connectionState';
import type { Endpoint } from '../domain/endpoint';
import { decide, givesNoStream, type Decision, type Outcome } from './reconnection';
import type { StreamFacts } from './streamSink';

/** What a session remembers from one attempt to the next: where it takes up, and after how long. */
export class ResumePoint {
	/** What the server asked for last, in ms. */
	private askedMs: number | undefined;
	/** Attempts since the last one that opened, or since there was a reason to begin anew. */
	private failedInARow = 0;

	constructor(
		/** What the next attempt will send. */
		public lastEventId: string,
	) {}

	/** In force, in ms. */
	get reconnectionTimeMs(): number {
		return this.askedMs ?? defaultReconnectionTimeMs;
	}

	/** Takes what the stream has said so far. */
	learn(facts: Pick<StreamFacts, 'lastEventId' | 'reconnectionTime'>): void {
		this.lastEventId = facts.lastEventId;
		// [spec] "If the field value consists of only ASCII digits, then interpret the field value as an
		// integer in base ten, and set the event stream's reconnection time to that integer." It is the
		// event source's, and lasts through all attempts.
		this.askedMs = facts.reconnectionTime ?? this.askedMs;
	}

	/** Failures so far say nothing about the next attempt: there is no back-off for them. */
	forgetFailures(): void {
		this.failedInARow = 0;
	}

	/** What to do after an attempt. */
	after(endpoint: Endpoint, outcome: Outcome): Decision {
		if (givesNoStream(outcome)) this.failedInARow++;
		else this.forgetFailures();
		return decide(endpoint, outcome, this.askedMs, this.failedInARow);
	}
}
