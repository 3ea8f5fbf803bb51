import * as vscode from 'vscode';
import { parseEndpoints, type Endpoint, type ParsedEndpoint } from '../../domain/endpoint';
import { settingKeys } from '../ids';
import { endpointScopes, endpointsIn } from './endpointScope';

/**
 * The endpoints in settings, good and bad, in their order: those of the folders of the workspace, where there
 * are several, the workspace's, then the user's. VS Code would let the one list replace the other; of two with
 * the same name the first counts.
 */
export function savedEndpoints(): ParsedEndpoint[] {
	const [user, workspace, ...folders] = endpointScopes().map(scope =>
		parseEndpoints(endpointsIn(scope)),
	);
	const nameOf = (one: ParsedEndpoint) => (one.ok ? one.endpoint.name : one.name);
	const all: ParsedEndpoint[] = [];
	for (const list of [...folders, workspace ?? [], user ?? []]) {
		const names = new Set(all.map(nameOf));
		all.push(...list.filter(one => !names.has(nameOf(one))));
	}
	return all;
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
