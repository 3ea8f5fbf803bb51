import * as l10n from '@vscode/l10n';
import { HumanError } from '../../base/errors';
import type { Endpoint } from '../../domain/endpoint';
import { plainUrlProblem } from '../../domain/endpointUrl';
import { isSecretVariable } from '../../domain/secretNames';
import {
	isInOrigin,
	substitutedUrl,
	variablesIn,
	type VariableValue,
} from '../../domain/variables';
import { replaceVariables, variableText } from '../../domain/variableText';

/**
 * Whom the endpoint talks to, and so which secrets are for it: their values are not needed to know it.
 * @throws HumanError if the URL is none with these values, or would depend on a secret.
 */
export function originOf(endpoint: Endpoint, valueOf: VariableValue): string {
	const url = substitutedUrl(endpoint.url, one => (one.type === 'secret' ? 'x' : valueOf(one)));
	const shown = replaceVariables(endpoint.url, one =>
		isSecretVariable(one) ? variableText(one) : valueOf(one),
	);
	const problem = plainUrlProblem(url, shown);
	if (problem === undefined) return new URL(url).origin;
	const mayTell = !variablesIn(endpoint).some(
		one => isSecretVariable(one) && isInOrigin(endpoint, one),
	);
	throw new HumanError(
		mayTell ? problem : l10n.t`With the values of its variables, “${shown}” is no URL of a stream.`,
	);
}
