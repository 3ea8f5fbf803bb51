import type { ConnectionDetails, ResponseFacts } from '../../src/domain/entry';
import type { FailureReport } from '../../src/domain/failure';
import { durationText, sizeText } from '../../src/domain/words';
import type { EntryInFull } from '../../src/protocol/messages';
import { strings } from '../../src/protocol/strings';
import { blockPieces, linePieces } from '../model/inert';
import { sentenceParts } from '../model/rowLook';
import { el, setPieces } from './dom';

const words = strings.facts;

type Lines = readonly (readonly [string, string | undefined])[];

/** What happened to the connection: the sentence and all that is known about it. */
export class ConnectionView {
	render({ entry }: EntryInFull): HTMLElement {
		const { word, rest } = sentenceParts(strings.kindWords[entry.kind], entry.data);
		const sentence = el('p', { class: 'sentence' }, el('b', {}, word), ' ');
		const more = el('span');
		setPieces(more, linePieces(rest));
		sentence.append(more);
		const view = el('div', { class: 'facts-view', tabindex: 0 }, sentence);
		if (entry.details !== undefined) view.append(...sections(entry.details));
		return view;
	}
}

function sections(details: ConnectionDetails): HTMLElement[] {
	const { failure, request, hops, response, timings, delayMs } = details;
	const found: (HTMLElement | undefined)[] = [];
	if (delayMs !== undefined) found.push(lines([[words.wait, durationText(delayMs)]]));
	if (failure !== undefined) found.push(...failureSections(failure));
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
	if (timings !== undefined) {
		const after = (ms: number | undefined) => (ms === undefined ? undefined : words.after(ms));
		const { dnsMs, tcpMs, tlsMs, headersMs } = timings;
		const phases: Lines = [
			[words.dns, after(dnsMs)],
			[words.tcp, after(tcpMs)],
			[words.tls, after(tlsMs)],
			[words.headers, after(headersMs)],
		];
		found.push(heading(words.timings), lines(phases));
	}
	return found.filter(part => part !== undefined);
}

function responseSections(response: ResponseFacts): (HTMLElement | undefined)[] {
	const { status, statusText, httpVersion, headers, remoteAddress, tls } = response;
	const line = `${words.http(httpVersion)} ${words.status(status, statusText)}`;
	const found: (HTMLElement | undefined)[] = [
		heading(words.response),
		text(line, 'mono'),
		lines(headers),
	];
	if (remoteAddress !== undefined) found.push(lines([[words.remote, remoteAddress]]));
	if (tls === undefined) return found;
	const facts: Lines = [
		[words.protocol, tls.protocol],
		[words.cipher, tls.cipher],
		[words.subject, tls.subject],
		[words.issuer, tls.issuer],
		[words.validTo, tls.validTo],
	];
	return [...found, heading(words.certificate), lines(facts)];
}

function failureSections(failure: FailureReport): (HTMLElement | undefined)[] {
	const { title, advice, explanation, code, answer } = failure;
	const found: (HTMLElement | undefined)[] = [
		heading(title),
		text(advice, ''),
		text(explanation, 'dim'),
	];
	if (code !== undefined) found.push(lines([[words.code, code]]));
	if (answer === undefined || answer.text === '') return found;
	const body = el('pre');
	setPieces(body, blockPieces(answer.text));
	const { cutBytes } = strings.details;
	const size = answer.isComplete
		? sizeText(answer.sizeBytes)
		: cutBytes(new TextEncoder().encode(answer.text).length, answer.sizeBytes);
	return [...found, heading(words.answer), body, text(size, 'dim small')];
}

function heading(title: string): HTMLElement {
	const element = el('h3');
	setPieces(element, linePieces(title));
	return element;
}

function text(content: string, look: string): HTMLElement {
	const element = el('p', { class: look });
	setPieces(element, linePieces(content));
	return element;
}

function lines(facts: Lines): HTMLElement | undefined {
	const known = facts.filter(([, value]) => value !== undefined);
	if (known.length === 0) return undefined;
	const list = el('dl', { class: 'lines' });
	for (const [name, value] of known) {
		const term = el('dt', { class: 'dim' });
		const content = el('dd', { class: 'mono' });
		setPieces(term, linePieces(name));
		setPieces(content, linePieces(value ?? ''));
		list.append(term, content);
	}
	return list;
}
