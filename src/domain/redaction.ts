import { displayUrl } from './endpointUrl';
import { replaceVariables, type Variable } from './variableText';
import { percentDecoded } from './words';

/** Stands where a secret was. */
export const redacted = '•••';

const secretHeaders =
	/^(authorization|proxy-authorization|cookie|set-cookie)$|api[-_]?key|token|secret|password|passphrase|credential|signature/i;
const secretParameters =
	/^(key|sig|auth|jwt|pwd|pass)$|api[-_]?key|token|secret|password|passphrase|credential|signature/i;

/** Header names and values fit to be shown, logged and kept. An authorization scheme stays readable. */
export function redactHeaders(
	headers: readonly (readonly [string, string])[],
): (readonly [string, string])[] {
	return headers.map(([name, value]) => [name, redactHeader(name, value)] as const);
}

/** Whether a header of that name carries a secret: not to be shown, nor sent to another origin. */
export function isSecretHeader(name: string): boolean {
	return secretHeaders.test(name);
}

/** Whether a parameter of that name, in the query or the fragment of a URL, carries a secret. */
export function isSecretParameter(name: string): boolean {
	return secretParameters.test(name);
}

function redactHeader(name: string, value: string): string {
	if (!isSecretHeader(name)) return value;
	const scheme = /^(Basic|Bearer|Digest|Negotiate) /i.exec(value)?.[1];
	return scheme === undefined ? redacted : `${scheme} ${redacted}`;
}

/** What people call by that name: `GITHUB_TOKEN`, `Key for staging`; not `KEYBOARD`. */
function isNamedLikeSecret(name: string): boolean {
	const words = name.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u);
	return isSecretHeader(name) || [name, ...words].some(isSecretParameter);
}

/** Whether the value of a variable is not to be shown: a secret, or what is named like one. */
export function isSecretVariable(variable: Variable): boolean {
	switch (variable.type) {
		case 'secret':
			return true;
		case 'env':
			return isNamedLikeSecret(variable.name);
		case 'input':
			return isNamedLikeSecret(variable.prompt);
		case 'workspaceFolder':
			return false;
	}
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
