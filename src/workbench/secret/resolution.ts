import * as l10n from '@vscode/l10n';
import { HumanError } from '../../base/errors';
import { toEndpoint, type Endpoint } from '../../domain/endpoint';
import { isSecretVariable } from '../../domain/secretNames';
import type { ResolvedEndpoint } from '../../domain/resolvedEndpoint';
import type { TlsFields, TlsMaterial } from '../../domain/tlsFields';
import { isInOrigin, substituted, variablesIn, type VariableValue } from '../../domain/variables';
import { variableText, type Variable } from '../../domain/variableText';
import { answerTo, type Ask } from './ask';
import { originOf } from '../endpoint/endpointOrigin';
import { withoutSecrets } from './errorWithoutSecrets';
import type { SecretId, Secrets } from './secrets';
import { folderPath, type Folder } from '../endpoint/workspaceFolder';

/** What the values of variables come from. */
export interface ResolutionPorts {
	readonly secrets: Pick<Secrets, 'get' | 'store' | 'onDidChange'>;
	readonly ask: Ask;
	readonly environment: Readonly<Record<string, string | undefined>>;
	folders(): readonly Folder[];
	/**
	 * @param folder What relative paths begin at; absent if no folder is open.
	 * @param secrets Texts that are not quoted in an error.
	 */
	readTls(
		fields: TlsFields,
		folder: string | undefined,
		secrets: readonly string[],
	): Promise<TlsMaterial>;
}

/** Makes of an endpoint, for each connection of its stream, one that can be asked for. */
export class Resolution {
	/** What the user has typed, by variable: they are not asked again while the stream lives. */
	private readonly typed = new Map<string, string>();
	private used: readonly SecretId[] = [];
	private running: Promise<ResolvedEndpoint> | undefined;

	constructor(
		private endpoint: Endpoint,
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

	/** From now on another endpoint is resolved; what the user has typed still holds. */
	change(endpoint: Endpoint): void {
		this.endpoint = endpoint;
		this.running = undefined;
	}

	/** The same without a question; `undefined` where it would need one, or something is wrong. */
	resolveSilently(): Promise<ResolvedEndpoint | undefined> {
		return unlessHuman(this.resolveOnce(noAnswer));
	}

	/** Whose secrets the endpoint uses; `undefined` where that cannot be known without a question. */
	originSilently(): Promise<string | undefined> {
		const { endpoint } = this;
		const variables = variablesIn(endpoint).filter(one => isInOrigin(endpoint, one));
		const find = async () =>
			originOf(endpoint, valueIn(await this.plainValues(variables, noAnswer)));
		return unlessHuman(find());
	}

	/** Those whose values are in the latest result. */
	get secrets(): readonly SecretId[] {
		return this.used;
	}

	/** Whether a value in the latest result is that secret. */
	uses({ origin, name }: SecretId): boolean {
		return this.used.some(id => id.origin === origin && id.name === name);
	}

	private async resolveOnce(ask: Ask): Promise<ResolvedEndpoint> {
		const { endpoint } = this;
		const variables = variablesIn(endpoint);
		const values = new Map<string, string>();
		const valueOf = valueIn(values);
		const hidden = () =>
			variables
				// What chooses the server is told to whoever looks up names, whatever it is called.
				.filter(one => one.type === 'secret' || !isInOrigin(endpoint, one))
				.filter(isSecretVariable)
				.map(valueOf)
				.filter(value => value !== '');
		try {
			for (const [variable, value] of await this.plainValues(variables, ask))
				values.set(variable, value);
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
			const tls = resolved.tls && (await this.ports.readTls(resolved.tls, folder, hidden()));
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

	/** Of those that are no secrets, one question after the other. */
	private async plainValues(
		variables: readonly Variable[],
		ask: Ask,
	): Promise<Map<string, string>> {
		const values = new Map<string, string>();
		for (const variable of variables) {
			if (variable.type === 'secret') continue;
			values.set(variableText(variable), await this.plainValue(variable, ask));
		}
		return values;
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
					l10n.t`The environment variable ${variable.name} is not set where VS Code runs. Set it and restart VS Code, or change ${variableText(variable)} in the endpoint.`,
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

const noAnswer: Ask = () => Promise.resolve(undefined);

/** What `work` gives, or `undefined` if it ends in what only the user can mend. */
async function unlessHuman<T>(work: Promise<T>): Promise<T | undefined> {
	try {
		return await work;
	} catch (error) {
		if (error instanceof HumanError) return undefined;
		throw error;
	}
}

/** `values` by variable, as it is written. */
function valueIn(values: ReadonlyMap<string, string>): VariableValue {
	return variable => values.get(variableText(variable)) ?? '';
}
