import { HumanError } from '../base/errors';
import { isRecord } from '../base/isRecord';
import { redactUrl } from './redaction';
import {
	toAuth,
	toBody,
	toHeaders,
	toQuery,
	toTimeMs,
	type Auth,
	type Query,
	type RequestBody,
} from './requestFields';
import { toTls, type TlsFields } from './tlsFields';
import { percentDecoded, shortened } from './words';

/** A stream that can be connected to: what the user asked for, as it stands in settings. */
export interface Endpoint {
	/** Unique among the saved ones; the URL, redacted, where the user gave none. */
	readonly name: string;
	/** Absolute, `http:` or `https:`; without user name and password, which are in `auth`. */
	readonly url: string;
	/** Appended to the URL's own. */
	readonly query?: Query;
	/** Upper case; `GET` where absent. */
	readonly method?: string;
	/** Sent with every attempt, names as given. */
	readonly headers?: Readonly<Record<string, string>>;
	/** Becomes the `Authorization` header, unless `headers` has one. */
	readonly auth?: Auth;
	/** Sent as UTF-8; an object or a list as JSON, with its `Content-Type` unless `headers` has one. */
	readonly body?: RequestBody;
	/** The last event ID to begin with. */
	readonly lastEventId?: string;
	/** `never`: one attempt only. Where absent: `auto` for GET, `never` for any other method. */
	readonly reconnect?: 'auto' | 'never';
	/** For the head of the answer, in ms; absent: no limit. */
	readonly timeoutMs?: number;
	/** How long an open stream may be silent before it is cut, in ms; absent: no limit. */
	readonly idleTimeoutMs?: number;
	readonly tls?: TlsFields;
	/**
	 * `2` and `1.1`: that one or none. Where absent: `auto`, the best that the server offers; through a
	 * proxy 1.1.
	 */
	readonly httpVersion?: HttpVersion;
}

const httpVersions = ['auto', '1.1', '2'] as const;
export type HttpVersion = (typeof httpVersions)[number];

/** Whether a saved endpoint can be used and, if not, the reason as a sentence. */
export type ParsedEndpoint =
	| { readonly ok: true; readonly endpoint: Endpoint }
	| { readonly ok: false; readonly name: string; readonly reason: string };

const methodPattern = /^[A-Za-z]+$/;

/**
 * What is wrong with `text` as the URL of a stream, as a sentence that says what to change;
 * `undefined` if nothing is.
 */
export function urlProblem(text: string): string | undefined {
	const trimmed = text.trim();
	if (trimmed === '') return 'Type the URL of the stream, for example https://example.com/events.';
	const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):(?!\d+(?:[/?#]|$))/.exec(trimmed)?.[1]?.toLowerCase();
	if (scheme === undefined) {
		return `“${shortened(trimmed)}” has no scheme. Begin with http:// or https://.`;
	}
	if (scheme !== 'http' && scheme !== 'https') {
		return `${scheme}: URLs cannot be opened. Use http:// or https://.`;
	}
	// The URL parser would repair `http:host` and `http:///host`; a person who typed that made a slip.
	if (!/^https?:\/\/[^/?#]/i.test(trimmed)) {
		return `The URL names no host. Write it as ${scheme}://host/path.`;
	}
	if (/\s/.test(trimmed)) return 'The URL contains a space. Write it as %20.';
	try {
		new URL(trimmed);
	} catch {
		return `“${shortened(trimmed)}” is not a valid URL. Check the host and the port.`;
	}
	return undefined;
}

/**
 * The endpoint in `value`: a URL, or an object as in settings.
 * @throws HumanError that says what is wrong with it.
 */
export function toEndpoint(value: unknown): Endpoint {
	if (typeof value === 'string') {
		const problem = urlProblem(value);
		if (problem !== undefined) throw new HumanError(problem);
		return toEndpoint({ url: value });
	}
	if (!isRecord(value)) {
		throw new HumanError('An endpoint is a URL, or an object with a name and a URL.');
	}
	const { name, url, query, method, headers, auth, body, lastEventId, reconnect } = value;
	const { timeoutMs, idleTimeoutMs, tls, httpVersion } = value;
	if (url === undefined) throw new HumanError('The URL is missing. Add "url".');
	if (typeof url !== 'string') throw new HumanError('"url" must be a string.');
	const problem = urlProblem(url);
	if (problem !== undefined) throw new HumanError(problem);
	if (name !== undefined && (typeof name !== 'string' || name.trim() === '')) {
		throw new HumanError('"name" must be a string that is not empty.');
	}
	if (method !== undefined && (typeof method !== 'string' || !methodPattern.test(method))) {
		throw new HumanError('"method" must be an HTTP method, for example "GET".');
	}
	const verb = method?.toUpperCase() ?? 'GET';
	if (body !== undefined && verb === 'GET') {
		throw new HumanError('A GET request has no body. Set "method" to "POST", or remove "body".');
	}
	if (lastEventId !== undefined && typeof lastEventId !== 'string') {
		throw new HumanError('"lastEventId" must be a string.');
	}
	// No stream can have set such an ID, and none can be sent in a header.
	if (lastEventId !== undefined && /[\0\r\n]/.test(lastEventId)) {
		throw new HumanError('"lastEventId" must be on one line, without NUL.');
	}
	if (reconnect !== undefined && reconnect !== 'auto' && reconnect !== 'never') {
		throw new HumanError('"reconnect" must be "auto" or "never".');
	}
	const version = httpVersions.find(one => one === httpVersion);
	if (httpVersion !== undefined && version === undefined) {
		throw new HumanError('"httpVersion" must be "auto", "1.1" or "2".');
	}
	return {
		name: name?.trim() ?? redactUrl(url.trim()),
		url: displayUrl(url.trim()),
		...(query !== undefined && { query: toQuery(query) }),
		...(verb !== 'GET' && { method: verb }),
		...(headers !== undefined && { headers: toHeaders(headers) }),
		...withAuth(auth, url.trim()),
		...(body !== undefined && { body: toBody(body) }),
		...(lastEventId !== undefined && { lastEventId }),
		...(reconnect !== undefined && { reconnect }),
		...(timeoutMs !== undefined && { timeoutMs: toTimeMs('timeoutMs', timeoutMs) }),
		...(idleTimeoutMs !== undefined && {
			idleTimeoutMs: toTimeMs('idleTimeoutMs', idleTimeoutMs),
		}),
		...(tls !== undefined && { tls: toTls(tls) }),
		...(version !== undefined && { httpVersion: version }),
	};
}

/**
 * The saved endpoints in `value`, the content of the setting. A bad entry says why and never harms
 * the others; of two with the same name the second is the bad one.
 */
export function parseEndpoints(value: unknown): ParsedEndpoint[] {
	if (value === undefined || value === null) return [];
	if (!Array.isArray(value)) {
		return [{ ok: false, name: 'Endpoints', reason: 'The setting must be a list of endpoints.' }];
	}
	const names = new Set<string>();
	return value.map((item: unknown, index): ParsedEndpoint => {
		const given = isRecord(item) && typeof item.name === 'string' ? item.name.trim() : '';
		const name = given === '' ? `Endpoint ${index + 1}` : given;
		if (!isRecord(item)) {
			return { ok: false, name, reason: 'An endpoint must be an object with a name and a URL.' };
		}
		if (item.name === undefined) {
			return { ok: false, name, reason: 'The name is missing. Add "name".' };
		}
		try {
			const endpoint = toEndpoint(item);
			if (names.has(endpoint.name)) {
				return { ok: false, name, reason: `Another endpoint is named “${name}”. Rename one.` };
			}
			names.add(endpoint.name);
			return { ok: true, endpoint };
		} catch (error) {
			if (!(error instanceof HumanError)) throw error;
			return { ok: false, name, reason: error.message };
		}
	});
}

/** Whether two endpoints ask for the same stream, so that one panel serves both. */
export function sameEndpoint(a: Endpoint, b: Endpoint): boolean {
	const facts = (e: Endpoint) =>
		JSON.stringify([
			e.url,
			e.method ?? 'GET',
			Object.entries(e.query ?? {}),
			Object.entries(e.headers ?? {}).sort(([x], [y]) => (x < y ? -1 : 1)),
			e.auth,
			e.body ?? '',
			e.tls,
			e.httpVersion ?? 'auto',
		]);
	return facts(a) === facts(b);
}

/** The policy in force: repeating anything but a GET may repeat its effects. */
export function reconnects(endpoint: Endpoint): boolean {
	if (endpoint.reconnect !== undefined) return endpoint.reconnect === 'auto';
	return (endpoint.method ?? 'GET') === 'GET';
}

/** What `auth` says counts; else what stands in the URL, where it would be shown and remembered. */
function withAuth(auth: unknown, url: string): Pick<Endpoint, 'auth'> {
	if (auth !== undefined) return { auth: toAuth(auth) };
	const { username, password } = new URL(url);
	if (username === '' && password === '') return {};
	const [user, secret] = [percentDecoded(username), percentDecoded(password)];
	return { auth: toAuth({ type: 'basic', username: user, password: secret }) };
}

/** `url` without its user name and password, for titles and lists. */
export function displayUrl(url: string): string {
	return url.replace(/^(https?:\/\/)[^/?#]*@/i, '$1');
}
