import * as l10n from '@vscode/l10n';
import { HumanError } from '../base/errors';
import { isRecord } from '../base/isRecord';

/** How the server of an endpoint is verified, and what it is shown, where that differs from VS Code's own ways. */
export interface TlsFields {
	/** `false`: any certificate will do. Where absent: `true`. */
	readonly verify?: boolean;
	/** Authorities to trust besides the system's: paths of files, or PEM text. */
	readonly ca?: string | readonly string[];
	/** The client's certificate, with its chain, and its private key: each the path of a file, or PEM text. */
	readonly cert?: string;
	readonly key?: string;
	/** Of the private key. */
	readonly passphrase?: string;
	/** The name that the server is asked for (SNI) and that its certificate must have; the URL's host where absent. */
	readonly serverName?: string;
}

/** {@link TlsFields} with all files read: PEM text only. */
export interface TlsMaterial {
	readonly verify?: boolean;
	readonly ca?: readonly string[];
	readonly cert?: string;
	readonly key?: string;
	readonly passphrase?: string;
	readonly serverName?: string;
}

const names = ['verify', 'ca', 'cert', 'key', 'passphrase', 'serverName'];

/**
 * The fields in `value`. What is said of them never contains them.
 * @throws HumanError that says what is wrong with them.
 */
export function toTls(value: unknown): TlsFields {
	if (!isRecord(value)) throw new HumanError(l10n.t('"tls" must be an object.'));
	const unknown = Object.keys(value).find(name => !names.includes(name));
	if (unknown !== undefined) {
		throw new HumanError(l10n.t`"tls" has no "${unknown}". It has ${names.join(', ')}.`);
	}
	const { verify, ca, cert, key, passphrase, serverName } = value;
	if (verify !== undefined && typeof verify !== 'boolean') {
		throw new HumanError(l10n.t('"verify" in "tls" must be true or false.'));
	}
	const isText = (text: unknown) => typeof text === 'string' && text.trim() !== '';
	if (ca !== undefined && !(Array.isArray(ca) ? ca.every(isText) : isText(ca))) {
		throw new HumanError(l10n.t('"ca" in "tls" must be a path or PEM text, or a list of these.'));
	}
	for (const [name, text] of Object.entries({ cert, key, serverName })) {
		if (text !== undefined && !isText(text)) {
			throw new HumanError(l10n.t`"${name}" in "tls" must be a string that is not empty.`);
		}
	}
	if (passphrase !== undefined && typeof passphrase !== 'string') {
		throw new HumanError(l10n.t('"passphrase" in "tls" must be a string.'));
	}
	if ((cert === undefined) !== (key === undefined)) {
		throw new HumanError(l10n.t('"cert" and "key" in "tls" belong together. Add the other one.'));
	}
	return value;
}
