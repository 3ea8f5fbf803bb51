import * as l10n from '@vscode/l10n';
import type { ResponseFacts } from '../../domain/entry';
import { durationText, shortened } from '../../domain/words';
import type { OutgoingRequest } from '../exchange/outgoingRequest';

/** What a user can do about a status that is no 200, as a sentence or two. */
export function adviceForStatus(
	{ status, headers }: ResponseFacts,
	{ headers: requestHeaders, secretNames = [] }: Pick<OutgoingRequest, 'headers' | 'secretNames'>,
): string {
	const header = (name: string) => {
		const value = headers.find(([each]) => each.toLowerCase() === name)?.[1];
		return value === undefined ? undefined : shortened(value, 100);
	};
	switch (status) {
		case 401: {
			const sent = requestHeaders.some(([name]) => name.toLowerCase() === 'authorization');
			const scheme = /^[\w-]+/.exec(header('www-authenticate') ?? '')?.[0];
			const asked = scheme === undefined ? '' : l10n.t` The server asks for the scheme ${scheme}.`;
			if (secretNames.length > 0) {
				return l10n.t`Check ${secretWords(secretNames)}; it may be wrong, or have expired.${asked}`;
			}
			return `${sent ? l10n.t('Check the Authorization header of the endpoint; it may have expired.') : l10n.t('Add an Authorization header to the endpoint.')}${asked}`;
		}
		case 403:
			if (secretNames.length > 0) {
				return l10n.t`Check that what ${secretWords(secretNames)} stands for may read this stream.`;
			}
			return l10n.t('Check that the credentials of the endpoint may read this stream.');
		case 404:
			return l10n.t('Check the path of the URL.');
		case 405: {
			const allowed = header('allow');
			return l10n.t`Check the method of the endpoint.${allowed ? l10n.t` The server allows ${allowed}.` : ''}`;
		}
		case 406:
			return l10n.t(
				'Check the path of the URL: the server has nothing of the type text/event-stream there.',
			);
		case 407:
			return l10n.t(
				'Check the user name and password for the proxy in VS Code’s setting “http.proxy”.',
			);
		case 408:
			return l10n.t('Try again; the server waited too long for the request.');
		case 410:
			return l10n.t(
				'Look for the new address of the stream; the server says it has gone for good.',
			);
		case 413:
		case 415:
		case 422:
			return l10n.t('Check the body of the endpoint and its Content-Type header.');
		case 429:
			return l10n.t`Wait before you try again; the server counts your requests.${retryAfter(header('retry-after'))}`;
		case 431:
			return l10n.t(
				'Look at what the request carries: a long Last-Event-ID, cookies, or headers of the endpoint.',
			);
		case 500:
			return l10n.t('Look at the log of the server; the request made it fail.');
		case 502:
		case 504:
			return l10n.t(
				'Check the server behind the gateway: the gateway is there, but got no proper answer from it.',
			);
		case 503:
			return l10n.t`Try again in a while; the server is overloaded or being maintained.${retryAfter(header('retry-after'))}`;
	}
	if (status >= 500) return l10n.t('Look at the log of the server.');
	if (status >= 400) return l10n.t('Check the URL, the headers and the body of the endpoint.');
	if (status === 304) return l10n.t('Remove headers such as If-None-Match from the endpoint.');
	if (status >= 300)
		return l10n.t('Use the final URL of the stream; the server did not say where it is.');
	return l10n.t('Make the server answer with 200 OK: no other status opens a stream.');
}

/** `the secret “a”`, `the secrets “a” and “b”`. */
function secretWords(names: readonly string[]): string {
	const quoted = names.map(name => `“${name}”`).join(l10n.t(' and '));
	return names.length === 1 ? l10n.t`the secret ${quoted}` : l10n.t`the secrets ${quoted}`;
}

/** RFC 9110, 10.2.3: seconds or a date; a date is shown as it came. */
function retryAfter(value: string | undefined): string {
	if (value === undefined || value.trim() === '') return '';
	const seconds = /^\s*(\d{1,9})\s*$/.exec(value)?.[1];
	if (seconds === undefined) return l10n.t` It asks to wait until ${value.trim()}.`;
	return l10n.t` It asks to wait ${durationText(Number(seconds) * 1000)}.`;
}
