import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../base/disposable';
import { Emitter } from '../../base/emitter';
import { HumanError } from '../../base/errors';
import { isSecretName } from '../../domain/variableText';
import { withoutSecrets } from './errorWithoutSecrets';

/** What a value is kept under. */
export interface SecretId {
	/** As `URL.origin` has it: the only one that the value is ever sent to. */
	readonly origin: string;
	/** As in `${secret:NAME}`. */
	readonly name: string;
}

// Other keys of ours may come.
const prefix = 'endpointSecret ';

/**
 * The values of `${secret:NAME}`: kept by VS Code, each for one origin, so that an endpoint which
 * names a secret of another origin gets nothing. Where VS Code cannot keep one, it is held in memory.
 */
export class Secrets implements Disposable {
	private readonly owned = new DisposableStore();
	/** By key; these go before what VS Code has. */
	private readonly unkept = new Map<string, string>();
	private readonly changed = this.owned.register(new Emitter<SecretId>());
	/** Stored, replaced or deleted, in this window or in another. */
	readonly onDidChange = this.changed.event;

	/** @param tell Shows what the user has to know: that a value could not be kept, and why. */
	constructor(
		private readonly storage: vscode.SecretStorage,
		private readonly tell: (error: unknown) => void,
	) {
		this.owned.register(
			storage.onDidChange(({ key }) => {
				const id = idOf(key);
				if (id !== undefined) this.changed.fire(id);
			}),
		);
	}

	/** `undefined` if there is none, or none that can be read: then the user is asked for it. */
	async get(origin: string, name: string): Promise<string | undefined> {
		const key = keyOf({ origin, name });
		const held = this.unkept.get(key);
		if (held !== undefined) return held;
		try {
			return await this.storage.get(key);
		} catch {
			return undefined;
		}
	}

	/**
	 * Keeps a value, in place of the one before. Where VS Code cannot, the user is told, and it lasts
	 * until the window closes.
	 * @throws HumanError if no secret can have that name.
	 */
	async store(origin: string, name: string, value: string): Promise<void> {
		if (!isSecretName(name)) throw new HumanError(secretNameProblem());
		const id = { origin, name };
		const key = keyOf(id);
		try {
			await this.storage.store(key, value);
			this.unkept.delete(key);
		} catch (cause) {
			this.unkept.set(key, value);
			const told = new HumanError(
				l10n.t`VS Code could not keep the secret “${name}”. It is used until this window closes.`,
				{ cause },
			);
			this.tell(withoutSecrets(told, [value]));
			this.changed.fire(id);
		}
	}

	/** @throws HumanError if VS Code does not let go of it. */
	async delete(origin: string, name: string): Promise<void> {
		const id = { origin, name };
		const key = keyOf(id);
		const wasUnkept = this.unkept.delete(key);
		try {
			await this.storage.delete(key);
		} catch (cause) {
			throw new HumanError(l10n.t`VS Code could not delete the secret “${name}”.`, { cause });
		}
		if (wasUnkept) this.changed.fire(id);
	}

	/**
	 * Those there are, by name and then by origin.
	 * @throws HumanError if VS Code does not say.
	 */
	async list(): Promise<SecretId[]> {
		let kept: readonly string[];
		try {
			kept = await this.storage.keys();
		} catch (cause) {
			throw new HumanError(l10n.t('VS Code could not say which secrets there are.'), { cause });
		}
		const ids = [...new Set([...kept, ...this.unkept.keys()])].flatMap(key => idOf(key) ?? []);
		const sortText = ({ origin, name }: SecretId) => `${name} ${origin}`;
		return ids.sort((a, b) => sortText(a).localeCompare(sortText(b)));
	}

	dispose(): void {
		this.owned.dispose();
		this.unkept.clear();
	}
}

/** Why a name cannot be that of a secret. */
export function secretNameProblem(): string {
	return l10n.t(
		'The name of a secret consists of letters, digits, “_”, “-” and “.”, without spaces.',
	);
}

function keyOf({ origin, name }: SecretId): string {
	return `${prefix}${name} ${origin}`;
}

function idOf(key: string): SecretId | undefined {
	if (!key.startsWith(prefix)) return undefined;
	const [name, origin] = key.slice(prefix.length).split(' ');
	return name !== undefined && origin !== undefined ? { name, origin } : undefined;
}
