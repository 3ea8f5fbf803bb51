import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { defaultColumns, type ColumnSettings } from '../../../src/protocol/columns';
import { RecentUrls } from '../../../src/workbench/connect/recentUrls';
import { ColumnMemory } from '../../../src/workbench/panel/columns/columnMemory';
import { ViewMemory } from '../../../src/workbench/panel/viewMemory';

/** The twin of VS Code's: keeps what JSON can hold. */
class MemoryMemento implements vscode.Memento {
	private readonly values = new Map<string, string>();

	keys(): readonly string[] {
		return [...this.values.keys()];
	}

	readonly get: vscode.Memento['get'] = (key: string) => {
		const value = this.values.get(key);
		return value === undefined ? undefined : JSON.parse(value);
	};

	update(key: string, value: unknown): Promise<void> {
		this.values.set(key, JSON.stringify(value));
		return Promise.resolve();
	}
}

describe('Recent URLs', () => {
	it('come latest first, each once, ten at most', async () => {
		const recent = new RecentUrls(new MemoryMemento());
		for (let i = 0; i < 12; i++) await recent.add(`http://host/${i}`);
		await recent.add('http://host/5');
		assert.equal(recent.all.length, 10);
		assert.deepEqual(recent.all.slice(0, 3), ['http://host/5', 'http://host/11', 'http://host/10']);
	});

	it('hold no user name and no password', async () => {
		const memento = new MemoryMemento();
		await new RecentUrls(memento).add('https://me:hunter2@host/live?x=1');
		assert.deepEqual(new RecentUrls(memento).all, ['https://host/live?x=1']);
	});

	it('hold none with a parameter that is named like a secret', async () => {
		const memento = new MemoryMemento();
		await new RecentUrls(memento).add('https://host/live?access_token=hunter2');
		assert.deepEqual(memento.keys(), []);
	});

	it('can be removed', async () => {
		const recent = new RecentUrls(new MemoryMemento());
		await recent.add('http://host/1');
		await recent.remove('http://host/1');
		assert.deepEqual(recent.all, []);
	});

	it('survive a memento that holds something else', async () => {
		const memento = new MemoryMemento();
		await memento.update('recentUrls', { not: 'a list' });
		assert.deepEqual(new RecentUrls(memento).all, []);
	});
});

const stream = (name: string) => ({
	name,
	url: 'http://host/',
	method: 'GET',
	isLive: true,
	capture: 'c',
});

describe('The filter of an endpoint', () => {
	it('is remembered for that endpoint', () => {
		const memory = new ViewMemory(new MemoryMemento());
		memory.rememberFilter(stream('a'), 'type:tick');
		assert.equal(memory.filterOf(stream('a')), 'type:tick');
		assert.equal(memory.filterOf(stream('b')), '');
		memory.rememberFilter(stream('a'), '');
		assert.equal(memory.filterOf(stream('a')), '');
	});

	it('is forgotten after a hundred others', () => {
		const memory = new ViewMemory(new MemoryMemento());
		for (let i = 0; i <= 100; i++) memory.rememberFilter(stream(`${i}`), 'x');
		assert.equal(memory.filterOf(stream('0')), '');
		assert.equal(memory.filterOf(stream('100')), 'x');
	});
});

describe('Columns', () => {
	const settings: ColumnSettings = {
		order: ['data', 'seq'],
		shown: { gap: false },
		widths: { type: 200 },
		time: 'delta',
		paths: ['data.a'],
		dataPath: 'data.b',
	};

	it('stand the same for all endpoints, and show the paths of one', () => {
		const memory = new ColumnMemory(new MemoryMemento());
		assert.deepEqual(memory.settingsOf(stream('a')), defaultColumns);
		memory.remember(stream('a'), settings);
		assert.deepEqual(memory.settingsOf(stream('a')), settings);
		const { paths, dataPath, ...layout } = settings;
		assert.deepEqual(memory.settingsOf(stream('b')), { ...layout, paths: [] });
		memory.remember(stream('a'), defaultColumns);
		assert.deepEqual(memory.settingsOf(stream('a')), defaultColumns);
		assert.ok(paths.length > 0 && dataPath !== undefined);
	});

	it('are told of, with who has set them', () => {
		const memory = new ColumnMemory(new MemoryMemento());
		const told: unknown[] = [];
		memory.onDidChange(by => told.push(by));
		memory.remember(stream('a'), settings, 'me');
		memory.remember(stream('a'), settings);
		assert.deepEqual(told, ['me', undefined]);
	});

	it('survive a memento that holds something else', async () => {
		const memento = new MemoryMemento();
		await memento.update('columns.layout', { order: 7 });
		await memento.update('columns.streams', [3, ['a GET http://host/', { paths: 'x' }], [null]]);
		assert.deepEqual(new ColumnMemory(memento).settingsOf(stream('a')), defaultColumns);
		await memento.update('columns.streams', 'x');
		assert.deepEqual(new ColumnMemory(memento).settingsOf(stream('a')), defaultColumns);
	});
});
