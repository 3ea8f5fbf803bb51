import type * as vscode from 'vscode';
import type { Disposable } from '../../../base/disposable';
import { Emitter } from '../../../base/emitter';
import { defaultLayout, type ColumnSettings } from '../../../protocol/columns';
import { asColumnLayout, asStreamColumns } from '../../../protocol/columnSettings';
import type { StreamInfo } from '../../../protocol/stream';

const layoutKey = 'columns.layout';
const streamsKey = 'columns.streams';
const maxStreams = 100;

/**
 * How the columns of the grid stand, kept per workspace: one layout for all streams, and for each
 * endpoint the paths that its columns show.
 */
export class ColumnMemory implements Disposable {
	private readonly changed = new Emitter<unknown>();
	/** Something is remembered anew; tells by whom. */
	readonly onDidChange = this.changed.event;

	constructor(private readonly memento: vscode.Memento) {}

	settingsOf(stream: StreamInfo): ColumnSettings {
		const layout = asColumnLayout(this.memento.get(layoutKey)) ?? defaultLayout;
		const own = this.streams.find(([endpoint]) => endpoint === nameOf(stream))?.[1];
		return { ...layout, ...(asStreamColumns(own) ?? { paths: [] }) };
	}

	/** @param by who is not to be surprised by it. */
	remember(stream: StreamInfo, settings: ColumnSettings, by?: unknown): void {
		const { paths, dataPath } = settings;
		const name = nameOf(stream);
		const others = this.streams.filter(([endpoint]) => endpoint !== name);
		const isPlain = paths.length === 0 && dataPath === undefined;
		const streams = isPlain ? others : [...others, [name, { paths, dataPath }]];
		// What is lost if this fails is a convenience; VS Code logs it.
		void this.memento.update(layoutKey, asColumnLayout(settings));
		void this.memento.update(streamsKey, streams.slice(-maxStreams));
		this.changed.fire(by);
	}

	dispose(): void {
		this.changed.dispose();
	}

	private get streams(): readonly (readonly [string, unknown])[] {
		const stored = this.memento.get<unknown>(streamsKey);
		return Array.isArray(stored)
			? stored.filter(Array.isArray).map(([a, b]) => [String(a), b])
			: [];
	}
}

function nameOf({ name, method, url }: StreamInfo): string {
	return `${name} ${method} ${url}`;
}
