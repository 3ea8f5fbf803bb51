import * as l10n from '@vscode/l10n';
import type { TlsRemedy } from '../../domain/failure';
import type { ServerCertificate } from '../tls/tlsFacts';

/** With whom a handshake was made or failed. */
export interface Handshake {
	readonly host: string;
	/** `address:port`. */
	readonly peer: string;
	/** Absent if the handshake did not get that far. */
	readonly certificate?: ServerCertificate;
	/** Whether a redirect led to another origin, for which the endpoint's `tls` does not count. */
	readonly isElsewhere?: boolean;
}

export interface Words {
	readonly words: string;
	readonly title: string;
	readonly advice: string;
	readonly explanation: string;
}

interface CertificateWords extends Words {
	readonly remedy: TlsRemedy;
}

/** What did not verify: the codes are OpenSSL's, but for the one of Node's own check of the name. */
export function certificateWords(
	code: string,
	{ host, certificate, isElsewhere }: Handshake,
): CertificateWords | undefined {
	const untrusted = l10n.t`certificate of ${host} not trusted`;
	const authority = (name: string | undefined) => (name ? `“${name}”` : l10n.t('its authority'));
	const add = (name: string | undefined, whole = '') =>
		l10n.t`Add ${authority(name)} to your system’s certificates; VS Code reads them from there.${whole}${isElsewhere ? '' : l10n.t(' Or trust it for this endpoint alone.')}`;
	switch (code) {
		case 'DEPTH_ZERO_SELF_SIGNED_CERT':
			return {
				remedy: 'trust',
				words: untrusted,
				title: l10n.t`The certificate of ${host} is signed by itself, and this computer does not trust it`,
				advice: add(certificate?.subject),
				explanation: l10n.t('No request was sent: no authority vouches for that certificate.'),
			};
		case 'SELF_SIGNED_CERT_IN_CHAIN':
			return {
				remedy: 'trust',
				words: untrusted,
				title: l10n.t`The certificate of ${host} comes from an authority this computer does not trust`,
				advice: add(certificate?.root?.subject ?? certificate?.issuer),
				explanation: l10n.t(
					'No request was sent: the chain ends in that authority, which signed itself.',
				),
			};
		case 'UNABLE_TO_GET_ISSUER_CERT':
		case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
		case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
			return {
				remedy: 'trust',
				words: untrusted,
				title: l10n.t`The certificate of ${host} comes from an authority this computer does not know`,
				advice: add(
					certificate?.root?.issuer ?? certificate?.issuer,
					l10n.t(' Or have the server send its whole chain.'),
				),
				explanation: l10n.t(
					'No request was sent: nothing the server sent links its certificate to a trusted authority.',
				),
			};
		case 'CERT_HAS_EXPIRED':
			return {
				remedy: 'skip',
				words: l10n.t`certificate of ${host} expired`,
				title:
					certificate === undefined || certificate.isExpired
						? l10n.t`The certificate of ${host} has expired`
						: l10n.t`A certificate in the chain of ${host} has expired`,
				advice: l10n.t('Renew it on the server, or set this computer’s clock if that is wrong.'),
				explanation: certificate?.isExpired
					? l10n.t`No request was sent: it was valid until ${certificate.validTo}.`
					: l10n.t('No request was sent: its time is over.'),
			};
		case 'CERT_NOT_YET_VALID':
			return {
				remedy: 'skip',
				words: l10n.t`certificate of ${host} not valid yet`,
				title: l10n.t`The certificate of ${host} is not valid yet`,
				advice: l10n.t('Check this computer’s clock, and the certificate on the server.'),
				explanation: certificate
					? l10n.t`No request was sent: it is valid from ${certificate.validFrom}.`
					: l10n.t('No request was sent: its time has not come.'),
			};
		case 'ERR_TLS_CERT_ALTNAME_INVALID':
		case 'HOSTNAME_MISMATCH':
			return {
				remedy: 'rename',
				words: l10n.t`certificate not for ${host}`,
				title: l10n.t`The certificate that ${host} shows is for another host`,
				advice: certificate?.names.length
					? l10n.t`Use a name it is for: ${certificate.names.slice(0, 5).join(', ')}${certificate.names.length > 5 ? ' …' : ''}.${isElsewhere ? '' : l10n.t(' Or let this endpoint expect one of them.')}`
					: l10n.t('Use the host’s own name in the URL, or mend the certificate on the server.'),
				explanation: l10n.t(
					'No request was sent: this may be another server than the one you meant.',
				),
			};
		case 'CERT_REVOKED':
			return {
				remedy: 'skip',
				words: l10n.t`certificate of ${host} revoked`,
				title: l10n.t`The certificate of ${host} has been revoked`,
				advice: l10n.t('Have it replaced on the server.'),
				explanation: l10n.t('No request was sent: its authority has withdrawn it.'),
			};
	}
	if (!otherVerification.test(code)) return undefined;
	return {
		remedy: 'skip',
		words: untrusted,
		title: l10n.t`The certificate of ${host} could not be verified`,
		advice: l10n.t('Have the certificate, and the chain it belongs to, checked on the server.'),
		explanation: l10n.t`No request was sent: its verification ended with ${code}.`,
	};
}

const otherVerification =
	/^(CERT_|CRL_|UNABLE_TO_|ERROR_IN_C|INVALID_(CA|PURPOSE)|PATH_LENGTH_EXCEEDED|ERR_TLS_CERT)/;

/** Why the certificate of an established connection would have been refused, as a full sentence. */
export function unverifiedWords(code: string, handshake: Handshake): string {
	const title = certificateWords(code, handshake)?.title;
	return `${title ?? l10n.t`The certificate of ${handshake.host} could not be verified (${code})`}.`;
}
