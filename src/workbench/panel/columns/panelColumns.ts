import { DisposableStore, type Disposable } from '../../../base/disposable';
import type { ColumnSettings } from '../../../protocol/columns';
import type { StreamInfo } from '../../../protocol/stream';
import type { Capture } from '../../../store/capture';
import { loadOnDemand } from '../../loadOnDemand';
import type { ColumnMemory } from './columnMemory';

/** The columns of one panel: as they are remembered, and as the user says. */
export class PanelColumns implements Disposable {
	private readonly owned = new DisposableStore();

	/** @param onChange they were set, but not by the page. */
	constructor(
		private readonly source: { readonly info: StreamInfo; readonly capture: Capture },
		private readonly memory: ColumnMemory,
		onChange: (settings: ColumnSettings) => void,
	) {
		this.owned.register(
			memory.onDidChange(by => {
				if (by !== this) onChange(this.settings);
			}),
		);
	}

	get settings(): ColumnSettings {
		return this.memory.settingsOf(this.source.info);
	}

	/** The page has set them. */
	take(settings: ColumnSettings): void {
		this.memory.remember(this.source.info, settings, this);
	}

	/** Lets the user choose which columns are shown. */
	async choose(): Promise<void> {
		this.set(await (await loadOnDemand()).chooseColumns(this.settings));
	}

	/** Lets the user choose a place in the JSON of the events; without `given`, which is one. */
	async choosePath(use: 'column' | 'data', given?: unknown): Promise<void> {
		const { chooseColumnPath } = await loadOnDemand();
		const { capture } = this.source;
		this.set(await chooseColumnPath(use, this.settings, () => capture.jsonShape(), given));
	}

	dispose(): void {
		this.owned.dispose();
	}

	private set(settings: ColumnSettings | undefined): void {
		if (settings !== undefined) this.memory.remember(this.source.info, settings);
	}
}
