import type { Variable } from './variableText';

/** What stands in names of headers and of parameters, in whatever case; not every key is one: `Idempotency-Key`. */
const within =
	'(api|auth|access|account|application|functions|private|service|subscription)[-_]?key|token|secret|password|passphrase|credential|signature';
const secretHeaders = new RegExp(
	`^((proxy-)?authorization|(x-)?auth(entication)?|(set-)?cookie)$|${within}`,
	'i',
);
const secretParameters = new RegExp(`^(key|sig|auth|jwt|pwd|pass)$|${within}`, 'i');

/** Whether a header of that name carries a secret: not to be shown, nor sent to another origin. */
export function isSecretHeader(name: string): boolean {
	return secretHeaders.test(name);
}

/** Whether a parameter of that name, in the query or the fragment of a URL, carries a secret. */
export function isSecretParameter(name: string): boolean {
	return secretParameters.test(name);
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
