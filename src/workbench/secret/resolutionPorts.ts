import * as vscode from 'vscode';
import { readTls } from '../../net/tls/tlsMaterial';
import { askUser } from './askUser';
import type { ResolutionPorts } from './resolution';
import type { Secrets } from './secrets';
import type { Folder } from '../endpoint/workspaceFolder';

/** Where values come from in this VS Code. */
export function resolutionPorts(secrets: Secrets): ResolutionPorts {
	return { secrets, ask: askUser, environment: process.env, folders: openFolders, readTls };
}

function openFolders(): Folder[] {
	return (vscode.workspace.workspaceFolders ?? []).map(({ name, uri }) => ({
		name,
		...(uri.scheme === 'file' && { path: uri.fsPath }),
	}));
}
