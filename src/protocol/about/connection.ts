import type { AttemptTimings, ConnectionDetails, ResponseFacts } from '../../domain/entry';
import type { FailureReport } from '../../domain/failure';
import { durationText, sizeText } from '../../domain/words';
import { phasesOf } from './phases';
import { words as allWords } from './words';

/** A piece of what there is to say about the connection, in order. Texts may be foreign. */
export type Block =
	| { readonly type: 'heading'; readonly text: string }
	| { readonly type: 'text'; readonly text: string; readonly look: TextLook }
	/** Names with values. */
	| { readonly type: 'lines'; readonly lines: readonly (readonly [string, string])[] }
	/** With its line ends. */
	| { readonly type: 'body'; readonly text: string }
	| { readonly type: 'phases'; readonly label: string; readonly phases: readonly ShownPhase[] };

/** Words of ours, less important ones, what came over the wire, a remark. */
type TextLook = 'plain' | 'dim' | 'mono' | 'dim small';

/** A phase in words, and its bar in percent of the whole. */
interface ShownPhase {
	/** Decides on its colour. */
	readonly key: string;
	readonly name: string;
	readonly duration: string;
	/** From when to when. */
	readonly title: string;
	readonly leftPercent: number;
	readonly widthPercent: number;
}

const words = allWords.facts;

/** Characters of an answer that are laid out at once. */
const maxAnswerLength = 20_000;

/** All that is known of what happened to the connection. */
export function blocksOf(details: ConnectionDetails, firstEventMs?: number): Block[] {
	const { failure, request, hops = [], response, timings, delayMs } = details;
	const found: Block[] = [];
	if (delayMs !== undefined) found.push(lines([[words.wait(), durationText(delayMs)]]));
	if (failure !== undefined) found.push(...failureBlocks(failure));
	if (timings !== undefined) found.push(heading(words.timings()), phases(timings, firstEventMs));
	if (request !== undefined) {
		const body = request.bodySize === undefined ? undefined : sizeText(request.bodySize);
		found.push(heading(words.request()), text(`${request.method} ${request.url}`, 'mono'));
		found.push(lines([...request.headers, [words.body(), body]]));
	}
	if (hops.length > 0) found.push(heading(words.redirects()));
	for (const { status, to, droppedHeaders } of hops) {
		found.push(text(words.hop(status, to), 'mono'));
		if (droppedHeaders.length > 0) found.push(text(words.droppedHeaders(droppedHeaders), 'dim'));
	}
	if (response !== undefined) found.push(...responseBlocks(response));
	return found;
}

function responseBlocks(response: ResponseFacts): Block[] {
	const { status, statusText, httpVersion, headers, remoteAddress, proxy, tls } = response;
	const line = `${words.http(httpVersion)} ${words.status(status, statusText)}`;
	const found = [
		heading(words.response()),
		text(line, 'mono'),
		// Behind a proxy the other end of the connection is the proxy.
		lines([
			...headers,
			proxy === undefined ? [words.remote(), remoteAddress] : [words.proxy(), proxy],
		]),
	];
	if (tls === undefined) return found;
	const keys = Object.keys(words.tls) as (keyof typeof words.tls)[];
	const facts = keys.map(key => [words.tls[key](), tls[key]] as const);
	return [...found, heading(words.certificate()), lines(facts)];
}

function failureBlocks({ title, advice, explanation, code, answer }: FailureReport): Block[] {
	const found = [heading(title), text(advice, 'plain'), text(explanation, 'dim')];
	found.push(lines([[words.code(), code]]));
	if (answer === undefined || answer.text === '') return found;
	const shown = answer.text.slice(0, maxAnswerLength);
	const size =
		answer.isComplete && shown.length === answer.text.length
			? sizeText(answer.sizeBytes)
			: allWords.cutBytes(shown.length, answer.sizeBytes);
	const body: Block = { type: 'body', text: shown };
	return [...found, heading(words.answer()), body, text(size, 'dim small')];
}

function phases(timings: AttemptTimings, firstEventMs?: number): Block {
	const shown = phasesOf(timings, firstEventMs).map(
		({ name, fromMs, toMs, leftPercent, widthPercent }): ShownPhase => ({
			key: name,
			name: words.timing[name](),
			duration: words.ms(toMs - fromMs),
			title: words.fromTo(fromMs, toMs),
			leftPercent,
			widthPercent,
		}),
	);
	return { type: 'phases', label: words.timings(), phases: shown };
}

function heading(title: string): Block {
	return { type: 'heading', text: title };
}

function text(content: string, look: TextLook): Block {
	return { type: 'text', text: content, look };
}

/** The facts that there are. */
function lines(facts: readonly (readonly [string, string | undefined])[]): Block {
	const there = facts.filter((fact): fact is [string, string] => fact[1] !== undefined);
	return { type: 'lines', lines: there };
}
