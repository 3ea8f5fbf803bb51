import { basename } from 'node:path';
import * as vscode from 'vscode';
import { HumanError } from '../../base/errors';
import type { CaptureStore } from '../../store/captureStore';
import type { CaptureFolder } from './captureFolder';
import { captureSource, type PanelSource } from '../panel/panelSource';
import type { Panels } from '../panel/panels';
import type { Report } from '../report';

/** Captures without a connection: exported before, or left over from before the window was reloaded. */
export class OpenedCaptures implements vscode.WebviewPanelSerializer {
	/** By path. */
	private readonly open = new Map<string, PanelSource>();

	constructor(
		private readonly store: CaptureStore,
		private readonly folder: CaptureFolder,
		private readonly panels: Panels,
		private readonly report: Report,
	) {
		panels.onDidClose(source => this.panelClosed(source));
	}

	/** Shows the capture in `file`, or in the one that the user chooses. */
	async openFile(file?: vscode.Uri): Promise<void> {
		const chosen = file ?? (await chooseFile());
		if (chosen === undefined) return;
		if (chosen.scheme !== 'file') {
			throw new HumanError(vscode.l10n.t('A capture can be opened from the local disk only.'));
		}
		const found = this.open.get(chosen.fsPath);
		this.panels.show(found ?? (await this.load(chosen.fsPath)));
	}

	/** Brings back the entries of a panel that was open when the window was reloaded. */
	async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
		const name = (state as { capture?: unknown } | undefined)?.capture;
		const file = typeof name === 'string' ? this.folder.fileNamed(name) : undefined;
		try {
			if (file === undefined)
				throw new HumanError('The panel does not say which capture it showed.');
			this.panels.adopt(panel, await this.load(file));
		} catch (error) {
			panel.dispose();
			this.report.show(error);
		}
	}

	private async load(path: string): Promise<PanelSource> {
		const capture = await this.store.openExisting(path);
		const source = captureSource(capture, basename(path));
		this.open.set(path, source);
		return source;
	}

	private panelClosed(source: PanelSource): void {
		for (const [path, opened] of this.open) {
			if (opened !== source) continue;
			this.open.delete(path);
			// One of ours is of no use without its panel; one that the user exported is the user's.
			const isOurs = this.folder.contains(path);
			this.report.guard(source.capture.close({ delete: isOurs }));
		}
	}
}

async function chooseFile(): Promise<vscode.Uri | undefined> {
	const chosen = await vscode.window.showOpenDialog({
		title: vscode.l10n.t('Open Capture'),
		filters: { [vscode.l10n.t('Capture (SQLite)')]: ['sqlite', 'db'] },
	});
	return chosen?.[0];
}
