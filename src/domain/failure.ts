/** Why an attempt gave no stream, or a stream broke. Switch on this, never on a message. */
export type FailureType =
	| 'status'
	| 'content-type'
	| 'unknown-host'
	| 'refused'
	| 'unreachable'
	| 'reset'
	| 'timeout'
	| 'tls'
	/** The proxy gave no connection to the server. */
	| 'proxy'
	/** The network of this machine is another one. */
	| 'network-change'
	/** The user cut the connection, to see what happens. */
	| 'dropped'
	| 'redirect'
	| 'protocol'
	| 'other';

/**
 * What the `tls` of the endpoint can do about a certificate that did not verify: trust its authority,
 * or expect a name that it is for; `skip`: nothing but not to verify it.
 */
export type TlsRemedy = 'trust' | 'rename' | 'skip';

/** A failure in words: what happened, what to do, why it is so. */
export interface FailureReport {
	readonly type: FailureType;
	/** A system's or library's code, for example `ECONNREFUSED`. */
	readonly code?: string;
	/** A full sentence without its final stop: what happened, as a heading. */
	readonly title: string;
	/** What the user can do about it. */
	readonly advice: string;
	/** What follows from it, or the reason behind it. */
	readonly explanation: string;
	/** Whether a client must not retry by itself. */
	readonly isFinal: boolean;
	/** Absent where the endpoint's own settings cannot help. */
	readonly tlsRemedy?: TlsRemedy;
	/** Names of the secrets that the server may have refused. */
	readonly secretNames?: readonly string[];
	/** The answer's body, where the server sent one. */
	readonly answer?: AnswerBody;
}

/** The beginning of an unusable answer's body. */
export interface AnswerBody {
	/** At most 64 kB of it, decoded as UTF-8. */
	readonly text: string;
	/** Bytes received, decoded where they can be; those beyond `text` included. */
	readonly sizeBytes: number;
	/** Whether `text` is all of it. */
	readonly isComplete: boolean;
}
