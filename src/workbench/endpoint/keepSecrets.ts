import * as l10n from '@vscode/l10n';
import { HumanError } from '../../base/errors';
import type { Endpoint } from '../../domain/endpoint';
import { withoutLiteralSecrets, type FoundSecret } from '../../domain/literalSecrets';
import { Resolution } from '../secret/resolution';
import type { SecretId } from '../secret/secrets';
import type { SecretPorts } from '../secret/setSecret';

/** An endpoint that can be shown and saved, and the secrets that it names now and are to be kept. */
export interface WithoutSecrets {
	readonly endpoint: Endpoint;
	readonly secrets: readonly (SecretId & FoundSecret)[];
}

/**
 * Finds the secrets that stand in `endpoint` as they are, and names for them that stand for no other
 * value at its origin.
 * @throws HumanError if there are some, and it is not known whom they are for.
 */
export async function separateSecrets(
	endpoint: Endpoint,
	{ secrets, resolving }: SecretPorts,
): Promise<WithoutSecrets> {
	if (withoutLiteralSecrets(endpoint).secrets.length === 0) return { endpoint, secrets: [] };
	const origin = await new Resolution(endpoint, resolving).originSilently();
	if (origin === undefined) {
		throw new HumanError(
			l10n.t(
				'The secrets in this endpoint cannot be kept, because its URL does not say whom they are for. Write ${secret:NAME} in place of each.',
			),
		);
	}
	const ids = (await secrets.list()).filter(id => id.origin === origin);
	const kept = new Map(
		await Promise.all(
			ids.map(async ({ name }) => [name, await secrets.get(origin, name)] as const),
		),
	);
	const separated = withoutLiteralSecrets(
		endpoint,
		(name, value) => !kept.has(name) || kept.get(name) === value,
	);
	return {
		endpoint: separated.endpoint,
		secrets: separated.secrets.map(secret => ({ ...secret, origin })),
	};
}
