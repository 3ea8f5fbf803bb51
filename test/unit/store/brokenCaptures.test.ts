import assert from 'node:assert/strict';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { HumanError } from '../../../src/base/errors';
import {
	columnPlaces,
	decodeColumn,
	encodeColumns,
	findColumns,
	type ColumnName,
} from '../../../src/store/page/columns';
import { bytesOf, queryOf, send, StoreFixture, ticks } from './captureFixture';

const human = (pattern: RegExp) => (error: unknown) => {
	assert.ok(error instanceof HumanError, String(error));
	assert.match(error.message, pattern);
	return true;
};

const hostileColumns: readonly [what: string, ColumnName, value: number][] = [
	['a kind of entry that there is not', 'kind', 11],
	['a kind that is no whole number', 'kind', 0.5],
	['a type that is not among the texts', 'type', 9999],
	['no time', 'time', NaN],
	['an endless gap', 'gap', Infinity],
	['a negative size', 'size', -5],
	['a place before all bytes', 'offset', -2],
	['data where there are no bytes', 'offset', -1],
	['a place beyond all bytes', 'offset', 2 ** 52],
	['data beyond its block', 'dataSize', 1e9],
	['data beyond the heap', 'place', 1],
	['a flag that there is not', 'place', 8],
	['an ID beyond the heap', 'place', 7],
	['an ID beyond its block', 'idAt', 1e9],
	['an ID from a later entry', 'last', 4000],
	['details that are none', 'details', 1],
	['a retry below none', 'retry', -2],
	['a note that is not among the texts', 'note', 9999],
];

describe('A capture that is opened', () => {
	const fixture = new StoreFixture();
	let good: string;

	before(async () => {
		const capture = await fixture.create();
		await send(capture, ticks(1, 5000));
		await capture.flush();
		await capture.close({ delete: false });
		good = capture.file;
	});
	after(() => fixture.close());

	let count = 0;
	/** A copy, changed by SQL. */
	const changed = (sql: string): string => {
		const file = fixture.path(`changed-${++count}.sqlite`);
		copyFileSync(good, file);
		const database = new DatabaseSync(file);
		database.exec(sql);
		database.close();
		return file;
	};
	/** A copy, changed as bytes. */
	const rewritten = (change: (bytes: Buffer) => Uint8Array): string => {
		const file = fixture.path(`rewritten-${++count}.sqlite`);
		writeFileSync(file, change(readFileSync(good)));
		return file;
	};

	/** A copy, in whose first page all numbers of a column are this one. */
	const withColumn = (name: ColumnName, value: number): string => {
		const file = changed('');
		const database = new DatabaseSync(file);
		const page = database.prepare('SELECT seq, count, columns FROM page ORDER BY seq').get()!;
		const length = Number(page.count);
		const blob = (page.columns as Uint8Array).slice();
		const places = findColumns(blob, length)!;
		const columns = places.map(at => decodeColumn(blob, at, length).slice());
		columns[columnPlaces[name]]!.fill(value);
		const bytes = encodeColumns(columns, length);
		database.prepare('UPDATE page SET columns = ? WHERE seq = ?').run(bytes, page.seq!);
		database.close();
		return file;
	};

	// What is wrong, the file, what is said.
	const refused: [string, () => string, RegExp][] = [
		['is empty', () => rewritten(() => Buffer.alloc(0)), /is not a capture/],
		['is a folder', () => fixture.folder, /could not be opened/],
		[
			'is cut in the middle',
			() => rewritten(bytes => bytes.subarray(0, bytes.length / 2)),
			/damaged/,
		],
		['is cut in its first page', () => rewritten(bytes => bytes.subarray(0, 5000)), /damaged/],
		['is damaged all over', () => rewritten(bytes => bytes.fill(0x55, 20_000)), /damaged/],
		[
			'is of an older version',
			() => changed('PRAGMA user_version = 1'),
			/before its first release/,
		],
		['lacks a table', () => changed('DROP TABLE page'), /damaged/],
		['lacks a table of a few', () => changed('DROP TABLE remark'), /damaged/],
		['lacks a column', () => changed('ALTER TABLE page DROP COLUMN heap'), /damaged/],
		[
			'has a query without end for a table',
			() =>
				changed(`
					DROP TABLE page;
					CREATE VIEW page AS WITH RECURSIVE n(seq) AS (SELECT 1 UNION ALL SELECT seq FROM n)
						SELECT seq FROM n;
				`),
			/damaged/,
		],
		['has words for numbers', () => changed("UPDATE page SET count = 'many'"), /damaged/],
		['has more entries than it has', () => changed('UPDATE page SET count = count + 1'), /damaged/],
		['has pages without end', () => changed('UPDATE page SET count = 1e9'), /damaged/],
		['has no entries in a page', () => changed('UPDATE page SET count = 0'), /damaged/],
		['has columns that are none', () => changed("UPDATE page SET columns = x'00ff'"), /damaged/],
		['has words for columns', () => changed("UPDATE page SET columns = 'x'"), /damaged/],
		['has texts that are none', () => changed("UPDATE page SET texts = '{'"), /damaged/],
		['has numbers for texts', () => changed("UPDATE page SET texts = '[1]'"), /damaged/],
		['has too few texts', () => changed(`UPDATE page SET texts = '[""]'`), /damaged/],
		[
			'lacks bytes that it refers to',
			() => changed('DELETE FROM segment WHERE offset > 0'),
			/damaged/,
		],
		[
			'has holes',
			() => changed('DELETE FROM page WHERE seq = (SELECT seq FROM page LIMIT 1, 1)'),
			/damaged/,
		],
		...hostileColumns.map(([what, name, value]): [string, () => string, RegExp] => [
			`has ${what}`,
			() => withColumn(name, value),
			/damaged/,
		]),
	];
	for (const [what, file, words] of refused) {
		it(`is refused in words if it ${what}`, async () => {
			await assert.rejects(fixture.store.openExisting(file()), human(words));
		});
	}

	it('is refused in words while another program has it to itself', async () => {
		const file = changed('');
		const other = new DatabaseSync(file);
		other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
		await assert.rejects(fixture.store.openExisting(file), human(/in use by another program/));
		other.close();
		const capture = await fixture.store.openExisting(file);
		assert.equal(capture.progress.kept, 5000);
		await capture.close({ delete: false });
	}).timeout(120_000);

	it('may be read-only, in a folder of any name', async () => {
		const folder = fixture.path('Straße 100% #1? – 目録');
		mkdirSync(folder);
		const file = `${folder}/ünï 'quoted'.sqlite`;
		copyFileSync(good, file);
		chmodSync(file, 0o444);
		const capture = await fixture.store.openExisting(file);
		assert.equal((await capture.entries([5000]))[0]?.id, '5000');
		const run = capture.startFilter(queryOf('id:4711'));
		while (run.isCounting) await new Promise<void>(resolve => run.onDidChange(() => resolve()));
		assert.equal(run.matches.length, 1);
		run.dispose();
		await capture.exportTo(`${folder}/copy.sse`, 'sse');
		await capture.close({ delete: false });
	});

	it('that is being written goes on although its folder is deleted', async () => {
		const folder = fixture.path('doomed');
		const capture = await fixture.store.create(`${folder}/live.sqlite`, { name: '', url: '' });
		capture.begin(1, '');
		await send(capture, ticks(1, 10));
		await capture.flush();
		rmSync(folder, { recursive: true });
		await send(capture, ticks(11, 10));
		const { kept, keepingStopped } = await capture.flush();
		assert.equal(keepingStopped, undefined);
		assert.equal(kept, 20);
		assert.equal((await capture.entries([20]))[0]?.id, '20');
		await assert.rejects(capture.exportTo(fixture.path('x.jsonl'), 'jsonl'), human(/could not be/));
		const again = await fixture.store.create(`${folder}/next.sqlite`, { name: '', url: '' });
		again.begin(1, '');
		again.write(bytesOf('data: x\n\n'), 1);
		assert.equal((await again.flush()).kept, 1);
		await capture.close({ delete: true });
	});
}).timeout(120_000);
