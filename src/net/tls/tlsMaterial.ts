import * as l10n from '@vscode/l10n';
import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { HumanError } from '../../base/errors';
import { redacted } from '../../domain/redaction';
import type { TlsFields, TlsMaterial } from '../../domain/tlsFields';
import { shortened, sizeText } from '../../domain/words';
import { checkAuthority, checkClient } from './pemChecks';
import { isPem, mendedPem } from './pemText';

/** No bundle of certificates is larger; what is larger is something else, and would fill the memory. */
const maxFileBytes = 1_000_000;

/**
 * Reads the files that the fields name, and checks that TLS can be made with what is in them. No
 * variables may be left in the fields.
 * @param folder What relative paths begin at; without one they are an error.
 * @param secrets Texts that are not quoted in an error.
 * @throws HumanError that names the field and the file, and says what to do.
 */
export async function readTls(
	fields: TlsFields,
	folder: string | undefined,
	secrets: readonly string[] = [],
): Promise<TlsMaterial> {
	const { ca, cert, key, ...others } = fields;
	const quote = (text: string) =>
		shortened(
			secrets.reduce((shown, each) => (each ? shown.replaceAll(each, redacted) : shown), text),
		);
	const read = async (name: 'ca' | 'cert' | 'key', text: string) => {
		if (isPem(text)) return { label: l10n.t`"${name}" in "tls"`, pem: mendedPem(text) };
		const path = fullPath(name, text.trim(), folder, quote);
		const label = l10n.t`The file “${quote(path)}” of "${name}" in "tls"`;
		return { label, pem: await readPem(label, path) };
	};
	const authorities = await Promise.all([ca ?? []].flat().map(each => read('ca', each)));
	authorities.forEach(checkAuthority);
	const own = cert === undefined ? undefined : await read('cert', cert);
	const ownKey = key === undefined ? undefined : await read('key', key);
	if (own !== undefined && ownKey !== undefined) checkClient(own, ownKey, others.passphrase);
	return {
		...others,
		...(ca !== undefined && { ca: authorities.map(({ pem }) => pem) }),
		...(own !== undefined && { cert: own.pem }),
		...(ownKey !== undefined && { key: ownKey.pem }),
	};
}

function fullPath(
	name: string,
	path: string,
	folder: string | undefined,
	quote: (text: string) => string,
): string {
	if (/^~[\\/]/.test(path)) return join(homedir(), path.slice(2));
	if (isAbsolute(path)) return path;
	if (folder !== undefined) return join(folder, path);
	throw new HumanError(
		l10n.t`"${name}" in "tls" is the relative path “${quote(path)}”, but no folder is open. Open the folder, or write an absolute path or PEM text.`,
	);
}

async function readPem(label: string, path: string): Promise<string> {
	let text: string;
	try {
		const found = await stat(path);
		if (found.isDirectory())
			throw new HumanError(l10n.t`${label} is a folder. Name a PEM file in it.`);
		if (!found.isFile())
			throw new HumanError(l10n.t`${label} is no ordinary file. Name a PEM file.`);
		if (found.size > maxFileBytes) {
			throw new HumanError(
				l10n.t`${label} is larger than ${sizeText(maxFileBytes)}. Name a PEM file, which is small.`,
			);
		}
		text = await readFile(path, 'utf8');
	} catch (error) {
		if (error instanceof HumanError) throw error;
		throw new HumanError(whyUnreadable(label, error), { cause: error });
	}
	if (!isPem(text)) {
		throw new HumanError(
			l10n.t`${label} is not in PEM form, which has a line “-----BEGIN …-----”. Convert it with openssl.`,
		);
	}
	return text;
}

function whyUnreadable(label: string, error: unknown): string {
	switch ((error as { code?: unknown }).code) {
		case 'ENOENT':
		case 'ENOTDIR':
			return l10n.t`${label} does not exist. Check the path.`;
		case 'EACCES':
		case 'EPERM':
			return l10n.t`${label} may not be read by you. Check its permissions.`;
		default:
			return l10n.t`${label} cannot be read. Check the path and the file.`;
	}
}
