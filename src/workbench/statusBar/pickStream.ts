import * as vscode from 'vscode';
import { countOf } from '../../domain/words';
import type { OpenStream, Streams } from '../streams';
import { stateIcon, stateText } from '../views/stateLook';

/** Lets the user pick one of the streams that are open, and shows it. */
export async function pickStream(streams: Streams): Promise<void> {
	const { l10n } = vscode;
	const items = streams.all.map((open): vscode.QuickPickItem & { open: OpenStream } => {
		const { stream, source } = open;
		const events = countOf(stream.capture.progress.events, 'event');
		return {
			label: `$(${stateIcon(stream.state).id}) ${stream.endpoint.name}`,
			description: `${stateText(stream.state)} · ${events}`,
			...(source.info.url !== stream.endpoint.name && { detail: source.info.url }),
			open,
		};
	});
	const picked = await vscode.window.showQuickPick(items, {
		title: l10n.t('Event Streams'),
		placeHolder: l10n.t('Show a stream'),
		matchOnDetail: true,
		ignoreFocusOut: true,
	});
	if (picked !== undefined) await streams.show(picked.open);
}
