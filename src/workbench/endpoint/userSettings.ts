import type * as vscode from 'vscode';

/** The user's settings, by where VS Code keeps what is stored for extensions, if it runs on the same machine. */
export function userSettingsBeside(globalStorage: vscode.Uri): vscode.Uri {
	const path = globalStorage.path.replace(/\/globalStorage\/[^/]*\/?$/, '/settings.json');
	return globalStorage.with({ scheme: 'vscode-userdata', path });
}
