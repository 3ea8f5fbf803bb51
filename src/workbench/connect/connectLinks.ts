import * as vscode from 'vscode';
import { HumanError } from '../../base/errors';
import { commandIds } from '../ids';
import { loadOnDemand } from '../loadOnDemand';
import type { Report } from '../report';

/** Links to the extension, `vscode://sse-tools.event-stream-inspector/connect?url=…`, from wherever. */
export class ConnectLinks implements vscode.UriHandler {
	constructor(private readonly report: Report) {}

	/** Connects, once the user has seen the whole URL and said so. */
	handleUri(uri: vscode.Uri): void {
		this.report.guard(this.follow(uri));
	}

	private async follow(uri: vscode.Uri): Promise<void> {
		const { readConnectLink } = await loadOnDemand();
		const link = readConnectLink(uri.path, uri.query);
		if (!link.ok) throw new HumanError(link.reason);
		const connect = vscode.l10n.t('Connect');
		const answer = await vscode.window.showWarningMessage(
			vscode.l10n.t('Connect to the event stream that a link asks for?'),
			{
				modal: true,
				detail: vscode.l10n.t(
					'{0}\n\nThe link came from outside of VS Code. The request goes to this server from your machine, or from the remote one that you work on.',
					link.url,
				),
			},
			connect,
		);
		if (answer === connect) await vscode.commands.executeCommand(commandIds.connect, link.url);
	}
}
