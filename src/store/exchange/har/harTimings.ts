import type { AttemptTimings } from '../../../domain/entry';

/** [HAR 1.2] "Use -1 for timing values that do not apply to the current request." */
const notApplicable = -1;

/** Phases in ms, of one request. */
export interface HarTimings {
	readonly blocked: number;
	readonly dns: number;
	/** The TLS handshake included. */
	readonly connect: number;
	readonly ssl: number;
	readonly send: number;
	readonly wait: number;
	readonly receive: number;
}

/** Our moments as the durations of a HAR; `totalMs` from the beginning of the attempt to its end. */
export function harTimings(timings: AttemptTimings, totalMs: number): HarTimings {
	const { redirectsMs = 0, dnsMs, tcpMs, tunnelMs, tlsMs, sentMs, headersMs } = timings;
	const resolved = dnsMs ?? redirectsMs;
	const reached = tcpMs ?? tunnelMs;
	const connected = tlsMs ?? reached ?? resolved;
	const sent = sentMs ?? connected;
	const answered = headersMs ?? sent;
	const hasConnected = reached !== undefined || tlsMs !== undefined;
	return {
		blocked: redirectsMs === 0 ? notApplicable : redirectsMs,
		dns: dnsMs === undefined ? notApplicable : dnsMs - redirectsMs,
		connect: hasConnected ? connected - resolved : notApplicable,
		ssl: tlsMs === undefined ? notApplicable : tlsMs - (reached ?? resolved),
		send: sent - connected,
		wait: answered - sent,
		receive: Math.max(0, totalMs - answered),
	};
}

/** The reverse, as far as it goes: the moments behind the durations of a HAR. */
export function attemptTimings(timings: Partial<HarTimings>): AttemptTimings {
	const span = (ms: number | undefined) => (ms !== undefined && ms > 0 ? ms : 0);
	const isThere = (ms: number | undefined) => ms !== undefined && ms >= 0;
	const { blocked, dns, connect, ssl, send, wait } = timings;
	const resolved = span(blocked) + span(dns);
	const connected = resolved + span(connect);
	const sent = connected + span(send);
	return {
		...(isThere(dns) && { dnsMs: resolved }),
		...(isThere(connect) && { tcpMs: connected - span(ssl) }),
		...(isThere(ssl) && { tlsMs: connected }),
		...(isThere(send) && { sentMs: sent }),
		...(isThere(wait) && { headersMs: sent + span(wait) }),
	};
}
