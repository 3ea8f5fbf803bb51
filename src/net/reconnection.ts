import * as l10n from '@vscode/l10n';
import { defaultReconnectionTimeMs } from '../domain/connectionState';
import { reconnects, type Endpoint } from '../domain/endpoint';
import { countText, durationText } from '../domain/words';
import type { WaitTime } from './wait';

/** Between two attempts of one's own, however short a time the server asks for. */
const minDelayMs = 250;
/** Where the back-off ends, unless the server itself asks for a longer time. */
const maxBackOffMs = 60_000;
// Beyond it a delay would lose its precision, and JSON cannot hold an infinite one.
const maxDelayMs = Number.MAX_SAFE_INTEGER;

/** How an attempt came out. */
export type Outcome =
	/** It opened, and the server ended the stream. */
	| { readonly type: 'ended' }
	/** 204. */
	| { readonly type: 'no-content' }
	/** It gave no stream, or an open one broke off. */
	| {
			readonly type: 'failed';
			readonly isFinal: boolean;
			readonly wasOpen: boolean;
			/** The network of this machine changed, which says nothing about the server. */
			readonly isNetworkChange?: boolean;
	  };

/** What to do after an attempt. */
export type Decision =
	/** The stream is over, and `reason`, where there is one, says why nobody tries again. */
	| { readonly type: 'stop'; readonly state: 'closed' | 'failed'; readonly reason?: string }
	/** `reason` is the sentence for the timeline. */
	| ({ readonly type: 'retry'; readonly reason: string } & WaitTime);

/**
 * Decides after each attempt, by the rules for EventSource in the HTML standard.
 * @param reconnectionTimeMs What the server asked for last; absent if it never did.
 * @param failedInARow Attempts that did not open, this one included, since the last one that did.
 */
export function decide(
	endpoint: Endpoint,
	outcome: Outcome,
	reconnectionTimeMs: number | undefined,
	failedInARow: number,
): Decision {
	// [spec] "Clients will reconnect if the connection is closed; a client can be told to stop
	// reconnecting using the HTTP 204 No Content response code."
	if (outcome.type === 'no-content') return { type: 'stop', state: 'closed' };
	// [spec] "Once the user agent has failed the connection, it does not attempt to reconnect."
	if (outcome.type === 'failed' && outcome.isFinal) return { type: 'stop', state: 'failed' };
	if (!reconnects(endpoint)) {
		const state = outcome.type === 'failed' ? 'failed' : 'closed';
		return { type: 'stop', state, reason: whyOnce(endpoint) };
	}
	// [spec] "… if res is not a network error, then reestablish the connection."
	// [spec] "Otherwise, if res is a network error, then reestablish the connection, unless the user
	// agent knows that to be futile, in which case the user agent may fail the connection."
	const gaveNoStream = givesNoStream(outcome);
	const delayMs = delay(reconnectionTimeMs, gaveNoStream ? failedInARow : 0);
	const wait = gaveNoStream
		? l10n.t`${durationText(delayMs)} before trying again`
		: l10n.t`${durationText(delayMs)} before reconnecting`;
	return {
		type: 'retry',
		delayMs,
		shortestMs: delay(reconnectionTimeMs, 0),
		reason: `${wait}${why(delayMs, reconnectionTimeMs, failedInARow)}`,
	};
}

/** Whether it counts among the failed attempts in a row, for which one waits longer and longer. */
export function givesNoStream(outcome: Outcome): boolean {
	return outcome.type === 'failed' && !outcome.wasOpen && outcome.isNetworkChange !== true;
}

function delay(reconnectionTimeMs: number | undefined, failedInARow: number): number {
	// [spec] "Wait a delay equal to the reconnection time of the event source."
	const asked = reconnectionTimeMs ?? defaultReconnectionTimeMs;
	const base = Math.min(Math.max(asked, minDelayMs), maxDelayMs);
	// [spec] "Optionally, wait some more. In particular, if the previous attempt failed, then user
	// agents might introduce an exponential backoff delay to avoid overloading a potentially already
	// overloaded server."
	const backOff = base * 2 ** Math.max(0, failedInARow - 1);
	return Math.min(backOff, Math.max(base, maxBackOffMs));
}

function why(delayMs: number, asked: number | undefined, failedInARow: number): string {
	if (failedInARow > 1) return l10n.t`, after ${countText(failedInARow)} failed attempts in a row`;
	if (asked === undefined) return l10n.t(', the default');
	if (asked < delayMs)
		return l10n.t`, the shortest wait; the server asked for ${durationText(asked)}`;
	return l10n.t(', as the server asked');
}

function whyOnce(endpoint: Endpoint): string {
	if (endpoint.reconnect === 'never') return l10n.t('not reconnecting, as the endpoint is set');
	return l10n.t`not reconnecting: ${endpoint.method ?? 'GET'} requests might not bear repeating`;
}
