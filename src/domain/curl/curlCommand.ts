import * as l10n from '@vscode/l10n';
import { HumanError } from '../../base/errors';
import { toEndpoint, type Endpoint } from '../endpoint';
import { masked } from '../variableText';
import { cmdWords, isCmdLine } from './cmdWords';
import { curlArguments } from './curlArguments';
import { CurlFailure, failAt, place, type CurlProblem } from './curlProblem';
import { CurlRequest } from './curlRequest';
import { plainUrl } from './curlValues';
import { shellWords } from './shellWords';

export type ParsedCurl =
	| { readonly ok: true; readonly endpoint: Endpoint }
	| { readonly ok: false; readonly problem: CurlProblem };

/**
 * The endpoint that a command line of curl asks, as browsers, API documentation and Postman print
 * them, for a POSIX shell or for cmd.exe. Its variables are ours, `${env:NAME}`. What it says about
 * output, time and retries is left out; `Accept` is ours unless it is given by `-H`.
 */
export function parseCurl(commandLine: string): ParsedCurl {
	try {
		return { ok: true, endpoint: toEndpoint(fields(commandLine)) };
	} catch (error) {
		if (error instanceof CurlFailure) return { ok: false, problem: error.problem };
		if (!(error instanceof HumanError)) throw error;
		return { ok: false, problem: { message: error.message, at: 0 } };
	}
}

/** Whether `text` begins as a command line of curl does, with or without a prompt. */
export function isCurlCommand(text: string): boolean {
	return start.test(text);
}

const start =
	/^\s*(?:[$%#>]\s+|(?:PS )?[A-Za-z]:\\[^>\r\n]*>\s*)?(?:(?:[A-Za-z]:)?[^\s'":]*[/\\])?curl(?:\.exe)?(?=\s|$)/i;

function fields(commandLine: string): Record<string, unknown> {
	const command = start.exec(commandLine)?.[0];
	if (command === undefined) {
		failAt(
			0,
			l10n.t(
				'The command line does not begin with curl. Paste all of it, for example curl https://example.com/events.',
			),
		);
	}
	const rest = ' '.repeat(command.length) + commandLine.slice(command.length);
	const words = isCmdLine(commandLine) ? cmdWords(rest) : shellWords(rest);
	const second = words.find(({ text }, index) => text === 'curl' && index > 0);
	if (second !== undefined) {
		failAt(second.at, l10n.t`A second command begins ${place(second.at)}. Give one at a time.`);
	}
	const request = new CurlRequest(curlArguments(words));
	const { data, switches, tls, url } = request;
	if (url === undefined) failAt(commandLine.length, l10n.t('The command line has no URL. Add it.'));
	const address = withScheme(switches.globoff === true ? url.text : plainUrl(url));
	const isInQuery = switches.get === true;
	const body = isInQuery ? undefined : data;
	const method = request.method?.text ?? (body === undefined ? 'GET' : 'POST');
	if (/^get$/i.test(method) && body !== undefined) {
		failAt(
			request.method?.at ?? 0,
			l10n.t('A GET request has no body. Remove -X GET, or add -G to put the data into the URL.'),
		);
	}
	const { headers, lastEventId } = headersOf(request, body !== undefined);
	const isSecure = !/^http:/i.test(address);
	const wants2 =
		switches['http2-prior-knowledge'] === true || (switches.http2 === true && isSecure);
	const wants1 = switches['http1.1'] === true || switches['http1.0'] === true;
	return {
		url: withQuery(address, [...request.query, ...(isInQuery && data ? [data] : [])]),
		method,
		...(Object.keys(headers).length > 0 && { headers }),
		...authOf(request),
		...(body !== undefined && { body }),
		...(lastEventId !== undefined && { lastEventId }),
		...tlsOf(tls, switches.insecure === true),
		...((wants1 || wants2) && { httpVersion: wants1 ? '1.1' : '2' }),
	};
}

/** These are about the connection and the framing of the body, which are ours. */
const ownHeaders =
	/^(connection|keep-alive|proxy-connection|content-length|transfer-encoding|te|upgrade|expect)$/i;

function headersOf(
	{ headers, removedHeaders, isJson, switches }: CurlRequest,
	hasBody: boolean,
): { headers: Record<string, string>; lastEventId?: string } {
	const result = new Map<string, readonly [string, string]>();
	for (const [name, value] of headers) {
		if (ownHeaders.test(name)) continue;
		const key = name.toLowerCase();
		const [shown, before] = result.get(key) ?? [name, undefined];
		// RFC 9110, 5.3: several lines of one name mean the same as one with all of their values.
		const joined = before === undefined ? value : before + (key === 'cookie' ? '; ' : ', ') + value;
		result.set(key, [shown, joined]);
	}
	const add = (name: string, value: string) => {
		const key = name.toLowerCase();
		if (!result.has(key) && !removedHeaders.has(key)) result.set(key, [name, value]);
	};
	if (hasBody) {
		add('Content-Type', isJson ? 'application/json' : 'application/x-www-form-urlencoded');
	}
	if (switches.compressed === true) add('Accept-Encoding', 'deflate, gzip, br, zstd');
	const lastEventId = result.get('last-event-id')?.[1];
	// It changes with each event: as a header it would stay as it is.
	result.delete('last-event-id');
	return {
		headers: Object.fromEntries(result.values()),
		...(lastEventId !== undefined && { lastEventId }),
	};
}

function authOf({ user, token }: CurlRequest): { auth?: object } {
	if (token !== undefined) return { auth: { type: 'bearer', token } };
	if (user === undefined) return {};
	const colon = masked(user).indexOf(':');
	const username = colon < 0 ? user : user.slice(0, colon);
	// curl asks for it as well.
	const password = colon < 0 ? '${input:Password}' : user.slice(colon + 1);
	return { auth: { type: 'basic', username, password } };
}

function tlsOf(tls: CurlRequest['tls'], isInsecure: boolean): { tls?: object } {
	// curl looks for the key in the file of the certificate.
	const key = tls.key ?? tls.cert;
	const all = { ...tls, ...(key !== undefined && { key }), ...(isInsecure && { verify: false }) };
	return Object.keys(all).length === 0 ? {} : { tls: all };
}

/** curl takes a host alone for one of HTTP. */
function withScheme(url: string): string {
	return /^(?:[a-z][a-z0-9+.-]*:\/\/|\$\{)/i.test(url) ? url : `http://${url}`;
}

function withQuery(url: string, query: readonly string[]): string {
	if (query.length === 0) return url;
	const [, base = '', hash = ''] = /^([^#]*)(#.*)?$/s.exec(url) ?? [];
	const joint = /[?&]$/.test(base) ? '' : base.includes('?') ? '&' : '?';
	return `${base}${joint}${query.join('&')}${hash}`;
}
