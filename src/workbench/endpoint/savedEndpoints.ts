import * as vscode from 'vscode';
import { parseEndpoints, type Endpoint, type ParsedEndpoint } from '../../domain/endpoint';
import { settingKeys } from '../ids';

/**
 * The endpoints in settings, good and bad, in their order: the workspace's, then the user's. VS Code
 * would let the one list replace the other; of two with the same name the workspace's counts.
 */
export function savedEndpoints(): ParsedEndpoint[] {
	const found = vscode.workspace.getConfiguration().inspect<unknown>(settingKeys.endpoints);
	const [own, users] = [found?.workspaceValue, found?.globalValue].map(parseEndpoints);
	const nameOf = (one: ParsedEndpoint) => (one.ok ? one.endpoint.name : one.name);
	const names = new Set(own?.map(nameOf));
	return [...(own ?? []), ...(users?.filter(one => !names.has(nameOf(one))) ?? [])];
}

/** Those of them that can be used. */
export function goodEndpoints(): Endpoint[] {
	return savedEndpoints().flatMap(one => (one.ok ? [one.endpoint] : []));
}

/** Opens the settings file in which the endpoints stand; the user's, if they stand nowhere. */
export async function editEndpoints(): Promise<void> {
	const found = vscode.workspace.getConfiguration().inspect(settingKeys.endpoints);
	const isInWorkspace =
		found?.workspaceValue !== undefined || found?.workspaceFolderValue !== undefined;
	await vscode.commands.executeCommand(
		isInWorkspace
			? 'workbench.action.openWorkspaceSettingsFile'
			: 'workbench.action.openSettingsJson',
		{ revealSetting: { key: settingKeys.endpoints, edit: true } },
	);
}
