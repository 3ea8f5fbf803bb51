import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { maxSavedFilters } from '../../../src/domain/query/savedFilter';
import { SavedFilters } from '../../../src/workbench/filter/savedFilters';

/** A memento that holds what the test says. */
function holding(stored?: unknown): vscode.Memento {
	let value = stored;
	return {
		keys: () => [],
		get: () => value as never,
		update: (_key: string, given: unknown) => {
			value = structuredClone(given);
			return Promise.resolve();
		},
	};
}

describe('Saved filters', () => {
	const news = { name: 'News', filter: 'type:news' };
	const late = { name: 'late', filter: 'gap:>1s' };

	it('stand in the order of their names, each once, in any case', async () => {
		const filters = new SavedFilters(holding());
		let changes = 0;
		filters.onDidChange(() => changes++);
		await filters.save(news);
		await filters.save(late);
		assert.deepEqual(filters.all, [late, news]);
		await filters.save({ name: 'LATE', filter: 'gap:>5s' });
		assert.deepEqual(filters.all, [{ name: 'LATE', filter: 'gap:>5s' }, news]);
		assert.deepEqual(filters.named('Late'), { name: 'LATE', filter: 'gap:>5s' });
		assert.equal(filters.named('other'), undefined);
		assert.equal(changes, 3);
	});

	it('are renamed, in the place of another one too, and deleted', async () => {
		const filters = new SavedFilters(holding([news, late]));
		await filters.rename(late, 'Very late');
		assert.deepEqual(filters.all, [news, { ...late, name: 'Very late' }]);
		await filters.rename(filters.named('very late')!, 'news');
		assert.deepEqual(filters.all, [{ ...late, name: 'news' }]);
		await filters.delete('NEWS');
		assert.deepEqual(filters.all, []);
	});

	it('are only those that can be saved filters, whatever is kept', () => {
		const bad = [1, null, {}, { name: 'a' }, { name: '', filter: 'b' }, { name: 3, filter: 'b' }];
		const long = [{ name: 'x'.repeat(61), filter: 'a' }];
		const large = [{ name: 'x', filter: 'a'.repeat(20_000) }];
		const kept = [...bad, ...long, ...large, { name: 'x', filter: ' ' }, { ...news, more: 1 }];
		assert.deepEqual(new SavedFilters(holding(kept)).all, [news]);
		for (const other of [undefined, 'a', { name: 'a', filter: 'b' }]) {
			assert.deepEqual(new SavedFilters(holding(other)).all, []);
		}
	});

	it('are no more than a menu can offer', () => {
		const many = Array.from({ length: 500 }, (_, i) => ({ name: `n${i}`, filter: 'a' }));
		const filters = new SavedFilters(holding(many));
		assert.equal(filters.all.length, maxSavedFilters);
		assert.ok(filters.isFull);
	});
});
