import type { Variable } from './variableText';

const secretHeaders =
	/^(authorization|proxy-authorization|cookie|set-cookie)$|api[-_]?key|token|secret|password|passphrase|credential|signature/i;
const secretParameters =
	/^(key|sig|auth|jwt|pwd|pass)$|api[-_]?key|token|secret|password|passphrase|credential|signature/i;

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
