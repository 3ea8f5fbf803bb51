import * as vscode from 'vscode';
import { HumanError } from '../../base/errors';
import { isRecord } from '../../base/isRecord';
import type { Endpoint } from '../../domain/endpoint';
import { plainUrlProblem } from '../../domain/endpointUrl';
import { isSecretName } from '../../domain/variableText';
import { askUser } from './askUser';
import { pickOrType } from '../connect/pickOrType';
import type { ResolutionPorts } from './resolution';
import { secretNameProblem, type SecretId, type Secrets } from './secrets';
import { originsFor, secretUses } from './secretUses';

/** What the commands about secrets work with. */
export interface SecretPorts {
	readonly secrets: Secrets;
	readonly resolving: ResolutionPorts;
	/** The endpoints that there are: saved ones, and those of streams. */
	endpoints(): readonly Endpoint[];
	/** Where the user's settings are if they are on this machine, in the profile that has no name. */
	readonly userSettings: vscode.Uri;
}

/**
 * Asks for a secret and keeps it; what `given` says, an object with `name`, `origin` and `value`, is not
 * asked for.
 * @returns which one; `undefined` if the user thought better of it.
 * @throws HumanError if what is given cannot be.
 */
export async function setSecret(ports: SecretPorts, given: unknown): Promise<SecretId | undefined> {
	const { name, origin, value } = givenParts(given);
	const id = await completeId(ports, name, origin);
	if (id === undefined) return undefined;
	const secret = value ?? (await askUser({ type: 'secret', ...id }));
	if (secret === undefined) return undefined;
	if (secret === '') throw new HumanError(vscode.l10n.t('A secret cannot be empty.'));
	await ports.secrets.store(id.origin, id.name, secret);
	vscode.window.setStatusBarMessage(
		vscode.l10n.t('The secret “{0}” for {1} is kept.', id.name, id.origin),
		5000,
	);
	return id;
}

/** The name, the origin and the value in an argument of a command; the origin is that of any URL. */
export function givenParts(given: unknown): { name?: string; origin?: string; value?: string } {
	const { name, origin, value } = isRecord(given) ? given : {};
	if (typeof name === 'string' && !isSecretName(name)) throw new HumanError(secretNameProblem());
	const problem = typeof origin === 'string' ? plainUrlProblem(origin) : undefined;
	if (problem !== undefined) throw new HumanError(problem);
	return {
		...(typeof name === 'string' && { name }),
		...(typeof origin === 'string' && { origin: new URL(origin.trim()).origin }),
		...(typeof value === 'string' && { value }),
	};
}

async function completeId(
	{ secrets, resolving, endpoints }: SecretPorts,
	givenName: string | undefined,
	givenOrigin: string | undefined,
): Promise<SecretId | undefined> {
	if (givenName !== undefined && givenOrigin !== undefined) {
		return { name: givenName, origin: givenOrigin };
	}
	const uses = await secretUses(endpoints(), resolving);
	const title = vscode.l10n.t('Set Secret');
	const known = [...uses.flatMap(({ names }) => names), ...(await secrets.list()).map(namesOf)];
	const name =
		givenName ??
		(await pickOrType({
			title,
			placeholder: vscode.l10n.t('The name, as endpoints have it in ${secret:NAME}'),
			offers: [...new Set(known)].map(value => ({ value })),
			problem: typed => (isSecretName(typed) ? undefined : secretNameProblem()),
		}));
	if (name === undefined) return undefined;
	const url =
		givenOrigin ??
		(await pickOrType({
			title,
			placeholder: vscode.l10n.t('Whom “{0}” is for: it is sent nowhere else', name),
			offers: originsFor(name, uses).map(value => ({ value })),
			problem: plainUrlProblem,
		}));
	return url === undefined ? undefined : { name, origin: new URL(url).origin };
}

function namesOf({ name }: SecretId): string {
	return name;
}
