import type { Endpoint } from '../endpoint';
import { masked, replaceVariables, variableText } from '../variableText';

interface CurlTls {
	readonly options: readonly string[];
	/** In place of the endpoint's, and the header that says whose it is; if a name for TLS is given. */
	readonly url?: string;
	readonly hostHeader?: string;
}

type Quoted = (text: string) => string;

/** What an endpoint says about TLS, as options of curl. PEM text is handed over as bash and zsh do it: `<(…)`. */
export function tlsOptions({ tls = {}, url }: Endpoint, quoted: Quoted): CurlTls {
	const { verify, ca, cert, key, passphrase } = tls;
	const authorities = ca === undefined ? [] : [ca].flat();
	const options = [
		...(verify === false ? ['-k'] : []),
		...(authorities.length > 0 ? [`--cacert ${oneFile(authorities, quoted)}`] : []),
		...(cert === undefined ? [] : [`--cert ${fileOf(cert, quoted, escapedPath)}`]),
		...(key === undefined ? [] : [`--key ${fileOf(key, quoted)}`]),
		...(passphrase === undefined ? [] : [`--pass ${quoted(passphrase)}`]),
	];
	const named = tls.serverName === undefined ? undefined : withServerName(url, tls.serverName);
	if (named === undefined) return { options };
	return { ...named, options: [...options, `--connect-to ${quoted(`::${named.target}`)}`] };
}

/** PEM text, or a secret: a path is none. */
function isPem(text: string): boolean {
	return text.includes('-----BEGIN') || /^\$\{secret:[^{}]*\}$/.test(text);
}

function fileOf(text: string, quoted: Quoted, escaped = (path: string) => path): string {
	return isPem(text) ? `<(printf '%s\\n' ${quoted(text)})` : quoted(escaped(text));
}

function oneFile(texts: readonly string[], quoted: Quoted): string {
	const [first = ''] = texts;
	if (texts.length === 1) return fileOf(first, quoted);
	const parts = texts.map(text =>
		isPem(text) ? `printf '%s\\n' ${quoted(text)}` : `cat ${quoted(text)}`,
	);
	// A file may lack its last line end.
	return `<(${parts.join('; echo; ')})`;
}

/** curl takes what follows a colon for the passphrase. */
function escapedPath(path: string): string {
	return replaceVariables(path, variableText, part =>
		part.replace(/\\/g, '\\\\').replace(/:(?![\\/])|(?<!^[A-Za-z]):/g, '\\:'),
	);
}

/** curl asks for, and verifies, the host of the URL; so that is the name, and the connection goes elsewhere. */
function withServerName(url: string, serverName: string) {
	const found = /^https:\/\/(\[[^\]]+\]|[^/?#:]+)(:\d+)?/i.exec(masked(url));
	if (found === null) return undefined;
	const [start, host = '', port = ''] = found;
	const authority = url.slice(start.length - host.length - port.length, start.length);
	return {
		url: `https://${serverName}${port}${url.slice(start.length)}`,
		hostHeader: authority,
		target: port === '' ? `${authority}:443` : authority,
	};
}
