import { basename } from 'node:path';
import * as vscode from 'vscode';
import { HumanError } from '../../base/errors';
import type { Clock } from '../../base/clock';
import type { CaptureStore } from '../../store/captureStore';
import type { ListedCapture } from '../../store/catalogue/catalogue';
import type { StreamInfo } from '../../protocol/stream';
import type { Streams } from '../streams';
import type { ImportFormat } from '../../store/exchange/exchangeFormats';
import { loadOnDemand } from '../loadOnDemand';
import type { CaptureFolder } from './captureFolder';
import type { CaptureLibrary } from './captureLibrary';
import type { RememberedEndpoints } from './rememberedEndpoints';
import { endOfWriting, farewell, isWritten } from './otherWriter';
import { captureSource, type PanelSource } from '../panel/panelSource';
import type { Panels } from '../panel/panels';
import type { Report } from '../report';

/** Captures without a connection: exported before, or left over from before the window was reloaded. */
export class OpenedCaptures implements vscode.WebviewPanelSerializer {
	/** By path. */
	private readonly open = new Map<string, PanelSource>();
	/** Those that are being opened: who asks for one of them meanwhile gets the same. */
	private readonly opening = new Map<string, Promise<PanelSource>>();

	constructor(
		private readonly store: CaptureStore,
		private readonly folder: CaptureFolder,
		private readonly panels: Panels,
		private readonly report: Report,
		private readonly streams: Streams,
		private readonly library: CaptureLibrary,
		private readonly remembered: RememberedEndpoints,
		private readonly clock: Clock,
	) {
		panels.onDidClose(source => this.panelClosed(source));
	}

	/** Shows the capture in `file`, or in the one that the user chooses. */
	async openFile(file?: vscode.Uri): Promise<void> {
		const { chooseCaptureFile, importFormatOf } = await loadOnDemand();
		const chosen = file ?? (await chooseCaptureFile());
		if (chosen === undefined) return;
		const format = importFormatOf(chosen);
		if (format !== undefined) return this.openImported(chosen, format);
		if (chosen.scheme !== 'file') {
			throw new HumanError(vscode.l10n.t('A capture can be opened from the local disk only.'));
		}
		const live = this.streams.all.find(({ stream }) => stream.capture.file === chosen.fsPath);
		const found = live?.source ?? this.open.get(chosen.fsPath);
		await this.panels.show(found ?? (await this.load(chosen.fsPath)));
	}

	/** Runs something with the capture in a file, which is opened for it unless it is open. */
	async with<T>(file: string, run: (source: PanelSource) => Promise<T>): Promise<T> {
		const found = this.sourceOf(file);
		if (found !== undefined) return run(found);
		const listed = await this.store.lookAt(file);
		const capture = await this.store.openExisting(file, { isHeld: !isWritten(listed) });
		try {
			return await run(captureSource(capture, basename(file)));
		} finally {
			await capture.close({ delete: false });
		}
	}

	/** What a panel shows of the capture in a file; `undefined` if none does. */
	sourceOf(file: string): PanelSource | undefined {
		return this.open.get(file);
	}

	/** Closes the panel of the capture in a file, if it has one, and lets go of it. */
	async close(file: string): Promise<void> {
		const source = (await this.opening.get(file)) ?? this.open.get(file);
		if (source === undefined) return;
		this.panels.close(source);
		await source.capture.close({ delete: false });
	}

	/** Makes a capture of a file in another format, and shows it. */
	private async openImported(file: vscode.Uri, format: ImportFormat): Promise<void> {
		const { importCapture } = await loadOnDemand();
		// What is wrong with the file is no reason to look for another place.
		const imported = await this.folder.create(async path => {
			const work = importCapture(this.store, file, format, path, this.clock);
			return work.then(
				isMade => ({ path, isMade }),
				(error: unknown) => ({ path, error }),
			);
		});
		if ('error' in imported) throw imported.error;
		if (!imported.isMade) return;
		this.library.noteChange();
		const source = await this.load(imported.path);
		await this.panels.show(source);
	}

	/** Brings back the entries of a panel that was open when the window was reloaded. */
	async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
		const name = (state as { capture?: unknown } | undefined)?.capture;
		const file = typeof name === 'string' ? this.folder.fileNamed(name) : undefined;
		try {
			if (file === undefined)
				throw new HumanError(vscode.l10n.t('The panel does not say which capture it showed.'));
			await farewell(this.store, this.clock, file);
			await this.panels.adopt(panel, await this.load(file));
		} catch (error) {
			panel.dispose();
			this.report.show(error);
		}
	}

	private load(path: string): Promise<PanelSource> {
		const found = this.opening.get(path);
		if (found !== undefined) return found;
		const opening = this.openNow(path).finally(() => this.opening.delete(path));
		this.opening.set(path, opening);
		return opening;
	}

	private async openNow(path: string): Promise<PanelSource> {
		const isOurs = this.folder.contains(path);
		const listed = isOurs ? await this.store.lookAt(path) : undefined;
		const capture = await this.store.openExisting(path, {
			isHeld: listed !== undefined && !isWritten(listed),
		});
		const name = basename(path);
		const endpoint = listed && this.remembered.find(name, listed.about);
		const reconnect = async () => {
			if (endpoint !== undefined) {
				await this.streams.goOn(source, endpoint, capture.progress.lastEventId);
			}
		};
		const source = captureSource(capture, name, {
			...(listed && { kept: { state: stateOf(listed), canReconnect: endpoint !== undefined } }),
			...(endpoint && { reconnect }),
		});
		this.open.set(path, source);
		if (source.info.kept?.state === 'elsewhere') this.report.guard(this.showAllOf(path, source));
		return source;
	}

	/** Shows what another window writes into a capture as a whole when it has ended. */
	private async showAllOf(path: string, source: PanelSource): Promise<void> {
		const isShown = () => this.open.get(path) === source;
		if (!(await endOfWriting(this.store, this.clock, path, isShown))) return;
		this.open.delete(path);
		const whole = await this.load(path);
		if (this.panels.has(source)) await this.panels.replace(source, whole);
		else await this.close(path);
		await source.capture.close({ delete: false });
	}

	private panelClosed(source: PanelSource): void {
		for (const [path, opened] of this.open) {
			if (opened !== source) continue;
			this.open.delete(path);
			const closed = source.capture.close({ delete: false });
			this.report.guard(closed.then(() => this.library.noteChange()));
		}
	}
}

function stateOf(listed: ListedCapture): NonNullable<StreamInfo['kept']>['state'] {
	if (listed.isCut) return 'cut';
	return isWritten(listed) ? 'elsewhere' : 'ended';
}
