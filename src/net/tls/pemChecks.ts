import * as l10n from '@vscode/l10n';
import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { HumanError } from '../../base/errors';
import { pemBlocks } from './pemText';

/** PEM text, and what it is called in an error. */
export interface Pem {
	readonly label: string;
	readonly pem: string;
}

/** @throws HumanError if not everything in it is a certificate that can be read. */
export function checkAuthority({ label, pem }: Pem): void {
	certificates(label, pem);
}

/**
 * @param passphrase Of the key; never quoted, nor is the key.
 * @throws HumanError if certificate and key cannot be read, or are not of one pair.
 */
export function checkClient(cert: Pem, key: Pem, passphrase: string | undefined): void {
	const [own] = certificates(cert.label, cert.pem);
	const privateKey = readKey(key, passphrase);
	if (own?.checkPrivateKey(privateKey) === false) {
		throw new HumanError(
			l10n.t(
				'"key" in "tls" is not the key of the first certificate in "cert". Name two that belong together.',
			),
		);
	}
	try {
		createSecureContext({ cert: cert.pem, key: key.pem, passphrase });
	} catch (cause) {
		throw new HumanError(
			l10n.t(
				'"cert" and "key" in "tls" cannot be used for TLS. Use a newer pair: old kinds of keys and signatures are switched off.',
			),
			{ cause },
		);
	}
}

function certificates(label: string, pem: string): X509Certificate[] {
	const blocks = pemBlocks(pem, /CERTIFICATE$/);
	if (blocks.length === 0) {
		throw new HumanError(
			l10n.t`${label} holds no certificate. A certificate begins with “-----BEGIN CERTIFICATE-----”.`,
		);
	}
	try {
		return blocks.map(block => new X509Certificate(block));
	} catch (cause) {
		throw new HumanError(
			l10n.t`${label} holds a certificate that cannot be read. Export it anew.`,
			{
				cause,
			},
		);
	}
}

function readKey({ label, pem }: Pem, passphrase: string | undefined): KeyObject {
	const [block] = pemBlocks(pem, /PRIVATE KEY$/);
	if (block === undefined) {
		throw new HumanError(
			l10n.t`${label} holds no private key. A private key begins with “-----BEGIN PRIVATE KEY-----”, or the like.`,
		);
	}
	const isEncrypted = /ENCRYPTED/.test(block);
	if (isEncrypted && passphrase === undefined) {
		throw new HumanError(l10n.t`${label} is encrypted. Add its "passphrase" to "tls".`);
	}
	try {
		return createPrivateKey({ key: block, passphrase });
	} catch {
		// What OpenSSL says of it helps nobody, and nothing of the key may be told.
		throw new HumanError(
			isEncrypted
				? l10n.t`${label} does not open with the "passphrase" in "tls". Check the passphrase.`
				: l10n.t`${label} holds a private key that cannot be read. Export it anew.`,
		);
	}
}
