import * as vscode from 'vscode';
import type { Clock } from '../../base/clock';
import { DisposableStore, type Disposable } from '../../base/disposable';
import type { CaptureStore } from '../../store/captureStore';
import { editorTypes, eventStreamLanguage } from '../ids';
import { EventFolding } from '../language/eventFolding';
import { loadOnDemand } from '../loadOnDemand';
import type { Panels } from '../panel/panels';
import type { Report } from '../report';

export interface FileParts {
	readonly store: CaptureStore;
	readonly panels: Panels;
	readonly clock: Clock;
	readonly report: Report;
}

/** Files that hold events: as text, and in the inspector. */
export function registerFiles(parts: FileParts): Disposable {
	const registered = new DisposableStore();
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
