import * as l10n from '@vscode/l10n';
import { HumanError } from '../../base/errors';
import type { Endpoint } from '../endpoint';
import { withoutLiteralSecrets } from '../literalSecrets';
import { masked } from '../variableText';
import { codeRequest, type CodeRequest } from './codeRequest';
import { tlsOptions } from './curlTls';
import { shellQuoted, singleQuoted } from './shellQuoting';
import { VariableNames } from './variableNames';

/** Code that does what an endpoint says, with no secret in it. */
export interface GeneratedCode {
	readonly text: string;
	/** Those of the environment that it reads, in the order of their first use. */
	readonly variables: readonly string[];
}

/**
 * A command line of curl for a POSIX shell that asks as the inspector does.
 * @param lastEventId What to go on from, which HTTP can carry; empty for the beginning.
 * @throws HumanError if its body cannot stand in a command line.
 */
export function curlCode(endpoint: Endpoint, lastEventId = ''): GeneratedCode {
	const names = new VariableNames();
	const quoted = (text: string) => shellQuoted(text, names);
	const clean = withoutLiteralSecrets(endpoint).endpoint;
	const tls = tlsOptions(clean, quoted);
	const request = codeRequest(clean, lastEventId);
	const { headers, auth } = request;
	const url = tls.url ?? request.url;
	const lines = [
		// In a URL curl would take these for patterns.
		`curl -N -L${/[[\]{}]/.test(masked(url)) ? ' -g' : ''} ${quoted(url)}`,
		...methodOption(request, quoted),
		...headers.map(([name, value]) => headerOption(name, value, quoted)),
		...(request.lastEventId === ''
			? []
			: [`-H ${singleQuoted(`Last-Event-ID: ${request.lastEventId}`)}`]),
		...(tls.hostHeader !== undefined && !has(headers, 'host')
			? [`-H ${quoted(`Host: ${tls.hostHeader}`)}`]
			: []),
		...(auth?.type === 'bearer' ? [`-H ${quoted(`Authorization: Bearer ${auth.token}`)}`] : []),
		...(auth?.type === 'basic' ? [`-u ${quoted(`${auth.username}:${auth.password}`)}`] : []),
		...(has(headers, 'accept-encoding') ? ['--compressed'] : []),
		...tls.options,
		...versionOption(clean),
		...bodyOptions(request, quoted),
	];
	return { text: lines.join(' \\\n  '), variables: names.all };
}

type Quoted = (text: string) => string;

function has(headers: CodeRequest['headers'], wanted: string): boolean {
	return headers.some(([name]) => name.toLowerCase() === wanted);
}

function methodOption({ method, body }: CodeRequest, quoted: Quoted): string[] {
	if (method === 'HEAD') return ['-I'];
	if (method === (body === undefined ? 'GET' : 'POST')) return [];
	return [`-X ${/^[A-Z]+$/.test(method) ? method : quoted(method)}`];
}

/** With nothing after its colon a header would be taken back. */
function headerOption(name: string, value: string, quoted: Quoted): string {
	return `-H ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`;
}

function versionOption({ httpVersion }: Endpoint): string[] {
	if (httpVersion === '1.1') return ['--http1.1'];
	return httpVersion === '2' ? ['--http2'] : [];
}

function bodyOptions({ body, headers }: CodeRequest, quoted: Quoted): string[] {
	if (body === undefined) return [];
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	if (text.includes('\0')) {
		throw new HumanError(
			l10n.t('The body has a NUL, which no command line can hold. Copy it as code for fetch.'),
		);
	}
	// Else curl says that it is a form.
	const type = has(headers, 'content-type') ? [] : ["-H 'Content-Type:'"];
	return [...type, `--data-raw ${quoted(text)}`];
}
