import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { panelHtml } from './panelHtml';

/** Puts the page into a panel. It may load the files of dist/webview, and nothing else. */
export function loadPage(webview: vscode.Webview, extensionUri: vscode.Uri): void {
	const folder = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
	const address = (name: string) =>
		webview.asWebviewUri(vscode.Uri.joinPath(folder, name)).toString();
	webview.options = { enableScripts: true, localResourceRoots: [folder] };
	webview.html = panelHtml({
		script: address('webview.js'),
		style: address('webview.css'),
		cspSource: webview.cspSource,
		nonce: randomBytes(16).toString('base64'),
	});
}
