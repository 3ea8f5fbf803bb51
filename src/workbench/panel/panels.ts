import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../base/disposable';
import { Emitter } from '../../base/emitter';
import type { DataDocuments } from './dataDocuments';
import { contextKeys, panelType } from '../ids';
import { InspectorPanel, type PanelPorts } from './inspectorPanel';
import type { PanelSource } from './panelSource';

/** The panels that are open, one a source; knows which one a command is meant for. */
export class Panels implements Disposable {
	private readonly owned = new DisposableStore();
	/** In the order in which they were last active, latest last. */
	private open: InspectorPanel[] = [];
	private readonly closed = this.owned.register(new Emitter<PanelSource>());
	/** The user has closed a panel. */
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
	show(source: PanelSource): void {
		const found = this.open.find(panel => panel.source === source);
		if (found) {
			found.panel.reveal();
			return;
		}
		const panel = vscode.window.createWebviewPanel(
			panelType,
			source.info.name,
			vscode.ViewColumn.Active,
			{ retainContextWhenHidden: false },
		);
		this.adopt(panel, source);
	}

	/** Fills a panel that VS Code has made: a new one, or one from before the window was reloaded. */
	adopt(panel: vscode.WebviewPanel, source: PanelSource): void {
		const icon = (theme: string) =>
			vscode.Uri.joinPath(this.ports.extensionUri, 'media', 'icons', `panel-${theme}.svg`);
		panel.title = source.info.name;
		panel.iconPath = { light: icon('light'), dark: icon('dark') };
		const inspector = new InspectorPanel(panel, source, this.ports);
		const owned = new DisposableStore();
		owned.register(inspector);
		owned.register(this.documents.add(source.info.capture, source.capture));
		owned.register(panel.onDidChangeViewState(() => this.activeChanged(inspector)));
		if (source.onDidChangeState) owned.register(source.onDidChangeState(() => this.setContext()));
		panel.onDidDispose(() => {
			owned.dispose();
			this.open = this.open.filter(other => other !== inspector);
			this.setContext();
			this.closed.fire(source);
		});
		this.open.push(inspector);
		this.activeChanged(inspector);
	}

	/** Leaves the panels to VS Code, which keeps them for the next window. */
	dispose(): void {
		this.owned.dispose();
		for (const inspector of this.open) inspector.dispose();
		this.open = [];
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
		void vscode.commands.executeCommand('setContext', contextKeys.state, stream?.state);
	}
}
