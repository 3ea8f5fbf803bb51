import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../base/disposable';
import { HumanError } from '../base/errors';
import type { Endpoint } from '../domain/endpoint';
import type { ClipboardUrl } from './connect/clipboardUrl';
import type { CodeKind } from './connect/copyAsCode';
import type { DemoStream } from './demo/demoStream';
import { openInInspector } from './exchange/openInInspector';
import { commandIds } from './ids';
import type { InspectorPanel } from './panel/inspectorPanel';
import { loadOnDemand } from './loadOnDemand';
import type { OpenedCaptures } from './capture/openedCaptures';
import type { Panels } from './panel/panels';
import type { SavedFilters } from './filter/savedFilters';
import type { RecentUrls } from './connect/recentUrls';
import type { Report } from './report';
import type { BytesWanted } from './capture/saveBytes';
import type { SecretPorts } from './secret/setSecret';
import type { Streams } from './streams';

export interface CommandTargets {
	readonly streams: Streams;
	readonly panels: Panels;
	readonly captures: OpenedCaptures;
	readonly demo: DemoStream;
	/** What is remembered for the workspace. */
	readonly workspaceState: vscode.Memento;
	readonly recentUrls: RecentUrls;
	readonly clipboard: ClipboardUrl;
	readonly report: Report;
	readonly secrets: SecretPorts;
	readonly filters: SavedFilters;
}

/** Each command is one call. */
export function registerCommands(targets: CommandTargets): Disposable {
	const { streams, panels, captures, recentUrls, clipboard, report, secrets, filters } = targets;
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
		connect(given ?? (await (await loadOnDemand()).pickEndpoint(recentUrls, clipboard))),
	);
	register(commandIds.connectFromCurl, async (given?: unknown) =>
		connect(await (await loadOnDemand()).endpointFromCurl(secrets, clipboard, given)),
	);
	register(commandIds.connectStepByStep, async () =>
		connect(await (await loadOnDemand()).askEndpoint(secrets)),
	);
	register(commandIds.inspectStream, async (uri?: unknown, start?: unknown) =>
		connect(await (await loadOnDemand()).endpointInCode(targets.workspaceState, uri, start)),
	);
	register(commandIds.startDemoStream, () => targets.demo.start());
	register(commandIds.saveEndpoint, async (given?: unknown) =>
		(await loadOnDemand()).saveStream(current().source.stream, secrets, given),
	);
	const copyAs = async (kind: CodeKind) =>
		(await loadOnDemand()).copyAsCode(current().source.stream, kind);
	register(commandIds.copyAsCurl, () => copyAs('curl'));
	register(commandIds.copyAsEventSource, () => copyAs('eventSource'));
	register(commandIds.copyAsFetch, () => copyAs('fetch'));
	register(commandIds.disconnect, () => current().source.stream?.close());
	register(commandIds.reconnect, () => {
		const { stream, reconnect } = current().source;
		return stream ? stream.reconnect() : reconnect?.();
	});
	register(commandIds.reconnectFrom, (id?: unknown) => current().reconnectWith(id));
	register(commandIds.editLastEventId, (id?: unknown) => current().editLastEventId(id));
	register(commandIds.stopWaiting, () => current().source.stream?.stopWaiting());
	register(commandIds.dropConnection, () => current().source.stream?.drop());
	register(commandIds.clear, () => current().clear());
	register(commandIds.togglePause, () => current().togglePause());
	register(commandIds.exportCapture, (file?: vscode.Uri, isFiltered?: boolean) =>
		current().exportCapture(file, isFiltered),
	);
	register(commandIds.copyAllAsJsonl, () => current().copyAll('jsonl'));
	register(commandIds.copyAllAsMarkdown, () => current().copyAll('markdown'));
	register(commandIds.openInInspector, (given?: vscode.Uri) => openInInspector(given));
	register(
		commandIds.saveBytes,
		(attempt?: number, file?: vscode.Uri, options: Omit<BytesWanted, 'attempt' | 'file'> = {}) =>
			current().saveBytes({ ...options, attempt, file }),
	);
	register(commandIds.openCapture, (file?: vscode.Uri) => captures.openFile(file));
	register(commandIds.focusFilter, (text?: unknown) => {
		if (typeof text === 'string') current().order({ type: 'writeFilter', text });
		current().order({ type: 'focusFilter' });
	});
	register(commandIds.goTo, (given?: unknown) => current().goTo(given));
	register(commandIds.chooseColumns, () => current().columns.choose());
	register(commandIds.addColumn, (path?: unknown) => current().columns.choosePath('column', path));
	register(commandIds.showPathInData, (path?: unknown) =>
		current().columns.choosePath('data', path),
	);
	register(commandIds.find, () => current().order({ type: 'focusFind' }));
	register(commandIds.saveFilter, async (name?: unknown) =>
		(await loadOnDemand()).saveFilter(filters, current().filter.text, name),
	);
	register(commandIds.applyFilter, (name?: unknown) => current().applySavedFilter(name));
	register(commandIds.toggleBookmark, () => current().order({ type: 'toggleBookmark' }));
	register(commandIds.labelBookmark, () => current().order({ type: 'labelBookmark' }));
	register(commandIds.nextBookmark, () => current().order({ type: 'stepBookmark', step: 1 }));
	register(commandIds.previousBookmark, () => current().order({ type: 'stepBookmark', step: -1 }));
	register(commandIds.listBookmarks, () => current().bookmarking.list());
	register(commandIds.setSecret, async (given?: unknown) =>
		(await loadOnDemand()).setSecret(secrets, given),
	);
	register(commandIds.listSecrets, async () => (await loadOnDemand()).manageSecrets(secrets));
	register(commandIds.deleteSecret, async (given?: unknown) =>
		(await loadOnDemand()).deleteSecret(secrets, given),
	);
	return registered;
}
