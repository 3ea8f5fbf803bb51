import * as l10n from '@vscode/l10n';
import { assertNever } from '../../base/assertNever';
import { masked } from '../variableText';
import { certificateParts, dataPiece, urlEncodedPiece } from './curlValues';
import type { CurlArgument } from './curlArguments';
import { cited, failAt, place } from './curlProblem';
import type { SwitchEffect, ValueEffect } from './curlOptions';
import type { ShellWord } from './shellWords';

/** What curl would send, gathered from its arguments. */
export class CurlRequest {
	url: ShellWord | undefined;
	method: ShellWord | undefined;
	/** Names as given, in order; also twice. */
	readonly headers: (readonly [name: string, value: string])[] = [];
	/** Headers that curl would send by itself and was told not to; lower case. */
	readonly removedHeaders = new Set<string>();
	readonly query: string[] = [];
	data: string | undefined;
	isJson = false;
	user: string | undefined;
	token: string | undefined;
	readonly tls: { ca?: string; cert?: string; key?: string; passphrase?: string } = {};
	readonly switches: Partial<Record<SwitchEffect, boolean>> = {};

	/** @throws CurlFailure for what cannot be understood. */
	constructor(options: readonly CurlArgument[]) {
		for (const option of options) {
			if (option.type === 'switch') this.switches[option.effect] = option.isOn;
			else this.take(option.effect, option.value);
		}
	}

	private take(effect: ValueEffect, value: ShellWord): void {
		const { text, at } = value;
		switch (effect) {
			case 'url':
				return this.takeUrl(value);
			case 'url-query':
				this.query.push(text.startsWith('+') ? text.slice(1) : urlEncodedPiece(value));
				return;
			case 'header':
				return this.takeHeader(value);
			case 'request':
				this.method = value;
				return;
			case 'user':
				this.user = text;
				return;
			case 'oauth2-bearer':
				this.token = text;
				return;
			case 'cookie':
				if (!masked(text).includes('=')) {
					failAt(at, l10n.t`Cookies are not read from a file. Write -b 'name=value' ${place(at)}.`);
				}
				this.headers.push(['Cookie', text]);
				return;
			case 'user-agent':
				if (text !== '') this.headers.push(['User-Agent', text]);
				return;
			case 'referer':
				this.headers.push(['Referer', text.replace(/;auto$/, '')]);
				return;
			case 'data':
			case 'data-ascii':
			case 'data-binary':
				return this.addData(dataPiece(value));
			case 'data-raw':
				return this.addData(text);
			case 'data-urlencode':
				return this.addData(urlEncodedPiece(value));
			case 'json':
				this.isJson = true;
				return this.addData(dataPiece(value), '');
			case 'cacert':
				this.tls.ca = text;
				return;
			case 'cert':
				Object.assign(this.tls, certificateParts(text));
				return;
			case 'key':
				this.tls.key = text;
				return;
			case 'pass':
				this.tls.passphrase = text;
				return;
			case 'cert-type':
			case 'key-type':
				if (!/^pem$/i.test(text)) failAt(at, l10n.t`Only PEM files are read, not ${cited(text)}.`);
				return;
			default:
				return assertNever(effect);
		}
	}

	private takeUrl(url: ShellWord): void {
		if (this.url !== undefined) {
			failAt(
				url.at,
				l10n.t`There are two URLs, ${place(this.url.at)} and ${place(url.at)}. Give one at a time; put what contains spaces in quotes.`,
			);
		}
		this.url = url;
	}

	/** `Name: value`; `Name;` is an empty value, and `Name:` takes back what curl sends by itself. */
	private takeHeader({ text, at }: ShellWord): void {
		if (text.startsWith('@')) {
			failAt(at, l10n.t`Files are not read. Give each header by an -H of its own ${place(at)}.`);
		}
		const colon = masked(text).indexOf(':');
		// Browsers list those of HTTP/2, such as :authority, which are made from the URL.
		if (colon === 0) return;
		if (colon < 0 && !text.trimEnd().endsWith(';')) {
			failAt(
				at,
				l10n.t`The header ${cited(text.replace(/\s.*/s, ' …'))} ${place(at)} has no colon. Write it as 'Name: value'.`,
			);
		}
		const name = (colon < 0 ? text.trimEnd().slice(0, -1) : text.slice(0, colon)).trim();
		const value = colon < 0 ? '' : text.slice(colon + 1).trim();
		if (colon >= 0 && value === '') this.removedHeaders.add(name.toLowerCase());
		else this.headers.push([name, value]);
	}

	private addData(piece: string, separator = '&'): void {
		this.data = this.data === undefined ? piece : this.data + separator + piece;
	}
}
