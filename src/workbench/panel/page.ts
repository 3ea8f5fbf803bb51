import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { PageOrder, ToWebview } from '../../protocol/toWebview';
import { panelHtml } from './panelHtml';

/** The page of a panel. VS Code destroys it while it is hidden; it comes back, and knows nothing. */
export class Page {
	/** Until it listens. */
	private readonly orders: PageOrder[] = [];
	private listens = false;
	/** An answer may come after the user has closed the panel. */
	private isGone = false;

	constructor(
		private readonly panel: vscode.WebviewPanel,
		private readonly extensionUri: vscode.Uri,
	) {
		panel.onDidDispose(() => (this.isGone = true));
	}

	/** It has said so, and is still there. */
	get isListening(): boolean {
		return this.listens;
	}

	/** It may load the files of dist/webview, and nothing else. */
	load(): void {
		const { webview } = this.panel;
		const folder = vscode.Uri.joinPath(this.extensionUri, 'dist', 'webview');
		const address = (name: string) =>
			webview.asWebviewUri(vscode.Uri.joinPath(folder, name)).toString();
		webview.options = { enableScripts: true, localResourceRoots: [folder] };
		webview.html = panelHtml({
			script: address('webview.js'),
			style: address('webview.css'),
			cspSource: webview.cspSource,
			nonce: randomBytes(16).toString('base64'),
			language: vscode.l10n.bundle === undefined ? 'en' : vscode.env.language,
		});
	}

	/** It listens from now on, first to `first`, then to what else it has to know, then to its orders. */
	begin(first: ToWebview, tellMore: () => void): void {
		this.listens = true;
		this.post(first);
		tellMore();
		for (const order of this.orders.splice(0)) this.post(order);
	}

	hidden(): void {
		this.listens = false;
	}

	/** `postMessage` may never settle while a panel is being moved, so nobody waits for it. */
	post(message: ToWebview): void {
		if (!this.isGone) void this.panel.webview.postMessage(message);
	}

	/** Brings the panel to the front and tells the page what to do, as soon as it listens. */
	order(order: PageOrder): void {
		this.panel.reveal(undefined, false);
		if (this.listens) this.post(order);
		else this.orders.push(order);
	}
}
