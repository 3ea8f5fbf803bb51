import * as l10n from '@vscode/l10n';
/** What an option means for a stream. Those with a value are given it, the others switch something. */
export type CurlOption =
	| { readonly type: 'value'; readonly effect: ValueEffect }
	| { readonly type: 'switch'; readonly effect: SwitchEffect }
	/** It is about output, speed or retries, which are ours to decide. */
	| { readonly type: 'ignored'; readonly takesValue: boolean }
	/** Without it the request would be another one. */
	| { readonly type: 'refused'; readonly advice: string };

const valueEffects = [
	...(['url', 'url-query', 'header', 'request', 'user', 'oauth2-bearer', 'cookie'] as const),
	...(['user-agent', 'referer', 'data', 'data-ascii', 'data-raw', 'data-binary'] as const),
	...([
		'data-urlencode',
		'json',
		'cacert',
		'cert',
		'key',
		'pass',
		'cert-type',
		'key-type',
	] as const),
] as const;
export type ValueEffect = (typeof valueEffects)[number];

const switchEffects = [
	...(['get', 'insecure', 'compressed', 'globoff', 'http1.0', 'http1.1', 'http2'] as const),
	'http2-prior-knowledge',
] as const;
export type SwitchEffect = (typeof switchEffects)[number];

const words = (text: string) => text.trim().split(/\s+/);

const ignoredSwitches = words(`
	buffer silent show-error verbose include location location-trusted fail fail-with-body fail-early
	progress-bar progress-meter basic remote-name remote-name-all remote-header-name remote-time
	create-dirs clobber remove-on-error styled-output keepalive sessionid ipv4 ipv6 tcp-nodelay tcp-fastopen
	path-as-is disable post301 post302 post303 raw tr-encoding tlsv1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 ssl-reqd
	ssl-no-revoke ssl-revoke-best-effort alpn npn ca-native cert-status parallel parallel-immediate
	retry-all-errors retry-connrefused suppress-connect-headers trace-time trace-ids xattr use-ascii
	skip-existing out-null false-start ignore-content-length junk-session-cookies`);

const ignoredValues = words(`
	output output-dir dump-header write-out max-time connect-timeout retry retry-delay retry-max-time
	max-redirs max-filesize keepalive-time keepalive-cnt limit-rate rate speed-limit speed-time trace
	trace-ascii trace-config stderr cookie-jar expect100-timeout happy-eyeballs-timeout-ms libcurl etag-save
	hsts alt-svc proto proto-redir proto-default tls-max ciphers tls13-ciphers curves parallel-max
	create-file-mode dns-servers dns-interface dns-ipv4-addr dns-ipv6-addr doh-url interface local-port noproxy`);

const refusals = (): readonly (readonly [advice: string, names: readonly string[]])[] => [
	[
		l10n.t('Files are not read. Write what is in it instead.'),
		words('config netrc netrc-file upload-file'),
	],
	[
		l10n.t('A form of parts cannot be sent. Give the body as text, by --data.'),
		words('form form-string'),
	],
	[
		l10n.t('Requests go through the proxy that VS Code is set to, “http.proxy”. Remove it.'),
		words(`proxy preproxy proxy-user proxytunnel proxy-insecure proxy-cacert proxy-header proxy1.0
			socks4 socks4a socks5 socks5-hostname`),
	],
	[
		l10n.t('Only user name and password, or a token, are understood.'),
		words('digest ntlm negotiate anyauth aws-sigv4'),
	],
	[
		l10n.t('The host of the URL is the one that is asked. Change the URL, and remove it.'),
		words('resolve connect-to unix-socket abstract-unix-socket request-target haproxy-protocol'),
	],
	[l10n.t('It asks for the headers alone, and there would be no stream. Remove it.'), ['head']],
	[l10n.t('Give one request at a time.'), ['next']],
	[
		l10n.t('Streams are read over HTTP/1.1 and HTTP/2. Remove it.'),
		words('http3 http3-only http0.9'),
	],
	[l10n.t('Give the file of a certificate by --cacert.'), ['capath']],
	[l10n.t('A part of a stream cannot be asked for. Remove it.'), words('range continue-at')],
];

const shortNames: Readonly<Record<string, string>> = {
	...{
		H: 'header',
		d: 'data',
		X: 'request',
		u: 'user',
		b: 'cookie',
		A: 'user-agent',
		e: 'referer',
	},
	...{ E: 'cert', G: 'get', k: 'insecure', '0': 'http1.0', N: 'no-buffer', s: 'silent' },
	...{ S: 'show-error', v: 'verbose', i: 'include', L: 'location', f: 'fail', '#': 'progress-bar' },
	...{ g: 'globoff', O: 'remote-name', J: 'remote-header-name', R: 'remote-time', q: 'disable' },
	...{ '4': 'ipv4', '6': 'ipv6', '1': 'tlsv1', Z: 'parallel', B: 'use-ascii', o: 'output' },
	...{ D: 'dump-header', w: 'write-out', m: 'max-time', Y: 'speed-limit', y: 'speed-time' },
	...{ c: 'cookie-jar', j: 'junk-session-cookies', K: 'config', n: 'netrc', T: 'upload-file' },
	...{ F: 'form', x: 'proxy', U: 'proxy-user', p: 'proxytunnel', I: 'head', ':': 'next' },
	...{ r: 'range', C: 'continue-at' },
};

/** The long name of `-x`; `undefined` if there is none. */
export function longName(letter: string): string | undefined {
	return Object.hasOwn(shortNames, letter) ? shortNames[letter] : undefined;
}

/** The option of that long name, without its hyphens; `undefined` if we know none. */
export function curlOption(name: string): CurlOption | undefined {
	const value = valueEffects.find(one => one === name);
	if (value !== undefined) return { type: 'value', effect: value };
	const effect = switchEffects.find(one => one === name);
	if (effect !== undefined) return { type: 'switch', effect };
	if (ignoredValues.includes(name)) return { type: 'ignored', takesValue: true };
	// curl takes `no-` before every switch; those that we ignore mean nothing either way.
	if (ignoredSwitches.includes(name.replace(/^no-/, ''))) {
		return { type: 'ignored', takesValue: false };
	}
	const refusal = refusals().find(([, names]) => names.includes(name));
	return refusal && { type: 'refused', advice: refusal[0] };
}
