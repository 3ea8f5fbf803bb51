import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { HumanError } from '../../../src/base/errors';
import type { Entry } from '../../../src/domain/entry';
import { bytesOf, send, StoreFixture, ticks } from './captureFixture';

const human = (pattern: RegExp) => (error: unknown) =>
	error instanceof HumanError && pattern.test(error.message);

describe('The file of a capture', () => {
	const fixture = new StoreFixture();
	after(() => fixture.close());

	async function written() {
		const capture = await fixture.create();
		capture.record({
			kind: 'open',
			time: 1,
			attempt: 1,
			data: '200',
			details: { delayMs: 3, failure: undefined },
		});
		await send(capture, ticks(1, 1200, 50));
		capture.write(bytesOf('retry: 10\n\ndata: €\n\n'), 2);
		await capture.flush();
		return capture;
	}

	it('can be opened again, with all that was in it', async () => {
		const capture = await written();
		const before = await capture.entries({ from: 1, to: 2000 });
		const wire = await capture.wireBytes(700);
		await capture.close({ delete: false });
		const name = basename(capture.file);
		assert.deepEqual(
			readdirSync(fixture.folder).filter(other => other.startsWith(name)),
			[name],
		);

		const reopened = await fixture.store.openExisting(capture.file);
		assert.deepEqual(reopened.about, { name: 'Test', url: 'http://a/' });
		assert.deepEqual(reopened.progress, capture.progress);
		assert.deepEqual(await reopened.entries({ from: 1, to: 2000 }), before);
		assert.deepEqual(await reopened.wireBytes(700), wire);
		assert.deepEqual(before[0]?.details, { delayMs: 3 });
		await reopened.close({ delete: true });
		assert.ok(!existsSync(capture.file));
	});

	it('goes with all that is beside it when it is deleted', async () => {
		const before = readdirSync(fixture.folder);
		const capture = await written();
		await capture.close({ delete: true });
		assert.deepEqual(readdirSync(fixture.folder), before);
	});

	it('is a sound database after any rows, small and large', async () => {
		const capture = await fixture.create();
		const lengths = [
			0, 1, 23, 24, 25, 50, 57, 58, 127, 128, 4000, 8185, 8186, 13_000, 60_000, 400_000,
		];
		const texts = lengths.flatMap(length => ['x', 'é', '𝄞'].map(c => c.repeat(length)));
		for (const text of texts) {
			capture.write(
				bytesOf(`id: ${text.slice(0, 30)}\nretry: 9007199254740991\ndata: ${text}\n\n`),
				5,
			);
			await capture.flush();
		}
		for (const text of texts)
			capture.write(bytesOf(`event: ${text.slice(0, 40)}\ndata: ${text}\n\n`), 5);
		await capture.flush();
		const entries = await capture.entries({ from: 1, to: 1000 });
		assert.deepEqual(
			entries.map(entry => entry.data),
			[...texts, ...texts],
		);
		assert.deepEqual(
			entries.slice(0, texts.length).map(({ id, retry }) => [id, retry]),
			texts.map(text => [text.slice(0, 30), 9007199254740991]),
		);
		const database = new DatabaseSync(capture.file, { readOnly: true });
		assert.deepEqual(
			database
				.prepare('PRAGMA integrity_check')
				.all()
				.map(row => row.integrity_check),
			['ok'],
		);
		database.close();
	});

	it('is exported as itself, as a line of JSON per entry, and as the bytes of the stream', async () => {
		const capture = await written();
		const entries = await capture.entries({ from: 1, to: 2000 });
		const copy = fixture.path('copy.sqlite');
		await capture.exportTo(copy, 'sqlite');
		const opened = await fixture.store.openExisting(copy);
		assert.deepEqual(await opened.entries({ from: 1, to: 2000 }), entries);

		const lines = fixture.path('copy.jsonl');
		writeFileSync(lines, 'replaced');
		await capture.exportTo(lines, 'jsonl');
		assert.deepEqual(
			readFileSync(lines, 'utf8')
				.trimEnd()
				.split('\n')
				.map(line => JSON.parse(line) as Entry),
			entries,
		);

		const stream = fixture.path('copy.sse');
		await capture.exportTo(stream, 'sse');
		const sent = [...ticks(1, 1200, 50), bytesOf('retry: 10\n\ndata: €\n\n')];
		assert.deepEqual(readFileSync(stream), Buffer.concat(sent));
		await assert.rejects(
			capture.exportTo(fixture.path('no/such/folder'), 'jsonl'),
			human(/could not be written/),
		);
		await assert.rejects(capture.exportTo(capture.file, 'sqlite'), human(/is the capture itself/));
		assert.deepEqual(
			readdirSync(fixture.folder).filter(name => name.endsWith('.part')),
			[],
		);
	});

	it('is refused in words if it is not one', async () => {
		const text = fixture.path('text.sqlite');
		writeFileSync(
			text,
			'no database at all, but some text that is long enough to look at. '.repeat(99),
		);
		const other = fixture.path('other.sqlite');
		new DatabaseSync(other).exec('CREATE TABLE entry (seq INTEGER PRIMARY KEY)');
		const newer = await written();
		await newer.close({ delete: false });
		const database = new DatabaseSync(newer.file);
		database.exec('PRAGMA user_version = 99');
		database.close();
		const damaged = await written();
		await damaged.close({ delete: false });
		const bytes = readFileSync(damaged.file);
		writeFileSync(damaged.file, bytes.fill(0xaa, 200, 60_000));

		const { store } = fixture;
		await assert.rejects(store.openExisting(text), human(/is not a capture/));
		await assert.rejects(store.openExisting(other), human(/is not a capture/));
		await assert.rejects(store.openExisting(newer.file), human(/newer version/));
		await assert.rejects(store.openExisting(damaged.file), human(/is damaged/));
		await assert.rejects(store.openExisting(fixture.path('none')), human(/could not be opened/));
		await assert.rejects(store.create(other, { name: '', url: '' }), human(/could not be created/));
	});
}).timeout(120_000);
