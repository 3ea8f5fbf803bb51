import * as l10n from '@vscode/l10n';
import type { AttemptFailure } from './attemptFailure';
import { certificateWords, type Handshake, type Words } from './certificateWords';

/** Puts a failed TLS handshake in words; `undefined` if `cause` is no error of TLS. */
export function tlsFailure(
	cause: (Error & { readonly code?: string }) | undefined,
	handshake: Handshake,
): AttemptFailure | undefined {
	const code = tlsCode(cause);
	if (cause === undefined || code === undefined) return undefined;
	const reason = opensslReason(cause.message);
	const certificate = certificateWords(code, handshake);
	const words = certificate ?? handshakeWords(code, reason ?? cause.message, handshake);
	if (words === undefined) return undefined;
	// A network error may pass; a certificate or a protocol that does not fit stays so until someone
	// changes something. [spec] "… unless the user agent knows that to be futile, in which case the
	// user agent may fail the connection."
	const isFinal = certificate !== undefined || futile.test(code) || clientRefused.test(code);
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
			...(certificate !== undefined && !handshake.isElsewhere && { tlsRemedy: certificate.remedy }),
		},
	};
}

const futile =
	/^ERR_SSL_(WRONG_VERSION|PACKET_LENGTH|HTTP_REQUEST|NO_PROTOCOLS|UNSUPPORTED_PROTOCOL)|PROTOCOL_VERSION|HANDSHAKE_FAILURE|CERTIFICATE_REQUIRED|UNRECOGNIZED_NAME/;
/** What a server says of the certificate that it was shown. */
const clientRefused =
	/ALERT_(UNKNOWN_CA|BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|CERTIFICATE_(UNKNOWN|EXPIRED|REVOKED))/;

/** What kept two ends from agreeing at all. */
function handshakeWords(
	code: string,
	reason: string,
	{ host, peer }: Handshake,
): Words | undefined {
	if (/WRONG_VERSION|PACKET_LENGTH|HTTP_REQUEST/.test(code)) {
		return {
			words: l10n.t`${peer} does not speak TLS`,
			title: l10n.t`${peer} does not speak TLS`,
			advice: l10n.t('If it serves plain HTTP, begin the URL with http://. Else check the port.'),
			explanation: l10n.t('What came back on the handshake is no TLS.'),
		};
	}
	if (/UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION|NO_PROTOCOLS/.test(code)) {
		return {
			words: l10n.t`no TLS version in common with ${peer}`,
			title: l10n.t`${host} and VS Code have no version of TLS in common`,
			advice: l10n.t('Let the server offer TLS 1.2 or 1.3.'),
			explanation: l10n.t('Older versions are not safe and are switched off.'),
		};
	}
	if (code.includes('CERTIFICATE_REQUIRED')) {
		return {
			words: l10n.t`${peer} asks for a client certificate`,
			title: l10n.t`${host} asks for a client certificate`,
			advice: l10n.t('Give the endpoint one: "cert" and "key" in its "tls".'),
			explanation: l10n.t('This connection has no certificate of its own to show.'),
		};
	}
	if (clientRefused.test(code)) {
		return {
			words: l10n.t`${peer} does not accept the client certificate`,
			title: l10n.t`${host} does not accept the client certificate`,
			advice: l10n.t(
				'Check "cert" and "key" in the "tls" of the endpoint, and whom the server trusts.',
			),
			explanation: l10n.t`The reason given is “${reason.trim()}”.`,
		};
	}
	if (!/^(EPROTO$|ERR_SSL_|ERR_TLS_)/.test(code)) return undefined;
	return {
		words: l10n.t`TLS handshake with ${peer} failed`,
		title: l10n.t`The TLS handshake with ${host} failed`,
		advice: l10n.t('Look at the TLS settings of the server, and of any proxy before it.'),
		explanation: l10n.t`The reason given is “${reason.trim()}”.`,
	};
}

/** The code of `error`, by which OpenSSL's errors can be told apart; `undefined` if it has none. */
export function tlsCode(
	error: (Error & { readonly code?: string }) | undefined,
): string | undefined {
	const reason = error && opensslReason(error.message);
	if (reason === undefined) return error?.code;
	return `ERR_SSL_${reason.toUpperCase().replaceAll(' ', '_')}`;
}

/**
 * OpenSSL's own name for what went wrong. Node puts it in the error's code if reading failed, but if
 * writing did the code is a bare `EPROTO`, and only the message has it:
 * `error:0A00010B:SSL routines:tls_validate_record_header:wrong version number:…`.
 */
function opensslReason(message: string): string | undefined {
	return /SSL routines:[^:]*:([^:]+):/.exec(message)?.[1];
}
