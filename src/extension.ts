import * as vscode from 'vscode';
import { DisposableStore } from './base/disposable';
import { MachineWatch } from './net/machine/machineWatch';
import { systemAddresses } from './net/machine/systemAddresses';
import { SystemClock } from './net/machine/systemClock';
import { CaptureStore } from './store/captureStore';
import { speak } from './store/translation';
import type { InspectorApi } from './workbench/api';
import { CaptureFolder } from './workbench/capture/captureFolder';
import { CaptureLibrary } from './workbench/capture/captureLibrary';
import { RememberedEndpoints } from './workbench/capture/rememberedEndpoints';
import { ClipboardUrl } from './workbench/connect/clipboardUrl';
import { registerInspectLenses } from './workbench/code/inspectLenses';
import { ConnectLinks } from './workbench/connect/connectLinks';
import { registerCommands } from './workbench/commands';
import { DemoStream } from './workbench/demo/demoStream';
import { ColumnMemory } from './workbench/panel/columns/columnMemory';
import { DataDocuments } from './workbench/panel/dataDocuments';
import { dataScheme, panelType } from './workbench/ids';
import { OpenedCaptures } from './workbench/capture/openedCaptures';
import { Panels } from './workbench/panel/panels';
import { registerFiles } from './workbench/exchange/registerFiles';
import { RecentUrls } from './workbench/connect/recentUrls';
import { SavedFilters } from './workbench/filter/savedFilters';
import { Report } from './workbench/report';
import { resolutionPorts } from './workbench/secret/resolutionPorts';
import { Secrets } from './workbench/secret/secrets';
import { EndpointChanges } from './workbench/endpoint/endpointChanges';
import { userSettingsBeside } from './workbench/endpoint/userSettings';
import { goodEndpoints } from './workbench/endpoint/savedEndpoints';
import { Streams } from './workbench/streams';
import { LiveStreamsItem } from './workbench/statusBar/liveStreamsItem';
import { registerViews } from './workbench/views/registerViews';
import { registerTools } from './workbench/tools/registerTools';
import { ViewMemory } from './workbench/panel/viewMemory';

/** What `deactivate` has to wait for; set by `activate`, which VS Code calls once. */
let end: (() => Promise<void>) | undefined;

/** Builds the objects in the order in which an event passes through them. */
export function activate(context: vscode.ExtensionContext): InspectorApi {
	speak(vscode.l10n.bundle);
	const { extensionUri, globalStorageUri, workspaceState, globalState } = context;
	const owned = new DisposableStore();
	const file = (name: string) => vscode.Uri.joinPath(extensionUri, 'dist', name).fsPath;

	const log = owned.register(
		vscode.window.createOutputChannel('Event Stream Inspector', { log: true }),
	);
	const report = new Report(log);
	const clock = new SystemClock();
	const machine = owned.register(new MachineWatch(clock, systemAddresses));
	const store = new CaptureStore({
		workerPath: file('captureWorker.js'),
		filterWorkerPath: file('filterWorker.js'),
		exchangeWorkerPath: file('exchangeWorker.js'),
		clock,
	});
	const captureUri = vscode.Uri.joinPath(globalStorageUri, 'captures');
	const folder = new CaptureFolder(captureUri.fsPath, error => report.show(error));
	const library = owned.register(new CaptureLibrary(store, folder, clock, report));
	const remembered = new RememberedEndpoints(globalState, goodEndpoints);
	const documents = new DataDocuments();
	const memory = new ViewMemory(workspaceState);
	const columns = owned.register(new ColumnMemory(workspaceState));
	const secrets = owned.register(new Secrets(context.secrets, error => report.show(error)));
	const resolving = resolutionPorts(secrets);
	const endpoints = () => [...goodEndpoints(), ...streams.sessions.map(({ endpoint }) => endpoint)];
	const filters = owned.register(new SavedFilters(workspaceState));
	const userSettings = userSettingsBeside(globalStorageUri);
	const secretPorts = { secrets, resolving, endpoints, userSettings };
	const panels = new Panels(
		{ clock, report, log, extensionUri, memory, columns, filters, secrets: secretPorts },
		documents,
	);
	const streams = new Streams(
		store,
		folder,
		panels,
		clock,
		machine,
		report,
		resolving,
		library,
		remembered,
	);
	const captures = new OpenedCaptures(
		store,
		folder,
		panels,
		report,
		streams,
		library,
		remembered,
		clock,
	);
	const demo = owned.register(new DemoStream(streams, clock, panels));
	const recentUrls = new RecentUrls(globalState);
	const clipboard = new ClipboardUrl(globalState, clock);

	const viewParts = { clock, streams, library, folder, captures, panels, report };
	owned.register(registerViews({ ...viewParts, secrets: secretPorts }));
	owned.register(new LiveStreamsItem(streams, clock));
	owned.register(new EndpointChanges(streams, report));

	const targets = { streams, panels, captures, demo, recentUrls, clipboard, report, filters };
	owned.register(registerCommands({ ...targets, workspaceState, secrets: secretPorts }));
	owned.register(registerInspectLenses());
	owned.register(registerTools(streams));
	owned.register(vscode.window.registerUriHandler(new ConnectLinks(report)));
	owned.register(registerFiles({ store, panels, clock, report }));
	owned.register(vscode.window.registerWebviewPanelSerializer(panelType, captures));
	owned.register(vscode.workspace.registerTextDocumentContentProvider(dataScheme, documents));
	library.enforceRetentionSoon();

	end = async () => {
		await streams.end();
		panels.dispose();
		await store.close();
		await folder.end();
		owned.dispose();
	};
	return streams;
}

/** Nothing is left open: no connection, no worker, no listener. */
export async function deactivate(): Promise<void> {
	await end?.();
	end = undefined;
}
