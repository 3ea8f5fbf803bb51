import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../base/disposable';
import { HumanError } from '../base/errors';
import type { Endpoint } from '../domain/endpoint';
import type { ClipboardUrl } from './clipboardUrl';
import { endpointFromCurl } from './connectFromCurl';
import { pickEndpoint } from './connectPick';
import { copyAsCode } from './copyAsCode';
import { exportCapture } from './exportCapture';
import { commandIds } from './ids';
import type { InspectorPanel } from './inspectorPanel';
import { deleteSecret, manageSecrets } from './manageSecrets';
import type { OpenedCaptures } from './openedCaptures';
import type { Panels } from './panels';
import type { RecentUrls } from './recentUrls';
import type { Report } from './report';
import type { BytesWanted } from './saveBytes';
import { saveStream } from './saveStream';
import { setSecret, type SecretPorts } from './setSecret';
import { askEndpoint } from './stepByStep/connectStepByStep';
import type { Streams } from './streams';

export interface CommandTargets {
	readonly streams: Streams;
	readonly panels: Panels;
	readonly captures: OpenedCaptures;
	readonly recentUrls: RecentUrls;
	readonly clipboard: ClipboardUrl;
	readonly report: Report;
	readonly secrets: SecretPorts;
}

/** Each command is one call. */
export function registerCommands(targets: CommandTargets): Disposable {
	const { streams, panels, captures, recentUrls, clipboard, report, secrets } = targets;
	const registered = new DisposableStore();
	const register = (id: string, run: (...args: never[]) => unknown) =>
		registered.register(vscode.commands.registerCommand(id, report.guarded(run)));
	const current = (): InspectorPanel => {
		if (panels.current === undefined) {
			throw new HumanError(vscode.l10n.t('No stream is open. Run “Event Stream: Connect…” first.'));
		}
		return panels.current;
	};

	const connect = async (endpoint: string | Endpoint | undefined) => {
		if (endpoint === undefined) return undefined;
		const session = await streams.connectOrResume(endpoint);
		await recentUrls.add(session.endpoint.url);
		return session;
	};

	register(commandIds.connect, async (given?: string | Endpoint) =>
		connect(given ?? (await pickEndpoint(recentUrls, clipboard))),
	);
	register(commandIds.connectFromCurl, async (given?: unknown) =>
		connect(await endpointFromCurl(secrets, clipboard, given)),
	);
	register(commandIds.connectStepByStep, async () => connect(await askEndpoint(secrets)));
	register(commandIds.saveEndpoint, (given?: unknown) =>
		saveStream(current().source.stream, secrets, given),
	);
	register(commandIds.copyAsCurl, () => copyAsCode(current().source.stream, 'curl'));
	register(commandIds.copyAsEventSource, () => copyAsCode(current().source.stream, 'eventSource'));
	register(commandIds.copyAsFetch, () => copyAsCode(current().source.stream, 'fetch'));
	register(commandIds.disconnect, () => current().source.stream?.close());
	register(commandIds.reconnect, () => current().source.stream?.reconnect());
	register(commandIds.reconnectFrom, (id?: unknown) => current().reconnectWith(id));
	register(commandIds.editLastEventId, (id?: unknown) => current().editLastEventId(id));
	register(commandIds.stopWaiting, () => current().source.stream?.stopWaiting());
	register(commandIds.dropConnection, () => current().source.stream?.drop());
	register(commandIds.clear, () => current().clear());
	register(commandIds.togglePause, () => current().togglePause());
	register(commandIds.exportCapture, (file?: vscode.Uri) => {
		const { capture, info } = current().source;
		return exportCapture(capture, info, file);
	});
	register(
		commandIds.saveBytes,
		(attempt?: number, file?: vscode.Uri, options: Omit<BytesWanted, 'attempt' | 'file'> = {}) =>
			current().saveBytes({ ...options, attempt, file }),
	);
	register(commandIds.openCapture, (file?: vscode.Uri) => captures.openFile(file));
	register(commandIds.focusFilter, () => current().focusFilter());
	register(commandIds.setSecret, (given?: unknown) => setSecret(secrets, given));
	register(commandIds.listSecrets, () => manageSecrets(secrets));
	register(commandIds.deleteSecret, (given?: unknown) => deleteSecret(secrets, given));
	return registered;
}
