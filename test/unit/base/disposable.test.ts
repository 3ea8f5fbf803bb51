import assert from 'node:assert/strict';
import { DisposableStore, MutableDisposable, toDisposable } from '../../../src/base/disposable';

describe('toDisposable', () => {
	it('runs once at most, also when it disposes itself', () => {
		let runs = 0;
		const item = toDisposable(() => {
			runs++;
			item.dispose();
		});
		item.dispose();
		item.dispose();
		assert.equal(runs, 1);
	});
});

describe('DisposableStore', () => {
	it('disposes in reverse order of registration, once', () => {
		const log: string[] = [];
		const store = new DisposableStore();
		for (const name of ['a', 'b', 'c']) store.register({ dispose: () => log.push(name) });
		store.dispose();
		store.dispose();
		assert.deepEqual(log, ['c', 'b', 'a']);
		assert.equal(store.isDisposed, true);
	});

	it('returns what it takes', () => {
		const item = { dispose() {}, extra: 1 };
		assert.equal(new DisposableStore().register(item), item);
	});

	it('disposes a late arrival at once', () => {
		const store = new DisposableStore();
		const log: string[] = [];
		store.register({ dispose: () => store.register({ dispose: () => log.push('during') }) });
		store.dispose();
		store.register({ dispose: () => log.push('after') });
		assert.deepEqual(log, ['during', 'after']);
	});

	it('disposes all of its items although one throws', () => {
		const store = new DisposableStore();
		const log: string[] = [];
		store.register({ dispose: () => log.push('first') });
		store.register({
			dispose() {
				throw new Error('no');
			},
		});
		assert.throws(() => store.dispose(), /no/);
		assert.deepEqual(log, ['first']);
	});
});

describe('MutableDisposable', () => {
	const named = (log: string[], name: string) => ({ dispose: () => log.push(name) });

	it('disposes the one before, not the one that is set again', () => {
		const log: string[] = [];
		const current = new MutableDisposable();
		const a = named(log, 'a');
		current.value = a;
		current.value = a;
		assert.deepEqual(log, []);
		current.value = named(log, 'b');
		assert.deepEqual(log, ['a']);
		current.value = undefined;
		assert.deepEqual(log, ['a', 'b']);
		assert.equal(current.value, undefined);
	});

	it('disposes what it has and what comes after its own disposal', () => {
		const log: string[] = [];
		const current = new MutableDisposable();
		current.value = named(log, 'a');
		current.dispose();
		current.value = named(log, 'late');
		assert.deepEqual(log, ['a', 'late']);
		assert.equal(current.value, undefined);
	});
});
