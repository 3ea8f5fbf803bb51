import type { Endpoint } from './endpoint';
import { fieldValue } from './fieldValue';
import type { TlsMaterial } from './tlsFields';

/**
 * An endpoint ready to be asked: no variable is left in it, and no file is to be read. It lives in
 * memory only: it is never shown, logged or kept.
 */
export interface ResolvedEndpoint extends Endpoint {
	/** Values that must not be shown or kept, nor sent to another origin: those of its secrets. */
	readonly secrets?: readonly string[];
	/** Names of those that VS Code keeps, as in `${secret:NAME}`. */
	readonly secretNames?: readonly string[];
	/** What `tls` names. */
	readonly tlsMaterial?: TlsMaterial;
}

/** Whether `text` is made from one of the secrets. */
export function carriesSecret(text: string, secrets: readonly string[] = []): boolean {
	return carriedForms(secrets).some(secret => text.includes(secret));
}

/** `secrets`, also as headers carry them: without the spaces around them. */
export function carriedForms(secrets: readonly string[]): string[] {
	return [...new Set([...secrets, ...secrets.map(fieldValue)])].filter(secret => secret !== '');
}
