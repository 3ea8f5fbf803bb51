import type * as vscode from 'vscode';
import type { StreamInfo } from '../../protocol/stream';

const key = 'filters';
const maxFilters = 100;

/** The filter last used for each endpoint, kept per workspace. */
export class ViewMemory {
	constructor(private readonly memento: vscode.Memento) {}

	filterOf(stream: StreamInfo): string {
		const filter = this.all.find(([endpoint]) => endpoint === nameOf(stream))?.[1];
		return filter ?? '';
	}

	rememberFilter(stream: StreamInfo, filter: string): void {
		if (filter === this.filterOf(stream)) return;
		const others = this.all.filter(([endpoint]) => endpoint !== nameOf(stream));
		const filters = filter === '' ? others : [...others, [nameOf(stream), filter]];
		// What is lost if this fails is a convenience; VS Code logs it.
		void this.memento.update(key, filters.slice(-maxFilters));
	}

	private get all(): readonly (readonly [string, string])[] {
		const stored = this.memento.get<unknown>(key);
		return Array.isArray(stored) ? (stored as [string, string][]) : [];
	}
}

function nameOf({ name, method, url }: StreamInfo): string {
	return `${name} ${method} ${url}`;
}
