import type { Endpoint } from '../../domain/endpoint';
import { variablesIn } from '../../domain/variables';
import { Resolution, type ResolutionPorts } from './resolution';
import type { SecretId } from './secrets';

/** An endpoint, the origin it connects to, and the names of the secrets in it. */
export interface SecretUse {
	readonly endpointName: string;
	/** Absent where it depends on what the user has yet to type, or on what is not there. */
	readonly origin?: string;
	readonly names: readonly string[];
}

/** What each of the endpoints uses, those without secrets included. Asks nobody. */
export function secretUses(
	endpoints: readonly Endpoint[],
	ports: ResolutionPorts,
): Promise<SecretUse[]> {
	return Promise.all(
		endpoints.map(async endpoint => {
			const origin = await new Resolution(endpoint, ports).originSilently();
			const names = variablesIn(endpoint).flatMap(one => (one.type === 'secret' ? [one.name] : []));
			return { endpointName: endpoint.name, names, ...(origin !== undefined && { origin }) };
		}),
	);
}

/** Names of the endpoints that use a secret. */
export function usersOf({ origin, name }: SecretId, uses: readonly SecretUse[]): string[] {
	const users = uses.filter(use => use.origin === origin && use.names.includes(name));
	return [...new Set(users.map(({ endpointName }) => endpointName))];
}

/** Origins that a secret of that name may be for: of the endpoints that use it, then of the others. */
export function originsFor(name: string, uses: readonly SecretUse[]): string[] {
	const isUser = ({ names }: SecretUse) => names.includes(name);
	const inOrder = [...uses.filter(isUser), ...uses.filter(use => !isUser(use))];
	return [...new Set(inOrder.flatMap(({ origin }) => origin ?? []))];
}
