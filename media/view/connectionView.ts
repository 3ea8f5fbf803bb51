import type { ConnectionDetails, ResponseFacts } from '../../src/domain/entry';
import type { FailureReport } from '../../src/domain/failure';
import { durationText, sizeText } from '../../src/domain/words';
import type { EntryInFull } from '../../src/protocol/messages';
import { strings } from '../../src/protocol/strings';
import { blockPieces } from '../model/inert';
import { el, setLine, setPieces, span } from './dom';
import { waterfall } from './waterfall';

const words = strings.facts;

/** Characters of an answer that are laid out at once. */
const maxAnswerLength = 20_000;

type Lines = readonly (readonly [string, string | undefined])[];

/** What happened to the connection: the sentence and all that is known about it. */
export class ConnectionView {
	render({ entry, firstEventMs }: EntryInFull): HTMLElement {
		const sentence = el(
			'p',
			{ class: 'sentence' },
			el('b', {}, strings.kindWords[entry.kind]),
			' ',
		);
		const more = span();
		setLine(more, entry.data);
		sentence.append(more);
		const view = el('div', { class: 'facts-view', tabindex: 0 }, sentence);
		if (entry.details !== undefined) view.append(...sections(entry.details, firstEventMs));
		return view;
	}
}

function sections(details: ConnectionDetails, firstEventMs?: number): HTMLElement[] {
	const { failure, request, hops, response, timings, delayMs } = details;
	const found: HTMLElement[] = [];
	if (delayMs !== undefined) found.push(lines([[words.wait, durationText(delayMs)]]));
	if (failure !== undefined) found.push(...failureSections(failure));
	if (timings !== undefined) {
		found.push(heading(words.timings), waterfall(timings, firstEventMs));
	}
	if (request !== undefined) {
		const body = request.bodySize === undefined ? undefined : sizeText(request.bodySize);
		found.push(heading(words.request), text(`${request.method} ${request.url}`, 'mono'));
		found.push(lines([...request.headers, [words.body, body]]));
	}
	if (hops !== undefined && hops.length > 0) {
		found.push(heading(words.redirects));
		for (const { status, to, droppedHeaders } of hops) {
			found.push(text(words.hop(status, to), 'mono'));
			if (droppedHeaders.length > 0) {
				found.push(text(words.droppedHeaders(droppedHeaders), 'dim'));
			}
		}
	}
	if (response !== undefined) found.push(...responseSections(response));
	return found;
}

function responseSections(response: ResponseFacts): HTMLElement[] {
	const { status, statusText, httpVersion, headers, remoteAddress, proxy, tls } = response;
	const line = `${words.http(httpVersion)} ${words.status(status, statusText)}`;
	const found: HTMLElement[] = [
		heading(words.response),
		text(line, 'mono'),
		// Behind a proxy the other end of the connection is the proxy.
		lines([...headers, proxy === undefined ? [words.remote, remoteAddress] : [words.proxy, proxy]]),
	];
	if (tls === undefined) return found;
	return [...found, heading(words.certificate), lines(named(words.tls, tls))];
}

function failureSections(failure: FailureReport): HTMLElement[] {
	const { title, advice, explanation, code, answer } = failure;
	const found = [heading(title), text(advice, ''), text(explanation, 'dim')];
	found.push(lines([[words.code, code]]));
	if (answer === undefined || answer.text === '') return found;
	const body = el('pre');
	setPieces(body, blockPieces(answer.text.slice(0, maxAnswerLength)));
	const { cutBytes } = strings.details;
	const size =
		answer.isComplete && answer.text.length <= maxAnswerLength
			? sizeText(answer.sizeBytes)
			: cutBytes(Math.min(maxAnswerLength, answer.text.length), answer.sizeBytes);
	return [...found, heading(words.answer), body, text(size, 'dim small')];
}

/** The facts that there are, each with its name. */
function named<K extends string, T>(
	names: Readonly<Record<K, string>>,
	facts: { readonly [key in K]?: T },
): (readonly [string, T])[] {
	return (Object.keys(names) as K[]).flatMap(key => {
		const fact = facts[key];
		return fact === undefined ? [] : [[names[key], fact] as const];
	});
}

function heading(title: string): HTMLElement {
	const element = el('h3');
	setLine(element, title);
	return element;
}

function text(content: string, look: string): HTMLElement {
	const element = el('p', { class: look });
	setLine(element, content);
	return element;
}

function lines(facts: Lines): HTMLElement {
	const list = el('dl', { class: 'lines' });
	for (const [name, value] of facts) {
		if (value === undefined) continue;
		const term = el('dt', { class: 'dim' });
		const content = el('dd', { class: 'mono' });
		setLine(term, name);
		setLine(content, value);
		list.append(term, content);
	}
	return list;
}
