import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../base/disposable';
import { Emitter } from '../../base/emitter';
import type { DataDocuments } from './dataDocuments';
import { contextKeys, panelType } from '../ids';
import { loadOnDemand } from '../loadOnDemand';
import type { InspectorPanel, PanelPorts } from './inspectorPanel';
import type { PanelSource } from './panelSource';

/** The panels that are open, one a source; knows which one a command is meant for. */
export class Panels implements Disposable {
	private readonly owned = new DisposableStore();
	/** In the order in which they were last active, latest last. */
	private open: InspectorPanel[] = [];
	private readonly closed = this.owned.register(new Emitter<PanelSource>());
	/** What each panel holds on to. */
	private readonly holds = new Map<InspectorPanel, DisposableStore>();
	/** The user has closed a panel, or it shows something else. */
	readonly onDidClose = this.closed.event;

	constructor(
		private readonly ports: PanelPorts,
		private readonly documents: DataDocuments,
	) {}

	/** The active panel, or the one that was active last. */
	get current(): InspectorPanel | undefined {
		return this.open.at(-1);
	}

	has(source: PanelSource): boolean {
		return this.open.some(panel => panel.source === source);
	}

	/** Brings the panel of a source to the front, and makes one if there is none. */
	async show(source: PanelSource): Promise<void> {
		// From here on all is done at once: another one who shows it finds the panel.
		const { InspectorPanel: Inspector } = await loadOnDemand();
		const found = this.open.find(panel => panel.source === source);
		if (found) {
			found.panel.reveal();
			return;
		}
		const panel = vscode.window.createWebviewPanel(
			panelType,
			source.title ?? source.info.name,
			vscode.ViewColumn.Active,
			{ retainContextWhenHidden: false },
		);
		this.fill(panel, source, Inspector);
	}

	/** Fills a panel that VS Code has made: a new one, or one from before the window was reloaded. */
	async adopt(panel: vscode.WebviewPanel, source: PanelSource): Promise<void> {
		this.fill(panel, source, (await loadOnDemand()).InspectorPanel);
	}

	/** The panel of `source` shows `other` from now on. */
	async replace(source: PanelSource, other: PanelSource): Promise<void> {
		const { InspectorPanel: Inspector } = await loadOnDemand();
		const found = this.open.find(one => one.source === source);
		if (found === undefined) return this.show(other);
		this.letGo(found);
		this.fill(found.panel, other, Inspector);
	}

	/** Closes the panel of a source, if it has one. */
	close(source: PanelSource): void {
		this.open.find(one => one.source === source)?.panel.dispose();
	}

	/** Calls the panel of a source so from now on. */
	rename(source: PanelSource, title: string): void {
		const found = this.open.find(one => one.source === source);
		if (found !== undefined) found.panel.title = title;
	}

	/** Leaves the panels to VS Code, which keeps them for the next window. */
	dispose(): void {
		this.owned.dispose();
		for (const hold of this.holds.values()) hold.dispose();
		this.holds.clear();
		this.open = [];
	}

	private fill(
		panel: vscode.WebviewPanel,
		source: PanelSource,
		Inspector: typeof InspectorPanel,
	): void {
		const icon = (theme: string) =>
			vscode.Uri.joinPath(this.ports.extensionUri, 'media', 'icons', `panel-${theme}.svg`);
		panel.title = source.title ?? source.info.name;
		panel.iconPath = { light: icon('light'), dark: icon('dark') };
		const inspector = new Inspector(panel, source, this.ports);
		const owned = new DisposableStore();
		this.holds.set(inspector, owned);
		owned.register(inspector);
		owned.register(this.documents.add(source.info.capture, source.capture));
		owned.register(panel.onDidChangeViewState(() => this.activeChanged(inspector)));
		if (source.onDidChangeState) owned.register(source.onDidChangeState(() => this.setContext()));
		owned.register(panel.onDidDispose(() => this.letGo(inspector)));
		this.open.push(inspector);
		this.activeChanged(inspector);
	}

	private letGo(inspector: InspectorPanel): void {
		this.holds.get(inspector)?.dispose();
		this.holds.delete(inspector);
		this.open = this.open.filter(other => other !== inspector);
		this.setContext();
		this.closed.fire(inspector.source);
	}

	private activeChanged(inspector: InspectorPanel): void {
		if (inspector.panel.active) {
			this.open = [...this.open.filter(other => other !== inspector), inspector];
		}
		this.setContext();
	}

	private setContext(): void {
		const active = this.current?.panel.active === true ? this.current : undefined;
		const stream = active?.source.stream;
		const live = stream && (stream.isEnded ? 'ended' : 'running');
		void vscode.commands.executeCommand('setContext', contextKeys.active, active !== undefined);
		void vscode.commands.executeCommand('setContext', contextKeys.live, live);
		const canReconnect = stream !== undefined || active?.source.reconnect !== undefined;
		void vscode.commands.executeCommand('setContext', contextKeys.canReconnect, canReconnect);
		void vscode.commands.executeCommand('setContext', contextKeys.state, stream?.state);
	}
}
