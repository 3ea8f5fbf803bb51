import * as l10n from '@vscode/l10n';
import { masked, replaceVariables, variableText } from '../variableText';
import { cited, failAt, place } from './curlProblem';
import type { ShellWord } from './shellWords';

/**
 * The URL of a command without `-g`: a backslash makes a brace or a bracket part of it, as Chrome prints them.
 * @throws CurlFailure where curl would make others of it.
 */
export function plainUrl({ text, at }: ShellWord): string {
	const pattern = /(?<!\\)(?:\{[^{}]*\}|\[(?:\d+-\d+|[A-Za-z]-[A-Za-z])(?::\d+)?\])/.exec(
		masked(text),
	);
	if (pattern !== null) {
		failAt(
			at,
			l10n.t`${cited(pattern[0])} in the URL ${place(at)} is a pattern to curl. Write the URL that you mean, or add -g if it is part of that.`,
		);
	}
	return replaceVariables(text, variableText, part => part.replace(/\\([[\]{}])/g, '$1'));
}

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
