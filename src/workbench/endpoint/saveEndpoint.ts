import * as vscode from 'vscode';
import { HumanError } from '../../base/errors';
import { isRecord } from '../../base/isRecord';
import type { Endpoint } from '../../domain/endpoint';
import { settingKeys } from '../ids';
import { endpointsIn } from './endpointScope';
import { editEndpointList } from './settingsFile';

/** Which settings: the user's, which hold in every window, or the workspace's, which others may share. */
export type SettingsTarget = 'user' | 'workspace';

/** An endpoint as it stands in settings; what we do not know in it stays as it is. */
export type SavedFields = Readonly<Record<string, unknown>>;

/**
 * Adds an endpoint to the settings, as the user wrote it: variables stay variables.
 * @throws HumanError if its name is taken there and it is not to `replace` what has it, or those
 * settings cannot be written.
 */
export async function saveEndpoint(
	endpoint: Endpoint,
	target: SettingsTarget,
	{
		replace = false,
		userSettings,
	}: { readonly replace?: boolean; readonly userSettings?: vscode.Uri } = {},
): Promise<void> {
	if ('secrets' in endpoint || 'tlsMaterial' in endpoint) {
		throw new TypeError('A resolved endpoint may hold the values of secrets, and is never saved.');
	}
	const saved = list(target);
	const index = saved.findIndex(one => nameOf(one) === endpoint.name);
	if (index >= 0 && replace)
		return editEndpointList(target, { type: 'set', index, value: endpoint }, userSettings);
	if (index >= 0) {
		throw new HumanError(
			vscode.l10n.t(
				'An endpoint named “{0}” is saved already. Choose another name.',
				endpoint.name,
			),
		);
	}
	await editEndpointList(
		target,
		{ type: 'insert', index: saved.length, value: endpoint },
		userSettings,
	);
}

/** Whether an endpoint of that name stands there. */
export function isSavedIn(name: string, target: SettingsTarget): boolean {
	const saved = endpointsIn(target);
	return Array.isArray(saved) && saved.some(one => nameOf(one) === name);
}

/**
 * Changes a saved endpoint where it stands: in the workspace's settings, else in the user's.
 * @returns where that was; `undefined` if no endpoint of that name is saved.
 * @throws HumanError if those settings cannot be written.
 */
export async function updateSavedEndpoint(
	name: string,
	change: (fields: SavedFields) => SavedFields,
	userSettings?: vscode.Uri,
): Promise<SettingsTarget | undefined> {
	for (const target of ['workspace', 'user'] as const) {
		const saved = endpointsIn(target);
		if (!Array.isArray(saved)) continue;
		const index = saved.findIndex(one => nameOf(one) === name);
		const found: unknown = saved[index];
		if (!isRecord(found)) continue;
		await editEndpointList(target, { type: 'set', index, value: change(found) }, userSettings);
		return target;
	}
	return undefined;
}

function list(target: SettingsTarget): readonly unknown[] {
	if (target === 'workspace') {
		if (!vscode.workspace.workspaceFile && !vscode.workspace.workspaceFolders?.length) {
			throw new HumanError(
				vscode.l10n.t('No folder is open. Open one, or save the endpoint to the user settings.'),
			);
		}
		// VS Code hides what stands there, and it would be lost.
		if (!vscode.workspace.isTrusted) {
			throw new HumanError(
				vscode.l10n.t(
					'This workspace is not trusted, so endpoints in its settings are not used. Trust it, or save the endpoint to the user settings.',
				),
			);
		}
	}
	const value = endpointsIn(target) ?? [];
	if (Array.isArray(value)) return value;
	throw new HumanError(
		vscode.l10n.t('The setting “{0}” must be a list. Correct it first.', settingKeys.endpoints),
	);
}

function nameOf(saved: unknown): string | undefined {
	return isRecord(saved) && typeof saved.name === 'string' ? saved.name.trim() : undefined;
}
