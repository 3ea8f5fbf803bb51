import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import type { Entry } from '../../../src/domain/entry';
import {
	decodeColumn,
	encodeColumns,
	findColumns,
	columnNames,
} from '../../../src/store/page/columns';
import { PlainEventReader } from '../../../src/parse/plainEvent';
import { schema } from '../../../src/store/file/schema';
import { PageBuilder } from '../../../src/store/page/pageBuilder';
import { entryAt, rowAt } from '../../../src/store/page/pageEntry';
import { PageReader } from '../../../src/store/page/pageReader';
import { PageWriter } from '../../../src/store/page/pageWriter';
import { checkPage, DamagedPage, readPage } from '../../../src/store/page/readPage';
import type { Page } from '../../../src/store/page/page';
import { mulberry32 } from '../../fixtures/chunks';
import { pageInHeap, pageOnWire } from '../../fixtures/pages';
import { randomEntries } from '../../fixtures/randomEntries';

function entriesOf(page: Page): Entry[] {
	return Array.from({ length: page.count }, (_, i) => entryAt(page, i));
}

/** Without what an event that came over the wire has by its bytes. */
function comparable(entries: readonly Entry[]) {
	return entries.map(({ offset: _offset, size: _size, chunk: _chunk, ...entry }) => entry);
}

describe('A page', () => {
	it('has all that it was given', () => {
		for (let seed = 1; seed <= 40; seed++) {
			const entries = randomEntries(seed, 1 + seed * 8, seed * 1000);
			const page = pageInHeap(entries);
			checkPage(page);
			assert.deepEqual(entriesOf(page), entries, `seed ${seed}`);
		}
	});

	it('has all that came over the wire, wherever its texts are', () => {
		for (let seed = 1; seed <= 40; seed++) {
			const entries = randomEntries(seed, 200);
			const page = pageOnWire(entries);
			checkPage(page);
			assert.deepEqual(comparable(entriesOf(page)), comparable(entries), `seed ${seed}`);
			assert.ok(page.heap.length < pageInHeap(entries).heap.length, 'none of it is on the wire');
		}
	});

	it('grows, and gives its room back', () => {
		const builder = new PageBuilder();
		const [entry] = randomEntries(1, 1);
		builder.add({ ...entry!, data: 'x'.repeat(3_000_000) });
		assert.ok(builder.isFull);
		builder.clear();
		const all = randomEntries(2, 4096, 5);
		for (const one of all) builder.add({ ...one, data: '' });
		assert.ok(builder.isFull);
		assert.equal(builder.extend(4), false);
		assert.equal(builder.extend(5), true);
		const page = readPage({ ...builder.encode() }, () => Buffer.alloc(0));
		assert.equal(page.count, 4096);
		assert.equal(page.size[0], all[0]!.size + 1);
	});

	it('is not written again and again once it is large, and refers to no bytes far away', () => {
		const database = new DatabaseSync(':memory:');
		database.exec(schema);
		const writer = new PageWriter(database);
		const reader = new PlainEventReader();
		const block = Buffer.from('id: 7\ndata: x\n\n');
		assert.ok(reader.read(block, 0, block.length));
		const arrival = { time: 1, gap: NaN, attempt: 1, chunk: 1, lastEventId: () => '' };
		let seq = 0;
		const add = (count: number, offset: number) => {
			for (let n = 0; n < count; n++) {
				reader.offset = offset + n * block.length;
				writer.addPlain(++seq, reader, arrival);
			}
			writer.flush();
			const rows = database.prepare('SELECT seq, count FROM page ORDER BY seq').all();
			return rows.map(row => [row.seq, row.count]);
		};
		assert.deepEqual(add(1, 0), [[1, 1]]);
		assert.deepEqual(add(255, 1000), [[1, 256]]);
		assert.deepEqual(add(5, 9000), [
			[1, 256],
			[257, 5],
		]);
		assert.deepEqual(add(2, 5e9), [
			[1, 256],
			[257, 5],
			[262, 2],
		]);
		for (const { page } of new PageReader(database).forward(1, seq)) checkPage(page);
		database.close();
	});

	it('shortens in a row what is long', () => {
		const [entry] = randomEntries(1, 1);
		const data = '😀'.repeat(1000);
		const page = pageInHeap([
			{ ...entry!, kind: 'event', type: 't'.repeat(1000), data, id: 'i'.repeat(1000) },
		]);
		const row = rowAt(page, 0);
		assert.equal(row.data, '😀'.repeat(200));
		assert.deepEqual([row.type.length, row.id?.length], [400, 400]);
	});

	it('that is not as it was written is damaged, or has entries all the same', () => {
		const random = mulberry32(5);
		let damaged = 0;
		for (let n = 0; n < 1000; n++) {
			const builder = new PageBuilder();
			for (const entry of randomEntries(n % 10, 20)) builder.add(entry);
			const row = builder.encode();
			const columns = row.columns.slice();
			const heap = row.heap.slice(
				0,
				random() < 0.2 ? Math.floor(random() * row.heap.length) : undefined,
			);
			for (let flips = 0; flips < 3; flips++) {
				columns[Math.floor(random() * columns.length)] = Math.floor(random() * 256);
			}
			const count = random() < 0.1 ? Math.floor(random() * 5000) : row.count;
			try {
				const page = readPage({ ...row, columns, heap, count }, (from, to) =>
					Buffer.alloc(to - from),
				);
				checkPage(page);
				for (let i = 0; i < page.count; i++) {
					entryAt(page, i);
					rowAt(page, i);
				}
			} catch (error) {
				assert.ok(error instanceof DamagedPage, String(error));
				damaged++;
			}
		}
		assert.ok(damaged > 300 && damaged < 1000, `${damaged} of 1000 were damaged`);
	});
});

describe('The columns of a page', () => {
	const numbers: [what: string, number[], bytesEach: number][] = [
		['all the same', [7, 7, 7], 0],
		['all none', [NaN, NaN], 0],
		['close to each other', [1e15, 1e15 + 255], 1],
		['within two bytes', [-1, 65_534, 0], 2],
		['within four bytes', [-1, 2 ** 32 - 2], 4],
		['far from each other', [0, 2 ** 32], 8],
		['with fractions', [1.5, 2], 8],
		['with fractions later', [1, 2, 2.5, NaN], 8],
		['with none among them', [0, NaN, 0], 8],
	];
	for (const [what, values, width] of numbers) {
		it(`of numbers ${what} take ${width} bytes each`, () => {
			const columns = columnNames.map(() => Float64Array.from([...values, 99]));
			const blob = encodeColumns(columns, values.length);
			const places = findColumns(blob, values.length)!;
			const columnBytes = 16 + Math.ceil((values.length * width) / 8) * 8;
			assert.equal(blob.length, columnNames.length * columnBytes);
			for (const at of places) {
				assert.deepEqual([...decodeColumn(blob, at, values.length)], values);
			}
			assert.equal(findColumns(blob.subarray(0, -8), values.length), undefined);
			assert.equal(findColumns(Buffer.concat([blob, Buffer.alloc(8)]), values.length), undefined);
		});
	}
});
