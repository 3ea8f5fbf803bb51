import type { FailureReport } from './failure';

/** What came in on the wire. */
export const wireKinds = ['event', 'comment', 'retry', 'id', 'ignored', 'incomplete'] as const;
/** What happened to the connection. */
export const connectionKinds = ['connecting', 'open', 'waiting', 'closed', 'failed'] as const;
export const entryKinds = [...wireKinds, ...connectionKinds] as const;

export type WireKind = (typeof wireKinds)[number];
export type ConnectionKind = (typeof connectionKinds)[number];
export type EntryKind = (typeof entryKinds)[number];

/** One thing that happened on a stream, in the order of `seq`. */
export interface Entry {
	/** From 1, without holes; not reset by clearing. */
	readonly seq: number;
	readonly kind: EntryKind;
	/** When the bytes that completed it came in: ms since the epoch, with a fraction. */
	readonly time: number;
	/** The event type, `message` by default; empty for every kind but `event`. */
	readonly type: string;
	/**
	 * The data of an event, the text of a comment; for `retry`, `id`, `ignored` and `incomplete` the
	 * lines as they came; for the connection's kinds a sentence that says what happened.
	 */
	readonly data: string;
	/** The ID set by its own block; absent if that block set none. */
	readonly id?: string;
	/** The last event ID string after it; one beyond 8 kB is shortened, unless its own block set it. */
	readonly lastEventId: string;
	/** The reconnection time set by its own block, in ms. */
	readonly retry?: number;
	/** Bytes on the wire, line ends included; 0 for the connection's kinds. */
	readonly size: number;
	/** Ms since the event before it; events only, absent on the first of a capture. */
	readonly gap?: number;
	/** The attempt it belongs to, from 1. */
	readonly attempt: number;
	/** The chunk that completed it, from 1 through all attempts; absent for the connection's kinds. */
	readonly chunk?: number;
	/** Where it begins among all body bytes of the capture, through all attempts. */
	readonly offset?: number;
	/** What we say about it: why a line was ignored, what a retry replaced, what was cut off, why nothing was kept after it. */
	readonly note?: string;
	/** Bytes of an oversized block that are in the capture but not in `data`. */
	readonly cutBytes?: number;
	/** For the connection's kinds. */
	readonly details?: ConnectionDetails;
}

/** The facts behind an entry of the connection. Secrets are redacted before they get here. */
export interface ConnectionDetails {
	readonly request?: RequestFacts;
	readonly response?: ResponseFacts;
	/** Redirects that led to `response`, in order. */
	readonly hops?: readonly RedirectHop[];
	readonly timings?: AttemptTimings;
	readonly failure?: FailureReport;
	/** Entry of kind `waiting`: how long in all, in ms. */
	readonly delayMs?: number;
}

export interface RequestFacts {
	readonly method: string;
	/** Redacted. */
	readonly url: string;
	/** Names and redacted values, in the order sent. */
	readonly headers: readonly (readonly [string, string])[];
	/** What was sent as `Last-Event-ID`; absent if nothing was. */
	readonly lastEventId?: string;
	/** Bytes. */
	readonly bodySize?: number;
}

export interface ResponseFacts {
	readonly status: number;
	readonly statusText: string;
	/** `1.0`, `1.1`, `2`. */
	readonly httpVersion: string;
	/** Names and values as they came, in order, duplicates kept; `Set-Cookie` values redacted. */
	readonly headers: readonly (readonly [string, string])[];
	/** What the body came coded with, for example `gzip`; absent if it was not coded. */
	readonly contentCoding?: string;
	/** `address:port` of the other end, which is the proxy where there is one. */
	readonly remoteAddress?: string;
	/** `host:port` of the proxy it came through, where one is known; without user name and password. */
	readonly proxy?: string;
	/** Absent on a plain connection. */
	readonly tls?: TlsFacts;
}

export interface TlsFacts {
	readonly protocol: string;
	readonly cipher: string;
	/** Distinguished names and dates in words. */
	readonly subject: string;
	readonly issuer: string;
	readonly validTo: string;
	/** Why the certificate would have been refused, had the endpoint not asked for no verification. */
	readonly unverified?: string;
}

export interface RedirectHop {
	readonly status: number;
	/** From where and to where, redacted. */
	readonly from: string;
	readonly to: string;
	/** Header names that were not sent on, because the origin changed. */
	readonly droppedHeaders: readonly string[];
}

/**
 * When each phase ended, in ms since the attempt began, in this order; a phase that did not take place
 * is absent. After redirects the phases are those of the last request.
 */
export interface AttemptTimings {
	/** The last redirect was followed: the last request began. */
	readonly redirectsMs?: number;
	/** The name was looked up. */
	readonly dnsMs?: number;
	/** Connected. */
	readonly tcpMs?: number;
	/** Behind a proxy, in place of the two before: the proxy was found and it connected us. */
	readonly tunnelMs?: number;
	/** The TLS handshake was complete. */
	readonly tlsMs?: number;
	/** All of the request was handed to the system. */
	readonly sentMs?: number;
	/** Status line and headers complete: the first byte came. */
	readonly headersMs?: number;
}

/** Its phases in the order in which they end. */
export const attemptPhases = [
	'redirectsMs',
	'dnsMs',
	'tcpMs',
	'tunnelMs',
	'tlsMs',
	'sentMs',
	'headersMs',
] as const satisfies readonly (keyof AttemptTimings)[];

/** An entry as the session makes it; its number and place are given where it is kept. */
export interface ConnectionEntry {
	readonly kind: ConnectionKind;
	/** Ms since the epoch, with a fraction. */
	readonly time: number;
	readonly attempt: number;
	/** The sentence. */
	readonly data: string;
	readonly details?: ConnectionDetails;
}

/** Whether the kind is one of the connection's. */
export function isConnectionKind(kind: EntryKind): kind is ConnectionKind {
	return (connectionKinds as readonly string[]).includes(kind);
}
