import type { Clock } from '../../base/clock';
import type { Event } from '../../base/emitter';
import { defaultReconnectionTimeMs } from '../../domain/connectionState';
import { redactUrl } from '../../domain/redaction';
import { shortened } from '../../domain/words';
import { rowDataLength } from '../../protocol/row';
import type { StreamInfo, StreamStatus } from '../../protocol/stream';
import type { Capture } from '../../store/capture';
import { EventRate } from './eventRate';
import type { LiveStream } from '../liveStream';

/** What a panel looks at: a live stream, or a capture opened from a file. */
export interface PanelSource {
	readonly capture: Capture;
	readonly info: StreamInfo;
	/** What the user calls it, if not by the endpoint's name. */
	readonly title?: string;
	/** Absent for a capture from a file. */
	readonly stream?: LiveStream;
	/** Of a capture whose endpoint is known: connects to it, and goes on where the capture ends. */
	readonly reconnect?: () => Promise<void>;
	status(): StreamStatus;
	/** The state has changed: not to be kept waiting for the next tick. */
	readonly onDidChangeState?: Event<unknown>;
}

/** A live stream as a panel looks at it. */
export function liveSource(stream: LiveStream, captureName: string, clock: Clock): PanelSource {
	const { capture, endpoint, session } = stream;
	const rate = new EventRate();
	return {
		capture,
		stream,
		info: {
			name: endpoint.name,
			url: redactUrl(endpoint.url),
			method: endpoint.method ?? 'GET',
			isLive: true,
			capture: captureName,
		},
		onDidChangeState: stream.onDidChangeState,
		status: () => {
			const { received, kept, dropped, bytes, events, keepingStopped } = capture.progress;
			const now = clock.now();
			const eventsPerSecond = rate.at(now, events);
			const { state, waiting, failure, reached } = session;
			return {
				state,
				...(waiting && {
					waiting: {
						totalMs: waiting.totalMs,
						remainingMs: Math.max(0, waiting.startedAt + waiting.totalMs - now),
					},
				}),
				...(state === 'connecting' &&
					reached && { connecting: { forMs: now - reached.startedAt } }),
				attempt: session.attempt,
				lastEventId: shortened(session.lastEventId, rowDataLength),
				reconnectionTimeMs: session.reconnectionTimeMs,
				received,
				kept,
				dropped,
				...(keepingStopped !== undefined && { keepingStopped }),
				bytes,
				// What came before an end says nothing about now.
				rate: state === 'open' ? eventsPerSecond : 0,
				...(reached?.openedAt !== undefined && {
					open: { forMs: now - reached.openedAt, bytes: reached.bytes },
				}),
				...(failure && { failure }),
			};
		},
	};
}

/** A capture from a file as a panel looks at it. */
export function captureSource(
	capture: Capture,
	captureName: string,
	earlier: { kept?: StreamInfo['kept']; reconnect?: () => Promise<void> } = {},
): PanelSource {
	const { title } = capture.about;
	const { kept: keptFacts, reconnect } = earlier;
	return {
		capture,
		...(title !== undefined && { title }),
		...(reconnect && { reconnect }),
		info: {
			name: capture.about.name,
			url: capture.about.url,
			method: capture.about.method ?? 'GET',
			isLive: false,
			capture: captureName,
			...(keptFacts && { kept: keptFacts }),
		},
		status: () => {
			const { received, kept, dropped, bytes, lastEventId, reconnectionTime } = capture.progress;
			return {
				state: 'closed',
				attempt: 0,
				lastEventId: shortened(lastEventId, rowDataLength),
				reconnectionTimeMs: reconnectionTime ?? defaultReconnectionTimeMs,
				received,
				kept,
				dropped,
				bytes,
				rate: 0,
			};
		},
	};
}
