import * as l10n from '@vscode/l10n';
import { HumanError } from '../../../base/errors';
import { isRecord } from '../../../base/isRecord';
import type { ConnectionDetails, RedirectHop } from '../../../domain/entry';
import type { ImportSource } from '../importSource';
import { parsed } from '../json/cutJson';
import {
	present,
	soundCount,
	soundList,
	soundNumber,
	soundRecord,
	soundText,
} from '../sound/sound';
import { harCuts } from './harCuts';
import { ownField } from './harEntry';
import { attemptTimings } from './harTimings';

/** An entry of an archive that is an event stream. */
export interface HarStream {
	readonly index: number;
	/** We wrote it. */
	readonly isOwn: boolean;
	readonly hasMessages: boolean;
	/** Ms since the epoch. */
	readonly started: number;
	readonly details: Pick<ConnectionDetails, 'request' | 'response' | 'hops' | 'timings'>;
	/** The browser's word for why there was no answer. */
	readonly failure?: string;
	/** The body, where there are no messages. */
	readonly body?: string;
}

type Fields = Record<string, unknown>;

/** Of an entry, and of a response, as Chrome writes them. */
const typeField = '_resourceType';
const errorField = '_error';

/**
 * The event streams of an archive, in its order, without their events.
 * @throws HumanError if there are none; JsonProblem.
 */
export function readStreams({ name, chunks }: ImportSource): HarStream[] {
	const withMessages = new Set<number>();
	const streams: HarStream[] = [];
	let fields: Fields = {};
	let hops: RedirectHop[] = [];
	let index: number | undefined;
	const settle = () => {
		if (index === undefined) return;
		const hop = redirectOf(fields);
		if (hop !== undefined) hops = hops.at(-1)?.to === hop.from ? [...hops, hop] : [hop];
		else if (isStream(fields, withMessages.has(index))) {
			streams.push(streamOf(fields, index, withMessages.has(index), hops));
			hops = [];
		}
	};
	for (const cut of harCuts(chunks(), 'facts', at => withMessages.add(at))) {
		if (cut.index !== index) {
			settle();
			fields = {};
			index = cut.index;
		}
		if (cut.text !== undefined) fields[cut.field] = parsed(cut.text, cut.line);
	}
	settle();
	if (streams.length > 0) return streams;
	throw new HumanError(
		l10n.t`${name} has no event stream in it. Export it while the stream’s request is in the list of the network panel.`,
	);
}

function redirectOf({ request, response }: Fields): RedirectHop | undefined {
	if (!isRecord(request) || !isRecord(response)) return undefined;
	const status = soundCount(response.status) ?? 0;
	const to = soundText(response.redirectURL) ?? '';
	if (status < 300 || status > 399 || to === '') return undefined;
	const from = soundText(request.url) ?? '';
	return {
		status,
		from,
		to: URL.canParse(to, from) ? new URL(to, from).href : to,
		droppedHeaders: [],
	};
}

function isStream(fields: Fields, hasMessages: boolean): boolean {
	if (hasMessages || fields[typeField] === 'eventsource' || ownField in fields) return true;
	const content = isRecord(fields.response) ? fields.response.content : undefined;
	const type = isRecord(content) ? content.mimeType : undefined;
	return typeof type === 'string' && /^text\/event-stream\b/i.test(type);
}

function streamOf(
	fields: Fields,
	index: number,
	hasMessages: boolean,
	hops: readonly RedirectHop[],
): HarStream {
	const { request, response, timings } = fields;
	const started = Date.parse(soundText(fields.startedDateTime) ?? '');
	const url = isRecord(request) ? soundText(request.url) : undefined;
	const answer = soundRecord(response, soundResponse);
	const hasAnswer = answer !== undefined && answer.status > 0;
	return present({
		index,
		isOwn: ownField in fields,
		hasMessages,
		started: Number.isNaN(started) ? 0 : started,
		details: present({
			request: soundRecord(request, soundRequest),
			response: hasAnswer
				? present({ ...answer, remoteAddress: soundText(fields.serverIPAddress) })
				: undefined,
			// Those that led elsewhere belong to another request.
			hops: hops.at(-1)?.to === url && hops.length > 0 ? hops : undefined,
			timings: soundRecord(timings, soundTimings),
		}),
		failure: isRecord(response) ? soundText(response[errorField]) : undefined,
		body: hasMessages ? undefined : bodyOf(response),
	});
}

function soundRequest(request: Fields) {
	const headers = namedPairs(request.headers);
	const sent = headers.find(([name]) => name.toLowerCase() === 'last-event-id')?.[1];
	const bodySize = soundCount(request.bodySize, 1);
	return present({
		method: soundText(request.method) ?? 'GET',
		url: soundText(request.url) ?? '',
		headers,
		lastEventId: sent === undefined ? undefined : asUtf8(sent),
		bodySize,
	});
}

function soundResponse(response: Fields) {
	return {
		status: soundCount(response.status) ?? 0,
		statusText: soundText(response.statusText) ?? '',
		httpVersion: versionOf(soundText(response.httpVersion) ?? ''),
		headers: namedPairs(response.headers),
	};
}

function soundTimings(timings: Fields) {
	return attemptTimings(
		Object.fromEntries(Object.entries(timings).map(([name, ms]) => [name, soundNumber(ms)])),
	);
}

function namedPairs(value: unknown): (readonly [string, string])[] {
	return soundList(value, item =>
		isRecord(item) && typeof item.name === 'string' && typeof item.value === 'string'
			? ([item.name, item.value] as const)
			: undefined,
	);
}

/** `HTTP/1.1`, `http/2.0`, `h2`, `h3` as we write them. */
function versionOf(text: string): string {
	const version = /^(?:http\/|h)(\d+(?:\.\d+)?)/i.exec(text)?.[1] ?? '';
	return version.replace(/^([23])\.0$/, '$1');
}

function bodyOf(response: unknown): string | undefined {
	const content = isRecord(response) ? response.content : undefined;
	if (!isRecord(content) || typeof content.text !== 'string') return undefined;
	const isCoded = content.encoding === 'base64';
	return isCoded ? Buffer.from(content.text, 'base64').toString() : content.text;
}

/** Browsers tell the bytes of a header as Latin-1, and send an ID as UTF-8. */
function asUtf8(header: string): string {
	const bytes = Buffer.from(header, 'latin1');
	if (bytes.toString('latin1') !== header) return header;
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return header;
	}
}
