import { homedir } from 'node:os';
import * as vscode from 'vscode';

/** Where files of the user's are suggested to be: in the workspace, unless it is on no disk of this machine. */
export function folderToWriteIn(): vscode.Uri {
	const onDisk = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
	return onDisk?.uri ?? vscode.Uri.file(homedir());
}
