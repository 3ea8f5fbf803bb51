import type { FailureReport } from '../../domain/failure';
import type { StreamInfo } from '../stream';
import type { Tick } from '../tick';
import { excerptOf } from './excerpt';
import type { Notice, NoticeButton } from './notice';
import { words } from './words';

/** A stream is not called silent before; a tick comes each second. */
const silentAfterMs = 900;

/** @param hasFilter whether a filter is in force. */
export function noticeOf(tick: Tick, stream: StreamInfo, hasFilter: boolean): Notice | undefined {
	const { status, total, isCounting } = tick;
	const { state, failure } = status;
	if (total === 0 && hasFilter) {
		return isCounting ? undefined : noMatch(status.kept, state === 'open');
	}
	if (stream.isLive) {
		if (state === 'failed' && failure !== undefined) return failed(failure, [tryAgain()]);
		if (state === 'waiting') {
			// As long as nothing has ever come, it may be the endpoint that is wrong.
			if (failure !== undefined && status.bytes === 0) return failed(failure, waitingButtons());
			return waiting(status.attempt + 1, status.lastEventId);
		}
		if (state === 'closed' && total > 0) return closed(status.lastEventId);
		const openMs = state === 'open' && status.bytes === 0 ? (status.open?.forMs ?? 0) : 0;
		if (openMs >= silentAfterMs) return silent(openMs);
	}
	if (stream.kept && total > 0) return earlier(stream.kept, status.lastEventId);
	if (total > 0 || isCounting) return undefined;
	const sentence =
		state === 'closed' || state === 'failed' ? words.clearedDead() : words.clearedLive();
	const dimText = stream.isLive ? sentence : words.emptyCapture();
	return { title: words.clearedTitle(), text: '', dimText, buttons: [] };
}

function noMatch(kept: number, isOpen: boolean): Notice {
	return {
		title: words.noMatchTitle(),
		text: '',
		dimText: '',
		changingText: words.noMatchKept(kept, isOpen),
		buttons: [{ label: words.clearFilter(), look: 'button secondary', act: 'clearFilter' }],
	};
}

function waiting(attempt: number, lastEventId: string): Notice {
	return {
		text: words.attempt(attempt),
		dimText: willSend(lastEventId),
		buttons: [...waitingButtons(), editLastEventId()],
	};
}

function closed(lastEventId: string): Notice {
	return {
		text: '',
		dimText: willSend(lastEventId),
		buttons: [
			{ label: words.reconnect(), look: 'button secondary', act: 'reconnect' },
			editLastEventId(),
		],
	};
}

function silent(openMs: number): Notice {
	return {
		title: words.emptyTitle(),
		text: words.emptyAdvice(),
		dimText: '',
		changingText: words.emptySince(openMs),
		buttons: [{ label: words.responseHeaders(), look: 'button secondary', act: 'showLatest' }],
	};
}

function failed(failure: FailureReport, first: readonly NoticeButton[]): Notice {
	const { title, advice, explanation, answer, secretNames = [], tlsRemedy } = failure;
	const excerpt = answer && excerptOf(answer);
	const mend: NoticeButton = { label: words.mendTls(), look: 'button secondary', act: 'mendTls' };
	const setSecrets = secretNames.map((name): NoticeButton => ({
		label: words.setSecret(name),
		look: 'button secondary',
		act: 'setSecret',
		name,
	}));
	return {
		title,
		text: advice,
		dimText: explanation,
		...(excerpt && { excerpt }),
		buttons: [
			...first,
			...setSecrets,
			...(tlsRemedy === undefined ? [] : [mend]),
			{ label: words.editEndpoint(), look: 'link', act: 'editEndpoint' },
		],
	};
}

function earlier(
	{ state, canReconnect }: NonNullable<StreamInfo['kept']>,
	lastEventId: string,
): Notice | undefined {
	if (state === 'elsewhere') return { text: words.elsewhere(), dimText: '', buttons: [] };
	if (state === 'ended' && !canReconnect) return undefined;
	return {
		...(state === 'cut' && { title: words.cutTitle() }),
		text: state === 'cut' ? words.cutText() : '',
		dimText: canReconnect ? willSend(lastEventId) : '',
		buttons: canReconnect
			? [{ label: words.reconnect(), look: 'button secondary', act: 'reconnect' }]
			: [],
	};
}

function editLastEventId(): NoticeButton {
	return { label: words.editLastEventId(), look: 'link', act: 'editLastEventId' };
}

function willSend(lastEventId: string): string {
	return lastEventId === '' ? words.willSendNone() : words.willSend(lastEventId);
}

function tryAgain(): NoticeButton {
	return { label: words.tryAgain(), look: 'button', act: 'reconnect' };
}

function waitingButtons(): NoticeButton[] {
	return [
		{ label: words.reconnectNow(), look: 'button', act: 'reconnect' },
		{ label: words.stopWaiting(), look: 'button secondary', act: 'stopWaiting' },
	];
}
