import { HumanError } from '../base/errors';
import { toEndpoint, type Endpoint } from '../domain/endpoint';
import { plainUrlProblem } from '../domain/endpointUrl';
import { isSecretVariable } from '../domain/redaction';
import type { ResolvedEndpoint } from '../domain/resolvedEndpoint';
import type { TlsFields, TlsMaterial } from '../domain/tlsFields';
import {
	isInOrigin,
	substituted,
	substitutedUrl,
	variablesIn,
	type VariableValue,
} from '../domain/variables';
import { replaceVariables, variableText, type Variable } from '../domain/variableText';
import { answerTo, type Ask } from './ask';
import { withoutSecrets } from './errorWithoutSecrets';
import type { SecretId, Secrets } from './secrets';
import { folderPath, type Folder } from './workspaceFolder';

/** What the values of variables come from. */
export interface ResolutionPorts {
	readonly secrets: Pick<Secrets, 'get' | 'store'>;
	readonly ask: Ask;
	readonly environment: Readonly<Record<string, string | undefined>>;
	folders(): readonly Folder[];
	/** @param folder What relative paths are relative to; absent if no folder is open. */
	readTls(fields: TlsFields, folder: string | undefined): Promise<TlsMaterial>;
}

/** Makes of an endpoint, for each connection of its stream, one that can be asked for. */
export class Resolution {
	/** What the user has typed, by variable: they are not asked again while the stream lives. */
	private readonly typed = new Map<string, string>();
	private used: readonly SecretId[] = [];
	private running: Promise<ResolvedEndpoint> | undefined;

	constructor(
		private readonly endpoint: Endpoint,
		private readonly ports: ResolutionPorts,
	) {}

	/**
	 * With what the environment, files and secrets are now. The user is asked for what is missing; two
	 * calls at once ask once.
	 * @throws HumanError if a value is missing or unfit, {@link CalledOff} if the user does not give one.
	 */
	resolve(): Promise<ResolvedEndpoint> {
		this.running ??= this.resolveOnce(this.ports.ask).finally(() => {
			this.running = undefined;
		});
		return this.running;
	}

	/** The same without a question; `undefined` where it would need one, or something is wrong. */
	async resolveSilently(): Promise<ResolvedEndpoint | undefined> {
		try {
			return await this.resolveOnce(() => Promise.resolve(undefined));
		} catch (error) {
			if (error instanceof HumanError) return undefined;
			throw error;
		}
	}

	/** Whether a value in the latest result is that secret. */
	uses({ origin, name }: SecretId): boolean {
		return this.used.some(id => id.origin === origin && id.name === name);
	}

	private async resolveOnce(ask: Ask): Promise<ResolvedEndpoint> {
		const { endpoint } = this;
		const variables = variablesIn(endpoint);
		const values = new Map<string, string>();
		const valueOf = (variable: Variable) => values.get(variableText(variable)) ?? '';
		const hidden = () =>
			variables
				// What chooses the server is told to whoever looks up names, whatever it is called.
				.filter(one => one.type === 'secret' || !isInOrigin(endpoint, one))
				.filter(isSecretVariable)
				.map(valueOf)
				.filter(value => value !== '');
		try {
			for (const variable of variables) {
				if (variable.type === 'secret') continue;
				values.set(variableText(variable), await this.plainValue(variable, ask));
			}
			const origin = originOf(endpoint, valueOf);
			const ids = variables.flatMap(one =>
				one.type === 'secret' ? [{ origin, name: one.name }] : [],
			);
			for (const id of ids) {
				values.set(variableText({ type: 'secret', ...id }), await this.secretValue(id, ask));
			}
			const resolved = toEndpoint(substituted(endpoint, valueOf));
			if (new URL(resolved.url).origin !== origin) {
				throw new Error('Putting in the secrets has changed the origin.');
			}
			const folder = this.ports.folders().find(({ path }) => path !== undefined)?.path;
			const tls = resolved.tls && (await this.ports.readTls(resolved.tls, folder));
			this.used = ids;
			return {
				...resolved,
				secrets: hidden(),
				secretNames: ids.map(({ name }) => name),
				...(tls && { tlsMaterial: tls }),
			};
		} catch (error) {
			throw withoutSecrets(error, hidden());
		}
	}

	private async plainValue(
		variable: Exclude<Variable, { type: 'secret' }>,
		ask: Ask,
	): Promise<string> {
		switch (variable.type) {
			case 'workspaceFolder':
				return folderPath(this.ports.folders(), variable.name);
			case 'env': {
				const value = this.ports.environment[variable.name];
				if (value !== undefined) return value;
				throw new HumanError(
					`The environment variable ${variable.name} is not set where VS Code runs. Set it and restart VS Code, or change ${variableText(variable)} in the endpoint.`,
				);
			}
			case 'input': {
				const { prompt } = variable;
				const known = this.typed.get(prompt);
				if (known !== undefined) return known;
				const isHidden = isSecretVariable(variable);
				const { name: endpointName } = this.endpoint;
				const value = await answerTo({ type: 'input', prompt, endpointName, isHidden }, ask);
				this.typed.set(prompt, value);
				return value;
			}
		}
	}

	private async secretValue({ origin, name }: SecretId, ask: Ask): Promise<string> {
		const { secrets } = this.ports;
		const kept = await secrets.get(origin, name);
		if (kept !== undefined && kept !== '') return kept;
		const value = await answerTo({ type: 'secret', name, origin }, ask);
		await secrets.store(origin, name, value);
		return value;
	}
}

/** Whom the endpoint talks to, and so which secrets are for it; these are not needed to know it. */
function originOf(endpoint: Endpoint, valueOf: VariableValue): string {
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
		mayTell ? problem : `With the values of its variables, “${shown}” is no URL of a stream.`,
	);
}
