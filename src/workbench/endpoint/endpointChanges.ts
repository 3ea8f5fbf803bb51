import * as vscode from 'vscode';
import type { Disposable } from '../../base/disposable';
import type { Endpoint } from '../../domain/endpoint';
import { settingKeys } from '../ids';
import type { LiveStream } from '../liveStream';
import type { Report } from '../report';
import type { Streams } from '../streams';
import { goodEndpoints } from './savedEndpoints';

/** Lets streams know that their endpoint was edited in settings. */
export class EndpointChanges implements Disposable {
	private saved = goodEndpoints();
	private readonly listening: Disposable;

	constructor(
		private readonly streams: Streams,
		private readonly report: Report,
	) {
		this.listening = vscode.workspace.onDidChangeConfiguration(event => {
			if (event.affectsConfiguration(settingKeys.endpoints)) this.settingsChanged();
		});
	}

	dispose(): void {
		this.listening.dispose();
	}

	private settingsChanged(): void {
		const before = this.saved;
		this.saved = goodEndpoints();
		for (const { stream } of this.streams.all) {
			const edited = editedEndpoint(stream.endpoint, before, this.saved);
			if (edited !== undefined) this.report.guard(this.apply(stream, edited));
		}
	}

	/** The next attempt is made with it. To one that is connected, it is offered. */
	private async apply(stream: LiveStream, edited: Endpoint): Promise<void> {
		const { l10n } = vscode;
		const isConnected = stream.state === 'open' || stream.state === 'connecting';
		const isOther = edited.url !== stream.endpoint.url || edited.method !== stream.endpoint.method;
		if (isOther) {
			// What comes from elsewhere belongs into a capture of its own.
			const connect = l10n.t('Connect');
			const words = l10n.t('The endpoint “{0}” asks for something else now.', edited.name);
			const answer = await vscode.window.showInformationMessage(words, connect);
			if (answer !== connect) return;
			await stream.close();
			await this.streams.connect(edited);
			return;
		}
		await stream.changeForNextAttempt(edited);
		this.streams.noteEndpointChange();
		if (!isConnected) return;
		const reconnect = l10n.t('Reconnect');
		const words = l10n.t('The endpoint “{0}” has changed. Reconnect to apply it.', edited.name);
		const answer = await vscode.window.showInformationMessage(words, reconnect);
		if (answer === reconnect) await stream.reconnect();
	}
}

/**
 * What the endpoint of a stream has become; `undefined` if that is still the same, or it is none of those
 * that were saved.
 */
function editedEndpoint(
	endpoint: Endpoint,
	before: readonly Endpoint[],
	after: readonly Endpoint[],
): Endpoint | undefined {
	const textOf = (one: Endpoint) =>
		JSON.stringify(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));
	const was = before.find(({ name }) => name === endpoint.name);
	if (was === undefined || textOf(was) !== textOf(endpoint)) return undefined;
	const is = after.find(({ name }) => name === endpoint.name);
	return is === undefined || textOf(is) === textOf(was) ? undefined : is;
}
