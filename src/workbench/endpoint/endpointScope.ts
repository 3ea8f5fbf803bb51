import * as vscode from 'vscode';
import { settingKeys } from '../ids';

/** Which settings an endpoint stands in: the user's, the workspace's, or those of one of several folders. */
export type EndpointScope = 'user' | 'workspace' | vscode.WorkspaceFolder;

/** Those that there are. With one folder, its settings are the workspace's. */
export function endpointScopes(): EndpointScope[] {
	const { workspaceFile, workspaceFolders = [] } = vscode.workspace;
	if (workspaceFile !== undefined) return ['user', 'workspace', ...workspaceFolders];
	return workspaceFolders.length > 0 ? ['user', 'workspace'] : ['user'];
}

/** What stands there as the setting of endpoints; `undefined` if nothing does. */
export function endpointsIn(scope: EndpointScope): unknown {
	const found = configurationOf(scope).inspect<unknown>(settingKeys.endpoints);
	if (scope === 'user') return found?.globalValue;
	return scope === 'workspace' ? found?.workspaceValue : found?.workspaceFolderValue;
}

/** The configuration that tells of it, and in which it is written. */
export function configurationOf(scope: EndpointScope): vscode.WorkspaceConfiguration {
	const folder = typeof scope === 'object' ? scope.uri : undefined;
	return vscode.workspace.getConfiguration(undefined, folder);
}

/** As VS Code's configuration calls it. */
export function targetOf(scope: EndpointScope): vscode.ConfigurationTarget {
	if (scope === 'user') return vscode.ConfigurationTarget.Global;
	return scope === 'workspace'
		? vscode.ConfigurationTarget.Workspace
		: vscode.ConfigurationTarget.WorkspaceFolder;
}
