import { chatAnswer } from './chatAnswer';
import { block, Market, type DemoEvent } from './market';

/** A piece of the stream. */
export interface FeedStep {
	/** After the one before it. */
	readonly delayMs: number;
	readonly text: string;
	/** Of the event in it; absent for a comment. */
	readonly id?: number;
}

const heartbeatMs = 5000;
const marketMeanMs = 80;
const firstAnswerMs = 1500;
/** About once a connection: the texts of an attempt are one text to whoever puts them together. */
const answerEveryMs = 42_000;

/**
 * What the demo stream is made of, without end: a market, a heartbeat every 5 s, and now and then the
 * answer of a language model in between. Events are numbered from 1.
 * @param startedAt Ms since the epoch; the times in the data count from there.
 */
export function* demoFeed(
	startedAt: number,
	random: () => number = Math.random,
): Generator<FeedStep, never> {
	const market = new Market(random);
	const answers = tokens(startedAt, random);
	let token = answers.next().value;
	let marketAtMs = 0;
	let heartbeatAtMs = heartbeatMs;
	let [atMs, id] = [0, 0];
	const event = (delayMs: number, content: DemoEvent): FeedStep => {
		id++;
		return { delayMs, text: block(content, id), id };
	};

	yield event(0, market.snapshot(new Date(startedAt)));
	for (;;) {
		const delayMs = Math.min(marketAtMs, heartbeatAtMs, token.atMs) - atMs;
		atMs += delayMs;
		if (atMs === heartbeatAtMs) {
			heartbeatAtMs += heartbeatMs;
			yield { delayMs, text: ': heartbeat\n\n' };
		} else if (atMs === token.atMs) {
			yield event(delayMs, { data: token.data });
			token = answers.next().value;
		} else {
			marketAtMs = atMs + market.waitMs(marketMeanMs);
			yield event(delayMs, market.next());
		}
	}
}

function* tokens(
	startedAt: number,
	random: () => number,
): Generator<{ atMs: number; data: object }, never> {
	let atMs = firstAnswerMs;
	for (;;) {
		for (const { afterMs, data } of chatAnswer(new Date(startedAt + atMs), random)) {
			atMs += afterMs;
			yield { atMs, data };
		}
		atMs += answerEveryMs;
	}
}
