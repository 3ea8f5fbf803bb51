import * as l10n from '@vscode/l10n';
import type { Endpoint } from '../endpoint';
import { withoutLiteralSecrets } from '../literalSecrets';
import { masked, replaceVariables, variableText } from '../variableText';
import { codeRequest, type CodeRequest } from './codeRequest';
import type { GeneratedCode } from './curlCode';
import { literalText, propertyName, scriptText, scriptValue } from './scriptText';
import { variableComments } from './scriptComments';
import { VariableNames } from './variableNames';

/**
 * JavaScript, for Node and others that have `fetch`, that reads the stream by the npm package
 * eventsource-parser.
 * @param lastEventId What to go on from, which HTTP can carry; empty for the beginning.
 */
export function fetchCode(endpoint: Endpoint, lastEventId = ''): GeneratedCode {
	const names = new VariableNames();
	const clean = withoutLiteralSecrets(endpoint).endpoint;
	const request = codeRequest(clean, lastEventId);
	const call = [
		`const response = await fetch(${urlText(request.url, names)}, {`,
		...(request.method === 'GET' ? [] : [`\tmethod: ${scriptText(request.method, names)},`]),
		'\theaders: {',
		...request.headers.map(
			([name, value]) => `\t\t${propertyName(name)}: ${scriptText(latin1(value), names)},`,
		),
		...lastEventIdLine(request),
		...authorization(request, names),
		'\t},',
		...bodyLines(request, names),
		'});',
	];
	const text = [
		"import { EventSourceParserStream } from 'eventsource-parser/stream';",
		'',
		...variableComments(names.all),
		...tlsComments(clean),
		...call,
		'if (!response.ok || response.body === null) {',
		'\tthrow new Error(`The server answered ${response.status} ${response.statusText}`);',
		'}',
		'const events = response.body',
		'\t.pipeThrough(new TextDecoderStream())',
		'\t.pipeThrough(new EventSourceParserStream());',
		"for await (const { event = 'message', id, data } of events) {",
		'\tconsole.log(event, id, data);',
		'}',
		'',
	].join('\n');
	return { text, variables: names.all };
}

/** In the query a value is encoded; before it, it may be a whole origin or path. */
export function urlText(url: string, names: VariableNames): string {
	const query = masked(url).indexOf('?');
	const end = query < 0 ? url.length : query;
	const before = scriptText(url.slice(0, end), names);
	if (query < 0) return before;
	const after = scriptText(url.slice(end), names, value => `encodeURIComponent(${value})`);
	// Two literals of the same kind are one.
	if (before.at(-1) === after[0]) return before.slice(0, -1) + after.slice(1);
	if (after.startsWith('`') && before.startsWith("'") && !/[`$\\]/.test(before)) {
		return `\`${before.slice(1, -1)}${after.slice(1)}`;
	}
	return `${before} + ${after}`;
}

/** Header values are bytes to `fetch`, one a character: what is beyond ASCII goes as UTF-8. */
function latin1(text: string): string {
	return replaceVariables(text, variableText, bytes);
}

function bytes(text: string): string {
	return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
		/%([0-9A-F]{2})/g,
		(_, hex: string) => String.fromCharCode(parseInt(hex, 16)),
	);
}

function lastEventIdLine({ lastEventId: id }: CodeRequest): string[] {
	return id === '' ? [] : [`\t\t'Last-Event-ID': ${literalText(bytes(id))},`];
}

function authorization({ auth }: CodeRequest, names: VariableNames): string[] {
	if (auth === undefined) return [];
	if (auth.type === 'bearer') {
		return [`\t\tAuthorization: ${scriptText(latin1(`Bearer ${auth.token}`), names)},`];
	}
	const credentials = scriptText(`${auth.username}:${auth.password}`, names);
	return [`\t\tAuthorization: \`Basic \${Buffer.from(${credentials}).toString('base64')}\`,`];
}

function bodyLines({ body }: CodeRequest, names: VariableNames): string[] {
	if (body === undefined) return [];
	const value =
		typeof body === 'string'
			? // As bytes: a string would bring a Content-Type along.
				`new TextEncoder().encode(${scriptText(body, names)})`
			: `JSON.stringify(${scriptValue(body, names, '\t')})`;
	return [`\tbody: ${value},`];
}

function tlsComments({ tls }: Endpoint): string[] {
	const { verify, ca, cert } = tls ?? {};
	return [
		...(verify === false
			? [`// ${l10n.t('Any certificate will do: run it with NODE_TLS_REJECT_UNAUTHORIZED=0.')}`]
			: []),
		...(ca === undefined
			? []
			: [
					`// ${l10n.t('The server has an authority of its own: run it with NODE_EXTRA_CA_CERTS=<its file>.')}`,
				]),
		...(cert === undefined
			? []
			: [
					`// ${l10n.t('The client has a certificate: give fetch a dispatcher, an Agent of undici, with it.')}`,
				]),
	];
}
