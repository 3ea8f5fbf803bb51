import type { ConnectionDetails, ResponseFacts } from '../domain/entry';
import type { AttemptFailure } from './failure/attemptFailure';

/** What is known of an attempt by the time it is reported. */
export type AttemptDetails = Pick<ConnectionDetails, 'request' | 'response' | 'hops' | 'timings'>;

/** How an attempt ended by itself. */
export type AttemptEnding =
	/** The server ended the body of the open stream, whose length it may have announced. */
	| { readonly type: 'ended'; readonly announcedBytes?: number }
	/** 204: there is nothing, and there will be nothing. */
	| { readonly type: 'no-content'; readonly details: AttemptDetails }
	/** There was no stream, or the open one broke. */
	| {
			readonly type: 'failed';
			readonly failure: AttemptFailure;
			readonly details: AttemptDetails;
			/** Ms from the beginning of the attempt to the failure. */
			readonly afterMs: number;
	  };

/** Told of what happens, in order: `opened` once at most, then bytes; `ended` once, last. */
export interface AttemptListener {
	/** The stream is open. */
	opened(details: AttemptDetails & { readonly response: ResponseFacts }): void;
	/**
	 * A chunk of a body with a content coding, as it was received; `bytes` brings what is decoded from
	 * it, before the next one. Otherwise as `bytes`.
	 */
	coded(chunk: Uint8Array, time: number): boolean;
	/**
	 * Bytes of the body, as one chunk, and when they came in (ms since the epoch).
	 * @returns false to be sent no more until `resume`; if the stream breaks meanwhile,
	 * what had come in by then follows all the same.
	 */
	bytes(chunk: Uint8Array, time: number): boolean;
	ended(ending: AttemptEnding): void;
}
