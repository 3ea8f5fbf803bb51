import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { HumanError } from '../../../src/base/errors';
import { maxBookmarks } from '../../../src/domain/bookmark';
import { Bookmarks } from '../../../src/store/bookmarks';
import { queryCapture } from '../../../src/store/captureQuery';
import { queryOf, send, StoreFixture, ticks } from './captureFixture';

const unkept = (error: unknown) =>
	error instanceof HumanError && /last until it is closed/.test(error.message);

describe('Bookmarks', () => {
	const kept: unknown[] = [];
	const create = (...given: readonly (readonly [number, string])[]) => {
		kept.length = 0;
		const marks = given.map(([seq, label]) => ({ seq, label }));
		return new Bookmarks(marks, (seq, label) => {
			kept.push([seq, label]);
			return Promise.resolve();
		});
	};

	it('are set, labelled and taken away, in the order of the entries', async () => {
		const bookmarks = create([7, 'seven']);
		let changes = 0;
		bookmarks.onDidChange(() => changes++);
		await bookmarks.set(3, '');
		await bookmarks.set(3, '');
		assert.deepEqual(bookmarks.all, [
			{ seq: 3, label: '' },
			{ seq: 7, label: 'seven' },
		]);
		await bookmarks.set(3, 'three');
		assert.equal(bookmarks.labelOf(3), 'three');
		await bookmarks.set(7, undefined);
		await bookmarks.set(8, undefined);
		assert.equal(bookmarks.labelOf(7), undefined);
		assert.deepEqual(kept, [
			[3, ''],
			[3, 'three'],
			[7, undefined],
		]);
		assert.equal(changes, 3);
	});

	it('go with their entries', () => {
		const bookmarks = create([3, ''], [7, ''], [9, '']);
		let changes = 0;
		bookmarks.onDidChange(() => changes++);
		bookmarks.removeBefore(3);
		bookmarks.removeBefore(8);
		assert.deepEqual(bookmarks.all, [{ seq: 9, label: '' }]);
		assert.equal(changes, 1);
		assert.deepEqual(kept, []);
	});

	it('say once that they cannot be kept, and work all the same', async () => {
		const bookmarks = new Bookmarks([], () => Promise.reject(new Error('full')));
		await assert.rejects(bookmarks.set(1, ''), unkept);
		await bookmarks.set(2, 'b');
		assert.deepEqual(
			bookmarks.all.map(({ seq }) => seq),
			[1, 2],
		);
	});

	it('are bounded in number and in length', async () => {
		const many = Array.from({ length: maxBookmarks }, (_, i) => [i + 1, ''] as const);
		const bookmarks = create(...many);
		await assert.rejects(bookmarks.set(maxBookmarks + 1, ''), HumanError);
		await bookmarks.set(1, 'x'.repeat(1000));
		assert.equal(bookmarks.labelOf(1)?.length, 200);
	});
});

describe('The bookmarks of a capture', () => {
	const fixture = new StoreFixture();
	after(() => fixture.close());

	async function marked() {
		const capture = await fixture.create();
		await send(capture, ticks(1, 100));
		await capture.flush();
		await capture.bookmarks.set(10, '');
		await capture.bookmarks.set(20, 'twenty');
		await capture.bookmarks.set(30, '');
		await capture.bookmarks.set(30, undefined);
		return capture;
	}

	const expected = [
		{ seq: 10, label: '' },
		{ seq: 20, label: 'twenty' },
	];

	it('are there when its file is opened again, can be changed there, and in what is exported', async () => {
		const capture = await marked();
		await capture.close({ delete: false });
		const opened = await fixture.store.openExisting(capture.file);
		assert.deepEqual(opened.bookmarks.all, expected);
		await Promise.all([
			opened.bookmarks.set(10, undefined),
			opened.bookmarks.set(100, 'last'),
			opened.bookmarks.set(100, 'the last'),
		]);
		const copy = fixture.path('copy.sqlite');
		await opened.exportTo(copy, 'sqlite');
		await opened.close({ delete: false });
		for (const file of [capture.file, copy]) {
			const again = await fixture.store.openExisting(file);
			assert.deepEqual(again.bookmarks.all, [
				{ seq: 20, label: 'twenty' },
				{ seq: 100, label: 'the last' },
			]);
			await again.close({ delete: true });
		}
	});

	it('are what is:bookmarked finds', async () => {
		const capture = await marked();
		const find = async (filter: string) =>
			(await queryCapture(capture, queryOf(filter))).entries.map(({ seq }) => seq);
		assert.deepEqual(await find('is:bookmarked'), [10, 20]);
		assert.deepEqual(await find('is:bookmarked id:20'), [20]);
		assert.equal((await find('-is:bookmarked')).length, 98);
		await capture.bookmarks.set(10, undefined);
		assert.deepEqual(await find('is:bookmarked'), [20]);
	});

	it('go when the capture is cleared', async () => {
		const capture = await marked();
		await capture.clear();
		assert.deepEqual(capture.bookmarks.all, []);
		await capture.close({ delete: false });
		assert.equal(countIn(capture.file), 0);
	});

	it('go with the oldest entries that make room', async () => {
		const capture = await fixture.create({ maxEntries: 1000, whenFull: 'dropOldest' });
		await send(capture, ticks(1, 900));
		await capture.flush();
		await capture.bookmarks.set(10, '');
		await capture.bookmarks.set(890, '');
		await send(capture, ticks(901, 900));
		await capture.flush();
		assert.deepEqual(capture.bookmarks.all, [{ seq: 890, label: '' }]);
		await capture.close({ delete: false });
		assert.equal(countIn(capture.file), 1);
	});

	it('can be set where keeping has stopped', async () => {
		const capture = await fixture.create({ maxEntries: 50, whenFull: 'stop' });
		await send(capture, ticks(1, 100));
		await capture.flush();
		assert.notEqual(capture.progress.keepingStopped, undefined);
		await capture.bookmarks.set(10, '');
		await capture.close({ delete: false });
		assert.equal(countIn(capture.file), 1);
	});

	it('can be set in a capture from before there were any', async () => {
		const { file } = await closed();
		change(file, 'DROP TABLE bookmark');
		const opened = await fixture.store.openExisting(file);
		assert.deepEqual(opened.bookmarks.all, []);
		await opened.bookmarks.set(5, 'five');
		await opened.close({ delete: false });
		const again = await fixture.store.openExisting(file);
		assert.deepEqual(again.bookmarks.all, [{ seq: 5, label: 'five' }]);
	});

	it('are not written to a file that would do anything else then', async () => {
		const { file } = await closed();
		change(file, 'CREATE TRIGGER t AFTER INSERT ON bookmark BEGIN DELETE FROM page; END');
		const opened = await fixture.store.openExisting(file);
		await assert.rejects(opened.bookmarks.set(5, ''), unkept);
		await opened.bookmarks.set(6, '');
		assert.equal(opened.bookmarks.all.length, 4);
		assert.equal((await opened.rows({ from: 1, to: 100 })).length, 100);
		assert.equal(countIn(file), 2);
	});

	it('make no file where there is none', async () => {
		const { file } = await closed();
		const opened = await fixture.store.openExisting(file);
		rmSync(file);
		await assert.rejects(opened.bookmarks.set(5, ''), unkept);
		assert.throws(() => new DatabaseSync(file, { readOnly: true }));
	});

	it('are not read from a table of another shape, or of entries that are not there', async () => {
		const { file } = await closed();
		change(file, `INSERT INTO bookmark VALUES (-1, ''), (0, ''), (101, ''), (${2 ** 60}, '')`);
		assert.deepEqual((await fixture.store.openExisting(file)).bookmarks.all, expected);
		change(file, 'DROP TABLE bookmark; CREATE TABLE bookmark (x)');
		assert.deepEqual((await fixture.store.openExisting(file)).bookmarks.all, []);
	});

	async function closed() {
		const capture = await marked();
		await capture.close({ delete: false });
		return capture;
	}
});

function change(file: string, sql: string): void {
	const database = new DatabaseSync(file);
	database.exec(sql);
	database.close();
}

function countIn(file: string): unknown {
	const database = new DatabaseSync(file, { readOnly: true });
	const row = database.prepare('SELECT count(*) AS count FROM bookmark').get();
	database.close();
	return row?.count;
}
