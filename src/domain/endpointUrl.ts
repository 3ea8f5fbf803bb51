import * as l10n from '@vscode/l10n';
import type { Auth } from './requestFields';
import { hasVariables, masked, replaceVariables, variableText } from './variableText';
import { percentDecoded, shortened } from './words';

/** Servers take 8 to 64 kB. A person who pastes more has pasted something else. */
const maxUrlLength = 65_536;

/**
 * What is wrong with `text` as the URL of a stream, as a sentence that says what to change; `undefined`
 * if nothing is, or if that depends on its variables.
 */
export function urlProblem(text: string): string | undefined {
	const trimmed = text.trim();
	if (!hasVariables(trimmed)) return plainUrlProblem(trimmed);
	// At its beginning a variable can stand for all up to the path, or for the scheme.
	const [first, ...others] = ['https://host', 'https', 'http'].map(start =>
		plainUrlProblem(withStandIns(trimmed, start), trimmed),
	);
	return others.includes(undefined) ? undefined : first;
}

/** The same of a URL in which no variable is left. `quoted` is what the sentence may show of it. */
export function plainUrlProblem(text: string, quoted = text): string | undefined {
	const trimmed = text.trim();
	if (trimmed.length > maxUrlLength) return l10n.t('The URL is longer than any server takes.');
	if (trimmed === '')
		return l10n.t('Type the URL of the stream, for example https://example.com/events.');
	const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):(?!\d+(?:[/?#]|$))/.exec(trimmed)?.[1]?.toLowerCase();
	if (scheme === undefined) {
		return l10n.t`${cited(quoted)} has no scheme. Begin with http:// or https://.`;
	}
	if (scheme !== 'http' && scheme !== 'https') {
		return l10n.t`${scheme}: URLs cannot be opened. Use http:// or https://.`;
	}
	// The URL parser would repair `http:host` and `http:///host`; a person who typed that made a slip.
	if (!/^https?:\/\/[^/?#]/i.test(trimmed)) {
		return l10n.t`The URL names no host. Write it as ${scheme}://host/path.`;
	}
	if (/\s/.test(trimmed)) return l10n.t('The URL contains a space. Write it as %20.');
	try {
		new URL(trimmed);
	} catch {
		return l10n.t`${cited(quoted)} is not a valid URL. Check the host and the port.`;
	}
	return undefined;
}

/** What is no URL may still hold a password and parameters, which do not belong into a sentence. */
function cited(text: string): string {
	const plain = text
		.replace(/[?#].*/s, mark => `${mark.charAt(0)}…`)
		.replace(/^([a-z][a-z0-9+.-]*:\/\/|\/\/)?.*@/is, (_all, scheme = '') => `${scheme}…@`);
	return `“${shortened(plain)}”`;
}

/** `url` without its user name and password, for titles and lists. */
export function displayUrl(url: string): string {
	const [scheme, userInfo] = beginning(url);
	return url.slice(0, scheme) + url.slice(scheme + userInfo);
}

/** The user name and password in `url`, variables as they are written; `undefined` if there are none. */
export function urlCredentials(url: string): Auth | undefined {
	const [scheme, length] = beginning(url);
	const userInfo = url.slice(scheme, scheme + Math.max(0, length - 1));
	if (userInfo === '' || userInfo === ':') return undefined;
	const colon = masked(userInfo).indexOf(':');
	const end = colon < 0 ? userInfo.length : colon;
	const decoded = (part: string) => replaceVariables(part, variableText, percentDecoded);
	return {
		type: 'basic',
		username: decoded(userInfo.slice(0, end)),
		password: decoded(userInfo.slice(end + 1)),
	};
}

/** How long the scheme and its slashes are, and the user info with its `@`. */
function beginning(url: string): [number, number] {
	const found = /^([a-z][a-z0-9+.-]*:\/\/)([^/?#\\]*@)?/i.exec(masked(url));
	return [found?.[1]?.length ?? 0, found?.[2]?.length ?? 0];
}

/** What is valid wherever a variable can stand: in a scheme, in the name of a host, as a port. */
function withStandIns(text: string, start: string): string {
	return replaceVariables(text, (_variable, before) => {
		if (before === '') return start;
		if (/^http$/i.test(before)) return 's';
		return /:\d*$/.test(before) ? '1' : 'x';
	});
}
