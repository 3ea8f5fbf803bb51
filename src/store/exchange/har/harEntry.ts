import { redactUrl } from '../../../domain/redaction';
import type { RedirectHop } from '../../../domain/entry';
import type { CaptureAbout } from '../../file/captureFile';
import { isoTime } from '../isoTime';
import type { AttemptRun } from './attemptFacts';
import { harTimings } from './harTimings';

/** What our own part of a HAR is called. [HAR 1.2] "Custom fields and elements MUST start with an underscore". */
export const ownField = '_eventStreamInspector';

/** [HAR 1.2] "Set to -1 if the info is not available." */
const unknownSize = -1;

type Headers = readonly (readonly [string, string])[];

/** An attempt as an entry of a HAR, all of it but its events. */
export function harEntry(run: AttemptRun, about: CaptureAbout) {
	const { started, ended, failure, sizeBytes, details } = run;
	const { request, response, timings = {} } = details;
	const httpVersion = response === undefined ? 'http/1.1' : `http/${response.httpVersion}`;
	const url = request?.url ?? redactUrl(about.url);
	const headers = response?.headers ?? [];
	return {
		startedDateTime: isoTime(started),
		time: Math.max(0, ended - started),
		request: {
			method: request?.method ?? about.method ?? 'GET',
			url,
			httpVersion,
			headers: named(request?.headers ?? []),
			queryString: queryOf(url),
			cookies: [],
			headersSize: unknownSize,
			bodySize: request?.bodySize ?? 0,
		},
		response: {
			status: response?.status ?? 0,
			statusText: response?.statusText ?? '',
			httpVersion,
			headers: named(headers),
			cookies: [],
			content: { size: sizeBytes, mimeType: mimeTypeOf(headers) },
			redirectURL: '',
			headersSize: unknownSize,
			bodySize: unknownSize,
			...(failure !== undefined && { _error: failure }),
		},
		cache: {},
		timings: harTimings(timings, ended - started),
		...(response?.remoteAddress !== undefined && {
			serverIPAddress: addressOf(response.remoteAddress),
		}),
		_resourceType: 'eventsource',
		_priority: 'High',
	};
}

/** A redirect on the way to an attempt, as browsers write it: an entry of its own, before. */
export function harRedirect({ started, details }: AttemptRun, { status, from, to }: RedirectHop) {
	const { request } = details;
	return {
		startedDateTime: isoTime(started),
		time: 0,
		request: {
			method: request?.method ?? 'GET',
			url: from,
			httpVersion: 'http/1.1',
			headers: [],
			queryString: queryOf(from),
			cookies: [],
			headersSize: unknownSize,
			bodySize: unknownSize,
		},
		response: {
			status,
			statusText: '',
			httpVersion: 'http/1.1',
			headers: named([['Location', to]]),
			cookies: [],
			content: { size: 0, mimeType: 'x-unknown' },
			redirectURL: to,
			headersSize: unknownSize,
			bodySize: unknownSize,
		},
		cache: {},
		timings: harTimings({}, 0),
		_resourceType: 'eventsource',
		_priority: 'High',
		[ownField]: { isRedirect: true },
	};
}

function named(headers: Headers) {
	return headers.map(([name, value]) => ({ name, value }));
}

function queryOf(url: string): { name: string; value: string }[] {
	return URL.canParse(url)
		? [...new URL(url).searchParams].map(([name, value]) => ({ name, value }))
		: [];
}

function mimeTypeOf(headers: Headers): string {
	const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
	return type?.split(';')[0]?.trim() ?? 'text/event-stream';
}

/** Without the port; an IPv6 address without its brackets. */
function addressOf(remoteAddress: string): string {
	return remoteAddress.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
}
