import type * as vscode from 'vscode';
import type { Disposable } from '../../base/disposable';
import { Emitter } from '../../base/emitter';
import { isRecord } from '../../base/isRecord';
import { maxQueryLength } from '../../domain/query/query';
import {
	maxFilterNameLength,
	maxSavedFilters,
	type SavedFilter,
} from '../../domain/query/savedFilter';

const key = 'savedFilters';

/** The filters that the user has saved under a name, kept per workspace, for all of its streams. */
export class SavedFilters implements Disposable {
	private readonly changed = new Emitter<void>();

	readonly onDidChange = this.changed.event;

	constructor(private readonly memento: vscode.Memento) {}

	/** By name; of two names that differ in case only there is one. */
	get all(): readonly SavedFilter[] {
		const stored = this.memento.get<unknown>(key);
		const found = new Map<string, SavedFilter>();
		for (const value of Array.isArray(stored) ? (stored as unknown[]) : []) {
			const saved = asSavedFilter(value);
			if (saved !== undefined && found.size < maxSavedFilters) found.set(keyOf(saved.name), saved);
		}
		return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
	}

	named(name: string): SavedFilter | undefined {
		return this.all.find(saved => keyOf(saved.name) === keyOf(name));
	}

	get isFull(): boolean {
		return this.all.length >= maxSavedFilters;
	}

	/** In the place of the one of that name, if there is one. */
	async save(saved: SavedFilter): Promise<void> {
		await this.write([...this.without(saved.name), saved]);
	}

	/** In the place of another one that has the new name already. */
	async rename(saved: SavedFilter, name: string): Promise<void> {
		const others = this.without(saved.name).filter(other => keyOf(other.name) !== keyOf(name));
		await this.write([...others, { ...saved, name }]);
	}

	async delete(name: string): Promise<void> {
		await this.write(this.without(name));
	}

	dispose(): void {
		this.changed.dispose();
	}

	private without(name: string): SavedFilter[] {
		return this.all.filter(other => keyOf(other.name) !== keyOf(name));
	}

	private async write(all: readonly SavedFilter[]): Promise<void> {
		await this.memento.update(key, all);
		this.changed.fire();
	}
}

function keyOf(name: string): string {
	return name.toLowerCase();
}

/** What is kept may be of another version. */
function asSavedFilter(value: unknown): SavedFilter | undefined {
	if (!isRecord(value)) return undefined;
	const { name, filter } = value;
	const isName = typeof name === 'string' && name !== '' && name.length <= maxFilterNameLength;
	const isFilter = typeof filter === 'string' && filter.length <= maxQueryLength;
	return isName && isFilter && filter.trim() !== '' ? { name, filter } : undefined;
}
