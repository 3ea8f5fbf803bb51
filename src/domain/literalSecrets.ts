import { isRecord } from '../base/isRecord';
import type { Endpoint } from './endpoint';
import { isSecretHeader, isSecretParameter } from './secretNames';
import type { Auth, Query, QueryScalar, RequestBody } from './requestFields';
import type { TlsFields } from './tlsFields';
import { masked, replaceVariables, variableText } from './variableText';
import { percentDecoded } from './words';

/** A value that stood in an endpoint, and the name of the secret that stands there now. */
export interface FoundSecret {
	/** As in `${secret:NAME}`. */
	readonly name: string;
	readonly value: string;
}

/**
 * `endpoint` with variables in place of the secrets that stand in it as they are: tokens, passwords,
 * passphrases, private keys, cookies, and the values of headers, parameters and parts of the body that
 * are named like secrets. Text that is made of variables stays.
 * @param isFree Whether a secret may have that name and value; else it gets another name.
 */
export function withoutLiteralSecrets(
	endpoint: Endpoint,
	isFree: (name: string, value: string) => boolean = () => true,
): { endpoint: Endpoint; secrets: FoundSecret[] } {
	const found = new LiteralSecrets(isFree);
	const { url, query, headers, auth, body, tls } = endpoint;
	const changed: Endpoint = {
		...endpoint,
		url: found.url(url),
		...(query && { query: found.query(query) }),
		...(headers && { headers: found.headers(headers) }),
		...(auth && { auth: found.auth(auth) }),
		...(body !== undefined && { body: found.body(body) }),
		...(tls && { tls: found.tls(tls) }),
	};
	return { endpoint: changed, secrets: found.all };
}

/** `client_secret`, `apiKey`; but a body has also `max_tokens` and `token_type`. */
const secretPart = /(?:token|secret|password|passphrase|api[-_]?key|credentials?)$/i;
const schemePattern = /^(Basic|Bearer|Digest|DPoP|Negotiate|Token|ApiKey) +(?=.)/is;

class LiteralSecrets {
	private readonly values = new Map<string, string>();

	constructor(private readonly isFree: (name: string, value: string) => boolean) {}

	get all(): FoundSecret[] {
		return [...this.values].map(([name, value]) => ({ name, value }));
	}

	url(url: string): string {
		const text = masked(url);
		let [result, at] = ['', 0];
		for (const match of text.matchAll(/[?&#]([^=&#]+)=([^&#]*)/g)) {
			const from = match.index + match[0].length - match[2]!.length;
			if (!isSecretParameter(percentDecoded(match[1]!))) continue;
			const value = url.slice(from, from + match[2]!.length);
			// It is encoded again as it is put in.
			const moved = this.moved(match[1]!, value, part => percentDecoded(part.replace(/\+/g, ' ')));
			result += url.slice(at, from) + moved;
			at = from + value.length;
		}
		return result + url.slice(at);
	}

	query(query: Query): Query {
		const moved = (name: string, value: QueryScalar) =>
			isSecretParameter(name) ? this.moved(name, String(value)) : value;
		const entries = Object.entries(query).map(([name, value]) => [
			name,
			Array.isArray(value)
				? value.map((each: QueryScalar) => moved(name, each))
				: moved(name, value as QueryScalar),
		]);
		return Object.fromEntries(entries) as Query;
	}

	headers(headers: Readonly<Record<string, string>>): Record<string, string> {
		const entries = Object.entries(headers).map(([name, value]): [string, string] => {
			if (!isSecretHeader(name)) return [name, value];
			const scheme = schemePattern.exec(value)?.[0] ?? '';
			const hint = /^bearer/i.test(scheme) ? 'token' : name;
			return [name, scheme + this.moved(hint, value.slice(scheme.length))];
		});
		return Object.fromEntries(entries);
	}

	auth(auth: Auth): Auth {
		if (auth.type === 'bearer') return { ...auth, token: this.moved('token', auth.token) };
		return { ...auth, password: this.moved('password', auth.password) };
	}

	/** Of JSON, or of a form, the texts of parts; as text a body stays what it is, byte for byte. */
	body(body: RequestBody): RequestBody {
		if (typeof body !== 'string') return this.deep(body) as RequestBody;
		const part = /^\s*[[{]/.test(body)
			? /("((?:[^"\\]|\\.)*)"\s*:\s*")((?:[^"\\]|\\.)*)(?=")/g
			: /((?:^|&)([^=&\s]+)=)([^&]*)/g;
		let [result, at] = ['', 0];
		for (const match of masked(body).matchAll(part)) {
			const [whole, start = '', name = '', value = ''] = match;
			if (!secretPart.test(name)) continue;
			const from = match.index + start.length;
			result += body.slice(at, from) + this.moved(name, body.slice(from, from + value.length));
			at = match.index + whole.length;
		}
		return result + body.slice(at);
	}

	private deep(value: unknown, name = ''): unknown {
		if (typeof value === 'string') return secretPart.test(name) ? this.moved(name, value) : value;
		if (Array.isArray(value)) return value.map(each => this.deep(each, name));
		if (!isRecord(value)) return value;
		const entries = Object.entries(value);
		return Object.fromEntries(entries.map(([key, each]) => [key, this.deep(each, key)]));
	}

	tls(tls: TlsFields): TlsFields {
		const { key, passphrase } = tls;
		return {
			...tls,
			// A path is none.
			...(key?.includes('-----BEGIN') && { key: this.moved('client key', key) }),
			...(passphrase !== undefined && { passphrase: this.moved('passphrase', passphrase) }),
		};
	}

	/** `text` with a variable for each part that is none. Nothing but signs between variables may stay. */
	private moved(hint: string, text: string, decoded = (part: string) => part): string {
		const isPlain = masked(text) === text;
		return replaceVariables(text, variableText, part =>
			part !== '' && (isPlain || /[\p{L}\p{N}]/u.test(part))
				? `\${secret:${this.nameFor(hint, decoded(part))}}`
				: part,
		);
	}

	private nameFor(hint: string, value: string): string {
		const plain = hint.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
		const base = plain.replace(/^_+|_+$/g, '') || 'SECRET';
		for (let number = 1; ; number++) {
			const name = number === 1 ? base : `${base}_${number}`;
			const known = this.values.get(name);
			if (known === undefined ? this.isFree(name, value) : known === value) {
				this.values.set(name, value);
				return name;
			}
		}
	}
}
