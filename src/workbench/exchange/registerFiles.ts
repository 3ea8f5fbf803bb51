import { rmSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Clock } from '../../base/clock';
import { DisposableStore, toDisposable, type Disposable } from '../../base/disposable';
import type { CaptureStore } from '../../store/captureStore';
import { editorTypes, eventStreamLanguage } from '../ids';
import { EventFolding } from '../language/eventFolding';
import { loadOnDemand } from '../loadOnDemand';
import type { Panels } from '../panel/panels';
import type { Report } from '../report';

/** What editors of files need. */
export interface FileParts {
	readonly store: CaptureStore;
	readonly panels: Panels;
	readonly clock: Clock;
	readonly report: Report;
	/** Folders of what was made for editors that are open. */
	readonly folders: Set<string>;
}

/** Files that hold events: as text, and in the inspector. */
export function registerFiles(given: Omit<FileParts, 'folders'>): Disposable {
	const registered = new DisposableStore();
	const parts = { ...given, folders: new Set<string>() };
	// VS Code ends without a word to the editors. The captures are closed by then.
	registered.register(
		toDisposable(() => {
			for (const folder of parts.folders) rmSync(folder, { recursive: true, force: true });
		}),
	);
	const provider: vscode.CustomReadonlyEditorProvider = {
		openCustomDocument: async uri => (await loadOnDemand()).openCaptureDocument(parts, uri),
		resolveCustomEditor: async (document, panel) =>
			(await loadOnDemand()).showCaptureDocument(parts, document, panel),
	};
	for (const type of Object.values(editorTypes)) {
		registered.register(vscode.window.registerCustomEditorProvider(type, provider));
	}
	registered.register(
		vscode.languages.registerFoldingRangeProvider(eventStreamLanguage, new EventFolding()),
	);
	return registered;
}
