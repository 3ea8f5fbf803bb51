import * as l10n from '@vscode/l10n';
import { assertNever } from '../base/assertNever';
import type { ConnectionEntry, RequestFacts } from '../domain/entry';
import { fieldValue } from '../domain/fieldValue';
import { unsendableReason } from '../domain/lastEventId';
import { countOf, durationText, sizeText } from '../domain/words';
import { essenceOf } from './failure/answerFailures';
import type { AttemptDetails, AttemptEnding } from './attemptListener';

/*
 * The sentences of the connection's entries. On the timeline each follows one word in bold, its
 * kind; who reads the entry without that word must understand it as well.
 */

/** How far an open stream got. */
export interface Reach {
	/** Absent if nobody could tell. */
	readonly events?: number;
	/** Ms since it opened. */
	readonly forMs: number;
}

/**
 * `GET`, `POST · 312 B body`, `attempt 3 · sends Last-Event-ID 88213`. `whyNow` is there if its time
 * had not come.
 */
export function connectingWords(
	attempt: number,
	request: RequestFacts,
	lastEventId: string,
	whyNow?: string,
): string {
	const parts = [attempt === 1 ? request.method : l10n.t`attempt ${attempt}`];
	if (attempt === 1 && request.bodySize !== undefined)
		parts.push(l10n.t`${sizeText(request.bodySize)} body`);
	if (whyNow !== undefined) parts.push(whyNow);
	const unsendable = unsendableReason(lastEventId);
	if (unsendable !== undefined) parts.push(l10n.t`Last-Event-ID not sent: ${unsendable}`);
	else if (request.lastEventId !== undefined) {
		parts.push(l10n.t`sends Last-Event-ID ${shortened(request.lastEventId)}`);
		if (fieldValue(lastEventId) !== lastEventId) parts.push(l10n.t('without the spaces around it'));
	}
	return parts.join(' · ');
}

/** `200 · HTTP/1.1 · text/event-stream · gzip · headers after 25 ms`. */
export function openWords({ response, hops, timings }: AttemptDetails): string {
	const parts = [
		String(response?.status ?? ''),
		`HTTP/${response?.httpVersion ?? ''}`,
		essenceOf(response?.headers ?? []) ?? '',
		...(response?.contentCoding === undefined ? [] : [response.contentCoding]),
		l10n.t`headers after ${durationText(timings?.headersMs ?? 0)}`,
	];
	if (response?.proxy !== undefined) parts.push(l10n.t`through proxy ${response.proxy}`);
	if (response?.tls?.unverified !== undefined) parts.push(l10n.t('certificate not verified'));
	if (hops !== undefined)
		parts.push(
			hops.length === 1 ? l10n.t('after 1 redirect') : l10n.t`after ${hops.length} redirects`,
		);
	return parts.join(' · ');
}

/** `woke after 12 min of sleep`; `undefined` if the machine did not sleep. */
export function sleepWords(sleptMs: number): string | undefined {
	if (sleptMs === 0) return undefined;
	const unitMs = sleptMs < 60_000 ? 1000 : 60_000;
	return l10n.t`woke after ${durationText(Math.round(sleptMs / unitMs) * unitMs)} of sleep`;
}

/** The entry of a wait; why it is as long as it is stands in `data`. */
export function waitingEntry(
	{ startedAt, totalMs }: { readonly startedAt: number; readonly totalMs: number },
	attempt: number,
	data: string,
): ConnectionEntry {
	return { kind: 'waiting', time: startedAt, attempt, data, details: { delayMs: totalMs } };
}

/** What an order of the user came upon, and cut. `ending`: it had ended by itself, and is recorded. */
export type Cut =
	| { readonly what: 'open'; readonly reach: Reach }
	| { readonly what: 'connecting'; readonly forMs: number }
	| { readonly what: 'waiting' | 'ending' | 'nothing' };

/** `by you after 40 events in 12 s`, `by you after 3 s, before an answer`; `undefined` where nothing was cut. */
export function closedByUserWords(cut: Cut): string | undefined {
	switch (cut.what) {
		case 'open':
			return l10n.t`by you ${reachWords(cut.reach)}`;
		case 'connecting':
			return l10n.t`by you after ${durationText(cut.forMs)}, before an answer`;
		case 'waiting':
			return l10n.t('by you while waiting to connect again');
		case 'ending':
		case 'nothing':
			return undefined;
		default:
			return assertNever(cut);
	}
}

/**
 * The entry of an attempt that ended by itself; `reach` is absent if it never opened. `more` is what
 * the ending itself does not say: that the machine slept, and why nobody tries again.
 */
export function endEntry(
	ending: AttemptEnding,
	time: number,
	reach: Reach | undefined,
	more: readonly (string | undefined)[] = [],
): Pick<ConnectionEntry, 'kind' | 'time' | 'data' | 'details'> {
	const sentence = (...parts: (string | undefined)[]) =>
		[...parts, ...more].filter(part => part !== undefined).join(' · ');
	switch (ending.type) {
		case 'ended':
			return {
				kind: 'closed',
				time,
				data: sentence(
					l10n.t`by the server ${reachWords(reach)}`,
					ending.announcedBytes === undefined
						? undefined
						: l10n.t`its Content-Length was ${sizeText(ending.announcedBytes)}`,
				),
			};
		case 'no-content': {
			const data = sentence(l10n.t('204 No Content: the server asked not to reconnect'));
			return { kind: 'closed', time, data, details: ending.details };
		}
		case 'failed': {
			const { report, words, address } = ending.failure;
			const data =
				reach === undefined
					? sentence(words, report.code, address, durationText(ending.afterMs))
					: sentence(l10n.t`${words}, ${reachWords(reach)}`, report.code);
			return { kind: 'failed', time, data, details: { ...ending.details, failure: report } };
		}
		default:
			return assertNever(ending);
	}
}

function reachWords({ events, forMs }: Reach = { forMs: 0 }): string {
	const time = durationText(forMs);
	if (events === undefined) return l10n.t`after ${time}`;
	return events === 0
		? l10n.t`after ${time}, before any event`
		: l10n.t`after ${countOf(events, 'event')} in ${time}`;
}

function shortened(id: string): string {
	return id.length > 100 ? `${id.slice(0, 99)}…` : id;
}
