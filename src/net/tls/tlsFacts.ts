import type { TLSSocket } from 'node:tls';
import type { TlsFacts } from '../../domain/entry';

/** A certificate as the server showed it, with the one it was signed by, as far as the server sent them. */
export interface ServerCertificate {
	/** Common name, else organisation, of the owner and of the signer. */
	readonly subject: string;
	readonly issuer: string;
	/** Names and addresses it is for. */
	readonly names: readonly string[];
	/** In words, UTC. */
	readonly validFrom: string;
	readonly validTo: string;
	/** Whether `validTo` has passed. */
	readonly isExpired: boolean;
	/** The last certificate of the chain that was sent, where this is not it. */
	readonly root?: { readonly subject: string; readonly issuer: string };
}

/** What Node gives; the type in @types/node says nothing of a name that occurs twice. */
type Name = Readonly<Record<string, string | string[] | undefined>>;

/** What the other end showed; `undefined` before or without a handshake. */
export function serverCertificate(socket: TLSSocket, nowMs: number): ServerCertificate | undefined {
	const leaf = socket.getPeerCertificate(true);
	// Node gives null or an empty object where there is none, whatever the type says.
	if (!leaf?.subject) return undefined;
	let last = leaf;
	while (last.issuerCertificate && last.issuerCertificate.fingerprint256 !== last.fingerprint256) {
		last = last.issuerCertificate;
	}
	return {
		subject: shortName(leaf.subject),
		issuer: shortName(leaf.issuer),
		names: (leaf.subjectaltname ?? '').split(', ').flatMap(name => {
			const value = /^(?:DNS|IP Address):(.+)$/.exec(name)?.[1];
			return value === undefined ? [] : [value];
		}),
		validFrom: dateText(leaf.valid_from),
		validTo: dateText(leaf.valid_to),
		isExpired: Date.parse(leaf.valid_to) < nowMs,
		...(last !== leaf && {
			root: {
				subject: shortName(last.subject),
				issuer: shortName(last.issuer),
			},
		}),
	};
}

/** The facts of an established TLS connection. */
export function tlsFacts(socket: TLSSocket): TlsFacts {
	const certificate = socket.getPeerCertificate();
	return {
		protocol: socket.getProtocol() ?? '',
		cipher: socket.getCipher()?.name ?? '',
		subject: distinguishedName(certificate?.subject),
		issuer: distinguishedName(certificate?.issuer),
		validTo: certificate?.valid_to ? dateText(certificate.valid_to) : '',
	};
}

/** `CN=…, O=…`. */
export function distinguishedName(name: Name | undefined): string {
	return Object.entries(name ?? {})
		.flatMap(([key, value]) => [value ?? []].flat().map(each => `${key}=${each}`))
		.join(', ');
}

function shortName(name: Name | undefined): string {
	return [name?.CN ?? name?.O ?? []].flat()[0] ?? distinguishedName(name);
}

/** `2026-11-22 15:25 UTC`; what is no date, as it came. */
export function dateText(text: string): string {
	const time = Date.parse(text);
	if (Number.isNaN(time)) return text;
	return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
