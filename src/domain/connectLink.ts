import * as l10n from '@vscode/l10n';
import { plainUrlProblem, urlCredentials } from './endpointUrl';
import { percentDecoded } from './words';

/** The path of a link that asks to connect. */
const connectPath = '/connect';
/** A link on a page is no place for more. */
const maxUrlLength = 8192;

/** What a link asks for: the URL of a stream, or the reason why it is not followed. */
export type ConnectLink =
	{ readonly ok: true; readonly url: string } | { readonly ok: false; readonly reason: string };

/**
 * Reads a link such as `vscode://sse-tools.event-stream-inspector/connect?url=https%3A%2F%2F…`. Whoever
 * wrote it is not the user: it names a URL and nothing else, and gets at no variable.
 * @param path As in the link.
 * @param query Without the `?`, decoded once, as VS Code gives it: so the URL is all that follows `url=`,
 * with whatever `&` it has. Parameters before it are left alone.
 */
export function readConnectLink(path: string, query: string): ConnectLink {
	if (path.replace(/\/$/, '') !== connectPath) {
		return refused(l10n.t('The link asks for something that Event Stream Inspector does not do.'));
	}
	const given = /(?:^|&)url=(.*)$/s.exec(query)?.[1] ?? '';
	if (given === '') return refused(l10n.t('The link does not say which URL to connect to.'));
	// Links are often encoded twice, because most who read them take it to be so.
	const url = /^https?%3a/i.test(given) ? percentDecoded(given) : given;
	if (url.length > maxUrlLength) return refused(l10n.t('The URL in the link is too long.'));
	if (/[$][{]/.test(decoded(url))) {
		return refused(
			l10n.t('The URL in the link has a variable, ${…}. Links cannot use variables or secrets.'),
		);
	}
	const problem = plainUrlProblem(url);
	if (problem !== undefined) return refused(problem);
	if (urlCredentials(url) !== undefined) {
		return refused(
			l10n.t('The URL in the link has a user name or a password. Connect to it yourself.'),
		);
	}
	// As it will be sent: no host in disguise, no letters of another alphabet, no direction marks.
	return { ok: true, url: new URL(url.trim()).href };
}

function refused(reason: string): ConnectLink {
	return { ok: false, reason };
}

function decoded(text: string): string {
	return text.replace(/%24/g, '$').replace(/%7b/gi, '{');
}
