import * as l10n from '@vscode/l10n';
import { STATUS_CODES } from 'node:http';
import type { RedirectHop } from '../../domain/entry';
import { redactUrl } from '../../domain/redaction';
import { isSecretHeader } from '../../domain/secretNames';
import { carriesSecret } from '../../domain/resolvedEndpoint';
import { staysClosed, type AttemptFailure } from '../failure/attemptFailure';
import { basicCredentials, type OutgoingRequest } from './outgoingRequest';

/** [spec] Fetch, HTTP-redirect fetch: "If request's redirect count is 20, then return a network error." */
const maxRedirects = 20;

/** What an answer means for the request that it answers. */
export type Redirect =
	| { readonly type: 'none' }
	| { readonly type: 'follow'; readonly request: OutgoingRequest; readonly hop: RedirectHop }
	| { readonly type: 'fail'; readonly failure: AttemptFailure };

/**
 * Follows the rules of the Fetch standard.
 * @param location The header's value as Node gives it, byte for character; absent if there was none.
 * @param followed How many redirects led to `request`.
 */
export function redirect(
	request: OutgoingRequest,
	status: number,
	location: string | undefined,
	followed: number,
): Redirect {
	// [spec] "A redirect status is a status that is 301, 302, 303, 307, or 308."
	if (![301, 302, 303, 307, 308].includes(status) || location === undefined)
		return { type: 'none' };
	const answered = `${status} ${STATUS_CODES[status]}`;
	const target = parsed(utf8(location), request.url);
	if (target === undefined) {
		return failed(
			l10n.t`${answered} with a Location that is no URL`,
			l10n.t('The server redirects to something that is not a URL'),
			l10n.t`Its Location header is “${shorten(redactUrl(utf8(location)))}”.`,
		);
	}
	const to = shorten(redactUrl(target.href));
	// [spec] "If locationURL's scheme is not an HTTP(S) scheme, then return a network error."
	if (target.protocol !== 'http:' && target.protocol !== 'https:') {
		return failed(
			l10n.t`${answered} to ${to}`,
			l10n.t`The server redirects to a ${target.protocol} URL, which is not followed`,
			l10n.t('Only http: and https: are streams; anything else could reach into this computer.'),
		);
	}
	if (followed >= maxRedirects) {
		return failed(
			l10n.t`more than ${maxRedirects} redirects, the last to ${to}`,
			l10n.t`The server redirects in circles: ${maxRedirects} redirects led nowhere`,
			l10n.t('Probably two addresses redirect to each other.'),
		);
	}
	return follow(request, status, target);
}

/** Whether redirects led to another origin, if only for a while. */
export function leftOrigin(hops: readonly RedirectHop[]): boolean {
	return hops.some(({ from, to }) => new URL(from).origin !== new URL(to).origin);
}

function follow(request: OutgoingRequest, status: number, target: URL): Redirect {
	const credentials = basicCredentials(target);
	target.username = '';
	target.password = '';
	const changesOrigin = target.origin !== request.url.origin;
	// [spec] "internalResponse's status is 301 or 302 and request's method is `POST`; internalResponse's
	// status is 303 and request's method is not `GET` or `HEAD`: then […] Set request's method to `GET`
	// and request's body to null."
	const losesBody =
		((status === 301 || status === 302) && request.method === 'POST') ||
		(status === 303 && request.method !== 'GET' && request.method !== 'HEAD');

	const body = losesBody ? undefined : request.body;
	if (changesOrigin && body !== undefined && bodyCarriesSecret(body, request.secrets)) {
		return failed(
			l10n.t`${status} ${STATUS_CODES[status] ?? ''} to ${target.origin}`,
			l10n.t('The server redirects a request with a secret in its body to another origin'),
			l10n.t(
				'Headers with secrets could be left out, but this request makes no sense without its body, and the secret is not meant for that origin.',
			),
		);
	}

	const droppedHeaders: string[] = [];
	const headers: (readonly [string, string])[] = [];
	for (const [name, value] of request.headers) {
		const lower = name.toLowerCase();
		if (lower === 'host') headers.push(['Host', changesOrigin ? target.host : value]);
		// [spec] "For each headerName of request-body-header name, delete headerName from request's
		// header list."
		else if (losesBody && lower.startsWith('content-')) continue;
		// [spec] "If request's current URL's origin is not same origin with locationURL's origin, then
		// for each headerName of CORS non-wildcard request-header name, delete headerName from
		// request's header list." That is `Authorization`; what else is secret is no more theirs.
		else if (changesOrigin && (isSecretHeader(name) || carriesSecret(value, request.secrets)))
			droppedHeaders.push(name);
		else headers.push([name, value]);
	}
	const isAuthorized = headers.some(([name]) => name.toLowerCase() === 'authorization');
	if (credentials !== undefined && !isAuthorized) headers.push(['Authorization', credentials]);
	return {
		type: 'follow',
		request: {
			url: target,
			method: losesBody ? 'GET' : request.method,
			headers,
			body,
			secrets: request.secrets,
			secretNames: changesOrigin ? undefined : request.secretNames,
			// A client's certificate and what a person is lenient about are the first origin's alone.
			tls: changesOrigin ? undefined : request.tls,
			httpVersion: request.httpVersion,
		},
		hop: {
			status,
			from: redactUrl(request.url.href),
			to: redactUrl(target.href),
			droppedHeaders,
		},
	};
}

/** As it is, or within a string of JSON. */
function bodyCarriesSecret(body: Uint8Array, secrets: readonly string[] = []): boolean {
	const forms = secrets.flatMap(secret => [secret, JSON.stringify(secret).slice(1, -1)]);
	return carriesSecret(Buffer.from(body).toString('utf8'), forms);
}

function failed(words: string, title: string, reason: string): Redirect {
	return {
		type: 'fail',
		failure: {
			words,
			report: {
				type: 'redirect',
				title,
				advice: l10n.t('Use the final URL of the stream, or mend the redirect on the server.'),
				explanation: l10n.t`${reason} After such an answer ${staysClosed()}`,
				isFinal: true,
			},
		},
	};
}

function parsed(location: string, base: URL): URL | undefined {
	try {
		return new URL(location, base);
	} catch {
		return undefined;
	}
}

/** Header bytes as text: most servers that do not percent-encode send UTF-8. */
function utf8(latin1: string): string {
	const text = Buffer.from(latin1, 'latin1').toString('utf8');
	return text.includes('\ufffd') ? latin1 : text;
}

function shorten(text: string): string {
	return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
