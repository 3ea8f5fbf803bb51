import * as vscode from 'vscode';
import { parseEndpoints, type ParsedEndpoint } from '../domain/endpoint';
import { settingKeys } from './ids';

/** The endpoints in settings, good and bad, in their order. */
export function savedEndpoints(): ParsedEndpoint[] {
	return parseEndpoints(vscode.workspace.getConfiguration().get<unknown>(settingKeys.endpoints));
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
