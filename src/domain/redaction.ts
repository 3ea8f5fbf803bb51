import { displayUrl } from './endpointUrl';
import { isSecretHeader, isSecretParameter } from './secretNames';
import { replaceVariables } from './variableText';
import { percentDecoded } from './words';

/** Stands where a secret was. */
export const redacted = '•••';

/** Header names and values fit to be shown, logged and kept. An authorization scheme stays readable. */
export function redactHeaders(
	headers: readonly (readonly [string, string])[],
): (readonly [string, string])[] {
	return headers.map(([name, value]) => [name, redactHeader(name, value)] as const);
}

function redactHeader(name: string, value: string): string {
	if (!isSecretHeader(name)) return value;
	const scheme = /^(Basic|Bearer|Digest|Negotiate) /i.exec(value)?.[1];
	return scheme === undefined ? redacted : `${scheme} ${redacted}`;
}

/**
 * A URL fit to be shown, logged and kept: no user name or password, no value of a parameter that is
 * named like a secret. Variables stay: their values are elsewhere.
 */
export function redactUrl(url: string): string {
	return displayUrl(url).replace(
		// Matches without a `=` as well: to look for one from each `?` of a run takes for ever.
		/([?&#])([^=&#]+)(?:=([^&#]*))?/g,
		(whole, mark: string, name: string, value: string | undefined) => {
			if (value === undefined) return whole;
			const isShown = value !== '' && replaceVariables(value, () => '') === '';
			const isSecret = isSecretParameter(percentDecoded(name)) && !isShown;
			return isSecret ? `${mark}${name}=${redacted}` : whole;
		},
	);
}
