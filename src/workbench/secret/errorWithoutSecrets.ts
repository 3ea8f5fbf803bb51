import { causeChain, HumanError } from '../../base/errors';
import { SecretForms } from '../../net/secret/secretForms';
import { CalledOff } from './ask';

/** `error` fit to be shown and logged: neither its words, nor those of its causes, quote a secret. */
export function withoutSecrets(error: unknown, secrets: readonly string[]): unknown {
	if (secrets.length === 0 || error instanceof CalledOff) return error;
	const forms = new SecretForms(secrets);
	const [message = 'unknown error', ...causes] = causeChain(error).map(text => forms.hide(text));
	const cause = causes.length === 0 ? undefined : causes.join(' ← ');
	if (error instanceof HumanError) return new HumanError(message, { cause });
	const hidden = new Error(message, { cause });
	if (error instanceof Error && error.stack) hidden.stack = forms.hide(error.stack);
	return hidden;
}
