import * as l10n from '@vscode/l10n';
import { HumanError } from '../base/errors';
import { isRecord } from '../base/isRecord';
import { displayUrl, urlCredentials, urlProblem } from './endpointUrl';
import { redactUrl } from './redaction';
import {
	toAuth,
	toBody,
	toHeaders,
	toLastEventId,
	toMethod,
	toQuery,
	toTimeMs,
	type Auth,
	type Query,
	type RequestBody,
} from './requestFields';
import { toTls, type TlsFields } from './tlsFields';

/**
 * A stream that can be connected to: what the user asked for, as it stands in settings. Every string but
 * the name may have variables.
 */
export interface Endpoint {
	/** Unique among the saved ones; the URL, redacted, where the user gave none. */
	readonly name: string;
	/** Absolute, `http:` or `https:`, or a variable; without user name and password, which are in `auth`. */
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
		throw new HumanError(l10n.t('An endpoint is a URL, or an object with a name and a URL.'));
	}
	const { name, url, query, method, headers, auth, body, lastEventId, reconnect } = value;
	const { timeoutMs, idleTimeoutMs, tls, httpVersion } = value;
	if (url === undefined) throw new HumanError(l10n.t('The URL is missing. Add "url".'));
	if (typeof url !== 'string') throw new HumanError(l10n.t('"url" must be a string.'));
	const problem = urlProblem(url);
	if (problem !== undefined) throw new HumanError(problem);
	if (name !== undefined && (typeof name !== 'string' || name.trim() === '')) {
		throw new HumanError(l10n.t('"name" must be a string that is not empty.'));
	}
	const verb = method === undefined ? 'GET' : toMethod(method);
	if (body !== undefined && verb === 'GET') {
		throw new HumanError(
			l10n.t('A GET request has no body. Set "method" to "POST", or remove "body".'),
		);
	}
	if (reconnect !== undefined && reconnect !== 'auto' && reconnect !== 'never') {
		throw new HumanError(l10n.t('"reconnect" must be "auto" or "never".'));
	}
	const version = httpVersions.find(one => one === httpVersion);
	if (httpVersion !== undefined && version === undefined) {
		throw new HumanError(l10n.t('"httpVersion" must be "auto", "1.1" or "2".'));
	}
	return {
		name: name?.trim() ?? redactUrl(url.trim()),
		url: displayUrl(url.trim()),
		...(query !== undefined && { query: toQuery(query) }),
		...(verb !== 'GET' && { method: verb }),
		...(headers !== undefined && { headers: toHeaders(headers) }),
		...withAuth(auth, url.trim()),
		...(body !== undefined && { body: toBody(body) }),
		...(lastEventId !== undefined && { lastEventId: toLastEventId(lastEventId) }),
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
		return [
			{ ok: false, name: 'Endpoints', reason: l10n.t('The setting must be a list of endpoints.') },
		];
	}
	const names = new Set<string>();
	return value.map((item: unknown, index): ParsedEndpoint => {
		const given = isRecord(item) && typeof item.name === 'string' ? item.name.trim() : '';
		const name = given === '' ? l10n.t`Endpoint ${index + 1}` : given;
		if (!isRecord(item)) {
			return {
				ok: false,
				name,
				reason: l10n.t('An endpoint must be an object with a name and a URL.'),
			};
		}
		if (item.name === undefined) {
			return { ok: false, name, reason: l10n.t('The name is missing. Add "name".') };
		}
		try {
			const endpoint = toEndpoint(item);
			if (names.has(endpoint.name)) {
				return {
					ok: false,
					name,
					reason: l10n.t`Another endpoint is named “${name}”. Rename one.`,
				};
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
	const given = auth === undefined ? urlCredentials(url) : auth;
	return given === undefined ? {} : { auth: toAuth(given) };
}
