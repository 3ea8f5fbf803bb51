import { assertNever } from '../../base/assertNever';
import type { HttpVersion } from '../../domain/endpoint';
import type { RequestFacts } from '../../domain/entry';
import { fieldValue } from '../../domain/fieldValue';
import { unsendableReason } from '../../domain/lastEventId';
import { redactHeaders, redactUrl } from '../../domain/redaction';
import type { Auth, Query } from '../../domain/requestFields';
import type { ResolvedEndpoint } from '../../domain/resolvedEndpoint';
import type { TlsMaterial } from '../../domain/tlsFields';
import { percentDecoded } from '../../domain/words';

/** One request as it goes out: the endpoint's own, or what a redirect made of it. */
export interface OutgoingRequest {
	/** Without user name and password: those are in the headers. */
	readonly url: URL;
	readonly method: string;
	/** Names and values as text, in the order sent; no name twice in whatever case. */
	readonly headers: readonly (readonly [string, string])[];
	readonly body?: Uint8Array;
	/** Meant for the origin of `url`, and not to be told to any other. */
	readonly secrets?: readonly string[];
	/** Under which VS Code keeps those of them that it does. */
	readonly secretNames?: readonly string[];
	readonly tls?: TlsMaterial;
	readonly httpVersion: HttpVersion;
}

/**
 * The first request of an attempt. The endpoint's headers win over ours, whatever their case.
 * [spec] "Let request be the EventSource object's request." So each attempt asks for the URL that the
 * endpoint has, and not for where a redirect led before.
 */
export function requestFor(endpoint: ResolvedEndpoint, lastEventId: string): OutgoingRequest {
	const url = new URL(endpoint.url);
	const credentials = authorization(endpoint.auth) ?? basicCredentials(url);
	url.username = '';
	url.password = '';
	appendQuery(url, endpoint.query ?? {});
	const isJson = endpoint.body !== undefined && typeof endpoint.body !== 'string';
	const text = isJson ? JSON.stringify(endpoint.body) : endpoint.body;
	const body = text === undefined ? undefined : Buffer.from(text, 'utf8');

	const headers = new HeaderList();
	headers.set('Host', url.host);
	// [spec] "User agents may set (`Accept`, `text/event-stream`) in request's header list. Set
	// request's cache mode to "no-store"." By the Fetch standard that cache mode sends the second.
	headers.set('Accept', 'text/event-stream');
	headers.set('Cache-Control', 'no-cache');
	// A socket serves one attempt, so that cutting it can hit nothing else.
	headers.set('Connection', 'close');
	if (isJson) headers.set('Content-Type', 'application/json');
	if (credentials !== undefined) headers.set('Authorization', credentials);
	for (const [name, value] of Object.entries(endpoint.headers ?? {})) {
		if (!framingHeaders.test(name)) headers.set(name, value);
	}
	// [spec] "If the EventSource object's last event ID string is not the empty string, then: Let
	// lastEventIDValue be the EventSource object's last event ID string, encoded as UTF-8. Set
	// (`Last-Event-ID`, lastEventIDValue) in request's header list."
	if (lastEventId !== '' && unsendableReason(lastEventId) === undefined) {
		headers.set('Last-Event-ID', lastEventId);
	}
	if (body !== undefined) headers.set('Content-Length', String(body.length));
	return {
		url,
		method: endpoint.method ?? 'GET',
		headers: headers.entries(),
		body,
		secrets: endpoint.secrets,
		secretNames: endpoint.secretNames,
		tls: endpoint.tlsMaterial,
		httpVersion: endpoint.httpVersion ?? 'auto',
	};
}

/** The request as it is shown and kept, secrets redacted; `headers` as they were sent. */
export function requestFacts(
	{ url, method, headers: own, body }: OutgoingRequest,
	headers = own,
): RequestFacts {
	const lastEventId = headers.find(([name]) => name.toLowerCase() === 'last-event-id')?.[1];
	return {
		method,
		url: redactUrl(url.href),
		headers: redactHeaders(headers),
		...(lastEventId !== undefined && { lastEventId }),
		...(body !== undefined && { bodySize: body.length }),
	};
}

/** The headers as `node:http` takes them. */
export function wireHeaders(headers: OutgoingRequest['headers']): Record<string, string> {
	// Node writes header values as Latin-1, byte for character, and refuses what is beyond.
	// [spec] "… the EventSource object's last event ID string, encoded as UTF-8."
	const wire = (value: string) => Buffer.from(value, 'utf8').toString('latin1');
	return Object.fromEntries(headers.map(([name, value]) => [name, wire(value)]));
}

/** The user name and password in `url` as the value of an `Authorization` header, if there are any. */
export function basicCredentials(url: URL): string | undefined {
	if (url.username === '' && url.password === '') return undefined;
	return basic(percentDecoded(url.username), percentDecoded(url.password));
}

function authorization(auth: Auth | undefined): string | undefined {
	switch (auth?.type) {
		case undefined:
			return undefined;
		case 'bearer':
			return `Bearer ${auth.token}`;
		case 'basic':
			return basic(auth.username, auth.password);
		default:
			return assertNever(auth);
	}
}

function basic(username: string, password: string): string {
	return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}

/** What the URL itself says in its query stays as it was written. */
function appendQuery(url: URL, query: Query): void {
	const added = Object.entries(query).flatMap(([name, value]) =>
		[value].flat().map(each => `${encodeURIComponent(name)}=${encodeURIComponent(each)}`),
	);
	const own = url.search.slice(1);
	if (added.length > 0) url.search = [...(own === '' ? [] : [own]), ...added].join('&');
}

// They frame the body, whose length we know and which nobody holds back; one copied from elsewhere
// would break the request.
const framingHeaders = /^(content-length|transfer-encoding|expect)$/i;

/** Names compare without case; setting one again replaces its value where it stands. */
class HeaderList {
	private readonly byName = new Map<string, readonly [string, string]>();

	set(name: string, value: string): void {
		this.byName.set(name.toLowerCase(), [name, fieldValue(value)]);
	}

	entries(): (readonly [string, string])[] {
		return [...this.byName.values()];
	}
}
