import type { Endpoint } from '../endpoint';
import { hasVariables, masked, replaceVariables, variableText } from '../variableText';

/** A request as code makes it: everything that the inspector would send, variables as they are. */
export interface CodeRequest {
	/** With the query appended. */
	readonly url: string;
	readonly method: string;
	/** Without credentials of `auth`, and without what frames the body. No name twice. */
	readonly headers: readonly (readonly [name: string, value: string])[];
	/** As it is: the server chose it, and what looks like a variable in it is none. Empty: not sent. */
	readonly lastEventId: string;
	/** Absent if a header says the same. */
	readonly auth?: Endpoint['auth'];
	readonly body?: Endpoint['body'];
}

/** Those that a client makes itself, from the connection and the body. */
const framing =
	/^(connection|keep-alive|content-length|transfer-encoding|upgrade|proxy-connection|te|expect)$/i;

/**
 * What an endpoint asks, as code.
 * @param lastEventId What to go on from; empty for the beginning.
 */
export function codeRequest(endpoint: Endpoint, lastEventId: string): CodeRequest {
	const { auth, body } = endpoint;
	const headers = new Map<string, readonly [string, string]>();
	const set = (name: string, value: string) => headers.set(name.toLowerCase(), [name, value]);
	set('Accept', 'text/event-stream');
	set('Cache-Control', 'no-cache');
	if (body !== undefined && typeof body !== 'string') set('Content-Type', 'application/json');
	for (const [name, value] of Object.entries(endpoint.headers ?? {})) {
		if (!framing.test(name)) set(name, value);
	}
	if (lastEventId !== '') headers.delete('last-event-id');
	return {
		url: asSent(withQuery(endpoint)),
		method: endpoint.method ?? 'GET',
		headers: [...headers.values()],
		lastEventId,
		...(auth && !headers.has('authorization') && { auth }),
		...(body !== undefined && { body }),
	};
}

/** curl sends a URL as it is given; ours goes as the URL standard writes it. */
function asSent(url: string): string {
	return hasVariables(url) ? url : new URL(url).href;
}

function withQuery({ url, query = {} }: Endpoint): string {
	const encoded = (text: unknown) =>
		replaceVariables(String(text), variableText, encodeURIComponent);
	const added = Object.entries(query).flatMap(([name, value]) =>
		[value].flat().map(each => `${encodeURIComponent(name)}=${encoded(each)}`),
	);
	// What follows the # is not sent.
	const hash = masked(url).indexOf('#');
	const base = hash < 0 ? url : url.slice(0, hash);
	if (added.length === 0) return base;
	const question = masked(base).indexOf('?');
	const mark = question < 0 ? '?' : question === base.length - 1 ? '' : '&';
	return base + mark + added.join('&');
}
