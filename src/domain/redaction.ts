import { percentDecoded } from './words';

/** Stands where a secret was. */
export const redacted = '•••';

const secretHeaders =
	/^(authorization|proxy-authorization|cookie|set-cookie)$|api[-_]?key|token|secret|password|credential|signature/i;
const secretParameters =
	/^(key|sig|auth|jwt|pwd|pass)$|api[-_]?key|token|secret|password|credential|signature/i;

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

/** A URL fit to be shown, logged and kept: no user name or password, no value of a parameter that is named like a secret. */
export function redactUrl(url: string): string {
	return url
		.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, '$1')
		.replace(/([?&#])([^=&#]+)=([^&#]*)/g, (whole, mark: string, name: string) =>
			isSecretParameter(percentDecoded(name)) ? `${mark}${name}=${redacted}` : whole,
		);
}
