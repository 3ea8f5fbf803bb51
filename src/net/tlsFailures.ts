import type { AttemptFailure } from './attemptFailure';
import type { ServerCertificate } from './tlsFacts';

/** With whom the handshake failed. */
interface Handshake {
	readonly host: string;
	/** `address:port`. */
	readonly peer: string;
	/** Absent if the handshake did not get that far. */
	readonly certificate?: ServerCertificate;
}

interface Words {
	readonly words: string;
	readonly title: string;
	readonly advice: string;
	readonly explanation: string;
}

/** Puts a failed TLS handshake in words; `undefined` if `cause` is no error of TLS. */
export function tlsFailure(
	cause: (Error & { readonly code?: string }) | undefined,
	handshake: Handshake,
): AttemptFailure | undefined {
	if (cause?.code === undefined) return undefined;
	const reason = opensslReason(cause.message);
	const code =
		reason === undefined ? cause.code : `ERR_SSL_${reason.toUpperCase().replaceAll(' ', '_')}`;
	const certificate = certificateWords(code, handshake);
	const words = certificate ?? handshakeWords(code, reason ?? cause.message, handshake);
	if (words === undefined) return undefined;
	// A network error may pass; a certificate or a protocol that does not fit stays so until someone
	// changes something. [spec] "… unless the user agent knows that to be futile, in which case the
	// user agent may fail the connection."
	const isFinal = certificate !== undefined || futile.test(code);
	return {
		words: words.words,
		...(!words.words.includes(handshake.peer) && { address: handshake.peer }),
		report: {
			type: 'tls',
			code,
			title: words.title,
			advice: words.advice,
			explanation: words.explanation,
			isFinal,
		},
	};
}

/** What did not verify: the codes are OpenSSL's, but for the one of Node's own check of the name. */
function certificateWords(code: string, { host, certificate }: Handshake): Words | undefined {
	const untrusted = `certificate of ${host} not trusted`;
	const authority = (name: string | undefined) => (name ? `“${name}”` : 'its authority');
	const add = (name: string | undefined) =>
		`Add ${authority(name)} to your system’s certificates; VS Code reads them from there.`;
	switch (code) {
		case 'DEPTH_ZERO_SELF_SIGNED_CERT':
			return {
				words: untrusted,
				title: `The certificate of ${host} is signed by itself, and this computer does not trust it`,
				advice: add(certificate?.subject),
				explanation: 'No request was sent: no authority vouches for that certificate.',
			};
		case 'SELF_SIGNED_CERT_IN_CHAIN':
			return {
				words: untrusted,
				title: `The certificate of ${host} comes from an authority this computer does not trust`,
				advice: add(certificate?.root?.subject ?? certificate?.issuer),
				explanation: 'No request was sent: the chain ends in that authority, which signed itself.',
			};
		case 'UNABLE_TO_GET_ISSUER_CERT':
		case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
		case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
			return {
				words: untrusted,
				title: `The certificate of ${host} comes from an authority this computer does not know`,
				advice: `${add(certificate?.root?.issuer ?? certificate?.issuer)} Or have the server send its whole chain.`,
				explanation:
					'No request was sent: nothing the server sent links its certificate to a trusted authority.',
			};
		case 'CERT_HAS_EXPIRED':
			return {
				words: `certificate of ${host} expired`,
				title:
					certificate === undefined || certificate.isExpired
						? `The certificate of ${host} has expired`
						: `A certificate in the chain of ${host} has expired`,
				advice: 'Renew it on the server, or set this computer’s clock if that is wrong.',
				explanation: certificate?.isExpired
					? `No request was sent: it was valid until ${certificate.validTo}.`
					: 'No request was sent: its time is over.',
			};
		case 'CERT_NOT_YET_VALID':
			return {
				words: `certificate of ${host} not valid yet`,
				title: `The certificate of ${host} is not valid yet`,
				advice: 'Check this computer’s clock, and the certificate on the server.',
				explanation: certificate
					? `No request was sent: it is valid from ${certificate.validFrom}.`
					: 'No request was sent: its time has not come.',
			};
		case 'ERR_TLS_CERT_ALTNAME_INVALID':
		case 'HOSTNAME_MISMATCH':
			return {
				words: `certificate not for ${host}`,
				title: `The certificate that ${host} shows is for another host`,
				advice: certificate?.names.length
					? `Use a name it is for: ${certificate.names.slice(0, 5).join(', ')}${certificate.names.length > 5 ? ' …' : ''}.`
					: 'Use the host’s own name in the URL, or mend the certificate on the server.',
				explanation: 'No request was sent: this may be another server than the one you meant.',
			};
		case 'CERT_REVOKED':
			return {
				words: `certificate of ${host} revoked`,
				title: `The certificate of ${host} has been revoked`,
				advice: 'Have it replaced on the server.',
				explanation: 'No request was sent: its authority has withdrawn it.',
			};
	}
	if (!otherVerification.test(code)) return undefined;
	return {
		words: untrusted,
		title: `The certificate of ${host} could not be verified`,
		advice: 'Have the certificate, and the chain it belongs to, checked on the server.',
		explanation: `No request was sent: its verification ended with ${code}.`,
	};
}

const otherVerification =
	/^(CERT_|CRL_|UNABLE_TO_|ERROR_IN_C|INVALID_(CA|PURPOSE)|PATH_LENGTH_EXCEEDED|ERR_TLS_CERT)/;
const futile =
	/^ERR_SSL_(WRONG_VERSION|PACKET_LENGTH|HTTP_REQUEST|NO_PROTOCOLS|UNSUPPORTED_PROTOCOL)|PROTOCOL_VERSION|HANDSHAKE_FAILURE|CERTIFICATE_REQUIRED|UNRECOGNIZED_NAME/;

/** What kept two ends from agreeing at all. */
function handshakeWords(
	code: string,
	reason: string,
	{ host, peer }: Handshake,
): Words | undefined {
	if (/WRONG_VERSION|PACKET_LENGTH|HTTP_REQUEST/.test(code)) {
		return {
			words: `${peer} does not speak TLS`,
			title: `${peer} does not speak TLS`,
			advice: 'If it serves plain HTTP, begin the URL with http://. Else check the port.',
			explanation: 'What came back on the handshake is no TLS.',
		};
	}
	if (/UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION|NO_PROTOCOLS/.test(code)) {
		return {
			words: `no TLS version in common with ${peer}`,
			title: `${host} and VS Code have no version of TLS in common`,
			advice: 'Let the server offer TLS 1.2 or 1.3.',
			explanation: 'Older versions are not safe and are switched off.',
		};
	}
	if (code.includes('CERTIFICATE_REQUIRED')) {
		return {
			words: `${peer} asks for a client certificate`,
			title: `${host} asks for a client certificate`,
			advice: 'Connect to an address of the server that asks for none.',
			explanation: 'This connection has no certificate of its own to show.',
		};
	}
	if (!/^(EPROTO$|ERR_SSL_|ERR_TLS_)/.test(code)) return undefined;
	return {
		words: `TLS handshake with ${peer} failed`,
		title: `The TLS handshake with ${host} failed`,
		advice: 'Look at the TLS settings of the server, and of any proxy before it.',
		explanation: `The reason given is “${reason.trim()}”.`,
	};
}

/**
 * OpenSSL's own name for what went wrong. Node puts it in the error's code if reading failed, but if
 * writing did the code is a bare `EPROTO`, and only the message has it:
 * `error:0A00010B:SSL routines:tls_validate_record_header:wrong version number:…`.
 */
function opensslReason(message: string): string | undefined {
	return /SSL routines:[^:]*:([^:]+):/.exec(message)?.[1];
}
