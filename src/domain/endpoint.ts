import { HumanError } from '../base/errors';

/** A stream that can be connected to: what the user asked for, as it stands in settings. */
export interface Endpoint {
	/** Unique among the saved ones; the URL where the user gave none. */
	readonly name: string;
	/** Absolute, `http:` or `https:`. */
	readonly url: string;
	/** Upper case; `GET` where absent. */
	readonly method?: string;
	/** Sent with every attempt, names as given. */
	readonly headers?: Readonly<Record<string, string>>;
	/** Sent as UTF-8. */
	readonly body?: string;
	/** The last event ID to begin with. */
	readonly lastEventId?: string;
	/** `never`: one attempt only. Where absent: `auto` for GET, `never` for any other method. */
	readonly reconnect?: 'auto' | 'never';
}

/** Whether a saved endpoint can be used and, if not, the reason as a sentence. */
export type ParsedEndpoint =
	| { readonly ok: true; readonly endpoint: Endpoint }
	| { readonly ok: false; readonly name: string; readonly reason: string };

const methodPattern = /^[A-Za-z]+$/;
// RFC 9110, 5.1 and 5.5: a field name is a token; a value has no control characters but HTAB.
const headerNamePattern = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const headerValuePattern = /^[^\u0000-\u0008\u000a-\u001f\u007f]*$/;

/**
 * What is wrong with `text` as the URL of a stream, as a sentence that says what to change;
 * `undefined` if nothing is.
 */
export function urlProblem(text: string): string | undefined {
	const trimmed = text.trim();
	if (trimmed === '') return 'Type the URL of the stream, for example https://example.com/events.';
	const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):(?!\d+(?:[/?#]|$))/.exec(trimmed)?.[1]?.toLowerCase();
	if (scheme === undefined) {
		return `“${shorten(trimmed)}” has no scheme. Begin with http:// or https://.`;
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
		return `“${shorten(trimmed)}” is not a valid URL. Check the host and the port.`;
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
		return { name: displayUrl(value.trim()), url: value.trim() };
	}
	if (!isRecord(value)) {
		throw new HumanError('An endpoint is a URL, or an object with a name and a URL.');
	}
	const { name, url, method, headers, body, lastEventId, reconnect } = value;
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
	if (body !== undefined && typeof body !== 'string') {
		throw new HumanError('"body" must be a string.');
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
	return {
		name: name?.trim() ?? displayUrl(url.trim()),
		url: url.trim(),
		...(verb !== 'GET' && { method: verb }),
		...(headers !== undefined && { headers: toHeaders(headers) }),
		...(body !== undefined && { body }),
		...(lastEventId !== undefined && { lastEventId }),
		...(reconnect !== undefined && { reconnect }),
	};
}

function toHeaders(value: unknown): Record<string, string> {
	if (!isRecord(value)) throw new HumanError('"headers" must be an object of names and values.');
	const headers = Object.entries(value).map(([name, content]): [string, string] => {
		if (!headerNamePattern.test(name)) {
			throw new HumanError(`“${shorten(name)}” is not a valid header name.`);
		}
		if (typeof content !== 'string' || !headerValuePattern.test(content)) {
			throw new HumanError(`The value of the header “${name}” must be a string on one line.`);
		}
		return [name, content];
	});
	// Not by assignment, which would lose a header named __proto__.
	return Object.fromEntries(headers);
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
			Object.entries(e.headers ?? {}).sort(([x], [y]) => (x < y ? -1 : 1)),
			e.body ?? '',
		]);
	return facts(a) === facts(b);
}

/** The policy in force: repeating anything but a GET may repeat its effects. */
export function reconnects(endpoint: Endpoint): boolean {
	if (endpoint.reconnect !== undefined) return endpoint.reconnect === 'auto';
	return (endpoint.method ?? 'GET') === 'GET';
}

/** `url` without its user name and password, for titles and lists. */
export function displayUrl(url: string): string {
	return url.replace(/^(https?:\/\/)[^/?#]*@/i, '$1');
}

function shorten(text: string): string {
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
