import * as l10n from '@vscode/l10n';
import { masked, replaceVariables, variableText } from '../variableText';
import { failAt, place } from './curlProblem';
import type { ShellWord } from './shellWords';

/**
 * The text of a `--data`.
 * @throws CurlFailure for `@file`.
 */
export function dataPiece({ text, at }: ShellWord): string {
	if (text.startsWith('@')) refuseFile(at);
	return text;
}

/**
 * The text of a `--data-urlencode`: `content`, `=content` or `name=content`, of which the content is
 * encoded, but for its variables.
 * @throws CurlFailure for `@file` and `name@file`.
 */
export function urlEncodedPiece({ text, at }: ShellWord): string {
	const mark = masked(text).search(/[=@]/);
	if (text[mark] === '@') refuseFile(at);
	if (mark < 0) return formEncoded(text);
	return `${mark === 0 ? '' : text.slice(0, mark + 1)}${formEncoded(text.slice(mark + 1))}`;
}

/** `file` or `file:password`; a backslash makes a colon part of the path. */
export function certificateParts(text: string): { cert: string; passphrase?: string } {
	const path = /^(?:[A-Za-z]:(?=[\\/]))?(?:[^:\\]|\\[^])*/.exec(masked(text))?.[0] ?? '';
	const cert = text.slice(0, path.length).replace(/\\([:\\])/g, '$1');
	return {
		cert,
		...(path.length < text.length && { passphrase: text.slice(path.length + 1) }),
	};
}

/** As curl encodes: everything but what a URL may always hold, and a space as a plus sign. */
function formEncoded(text: string): string {
	const encoded = (plain: string) =>
		encodeURIComponent(plain)
			.replace(/[!'()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
			.replace(/%20/g, '+');
	return replaceVariables(text, variableText, encoded);
}

function refuseFile(at: number): never {
	return failAt(at, l10n.t`Files are not read. Write what is in it after the option ${place(at)}.`);
}
