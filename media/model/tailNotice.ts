import type { FailureReport } from '../../src/domain/failure';
import type { StreamInfo, Tick } from '../../src/protocol/messages';

/** What the block below the last row says: how things stand, and the one thing to do about it. */
export type TailNotice =
	| { readonly type: 'waiting'; readonly attempt: number; readonly lastEventId: string }
	| { readonly type: 'failed'; readonly failure: FailureReport }
	| { readonly type: 'closed'; readonly lastEventId: string }
	/** Open, and not a byte since. */
	| { readonly type: 'silent'; readonly forMs: number }
	| { readonly type: 'noMatch'; readonly kept: number; readonly isOpen: boolean }
	| { readonly type: 'nothing'; readonly isLive: boolean; readonly isOver: boolean };

/** A stream is not called silent before. */
const silentAfterMs = 1000;

/**
 * @param hasFilter whether a filter is in force.
 * @param sinceTickMs how old the tick is.
 */
export function tailNotice(
	tick: Tick,
	stream: StreamInfo,
	hasFilter: boolean,
	sinceTickMs: number,
): TailNotice | undefined {
	const { status } = tick;
	if (tick.total === 0 && hasFilter) {
		if (tick.isCounting) return undefined;
		return { type: 'noMatch', kept: status.kept, isOpen: status.state === 'open' };
	}
	if (stream.isLive) {
		const { lastEventId } = status;
		if (status.state === 'failed' && status.failure !== undefined) {
			return { type: 'failed', failure: status.failure };
		}
		if (status.state === 'waiting') {
			return { type: 'waiting', attempt: status.attempt + 1, lastEventId };
		}
		if (status.state === 'closed' && tick.total > 0) return { type: 'closed', lastEventId };
		if (status.state === 'open' && status.bytes === 0 && status.open !== undefined) {
			const forMs = status.open.forMs + sinceTickMs;
			if (forMs >= silentAfterMs) return { type: 'silent', forMs };
		}
	}
	if (tick.total > 0 || tick.isCounting) return undefined;
	const isOver = status.state === 'closed' || status.state === 'failed';
	return { type: 'nothing', isLive: stream.isLive, isOver };
}

/** The first lines of an answer's body, and of how many. */
export function firstLines(
	text: string,
	isComplete: boolean,
	maxLines = 4,
): { lines: string[]; total: number | undefined } {
	const all = text.trimEnd().split(/\r\n|\r|\n/);
	const maxLength = 400;
	const lines = all
		.slice(0, maxLines)
		.map(line => (line.length > maxLength ? `${line.slice(0, maxLength)}…` : line));
	return { lines, total: isComplete ? all.length : undefined };
}
