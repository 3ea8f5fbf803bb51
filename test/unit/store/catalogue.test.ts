import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { newCaptureName } from '../../../src/store/catalogue/captureName';
import { bytesOf, send, StoreFixture, ticks } from './captureFixture';

describe('The captures of a folder', () => {
	let fixture: StoreFixture;
	let running: ChildProcess | undefined;
	beforeEach(() => {
		fixture = new StoreFixture();
	});
	afterEach(async () => {
		running?.kill('SIGKILL');
		await fixture.close();
	});

	const newFile = () => fixture.path(newCaptureName());
	const list = () => fixture.store.list(fixture.folder);
	const create = (file: string, name = 'Test') =>
		fixture.store.create(file, { name, url: 'http://a/' });

	/** One that has ended, with an event. */
	async function finished(name: string, time: number): Promise<string> {
		const file = newFile();
		const capture = await create(file, name);
		capture.begin(1, '');
		capture.record({ kind: 'open', time, attempt: 1, data: '200' });
		await send(capture, [bytesOf('data: one\n\n')], time + 1);
		await capture.end(time + 2);
		capture.record({ kind: 'closed', time: time + 2, attempt: 1, data: 'by the server' });
		await capture.close({ delete: false });
		return file;
	}

	/** A process that writes one, and has committed at least ten entries of it. */
	async function writing(file: string) {
		const child = fork(join(process.cwd(), 'out/test/fixtures/captureProcess.js'), [file], {
			stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
		});
		running = child;
		let committed = 0;
		await new Promise<void>(resolve => {
			child.stdout!.setEncoding('utf8').on('data', (text: string) => {
				committed = Math.max(committed, ...text.trim().split('\n').slice(0, -1).map(Number));
				if (committed >= 10) resolve();
			});
		});
		return {
			kill: async () => {
				child.kill('SIGKILL');
				await once(child, 'close');
				return committed;
			},
		};
	}

	it('say when they began, what is in them and how they ended', async () => {
		const file = await finished('Prices', 5000);
		const [one, ...others] = await list();
		assert.deepEqual(others, []);
		const { changed, ...listed } = one!;
		assert.ok(Math.abs(changed - Date.now()) < 60_000);
		assert.deepEqual(listed, {
			file,
			about: { name: 'Prices', url: 'http://a/' },
			sizeBytes: statSync(file).size,
			isInUse: false,
			isCut: false,
			started: 5000,
			latest: 5002,
			ending: 'by the server',
			entries: 3,
			events: 1,
		});
	});

	it('are listed without reading their entries', async () => {
		const file = await finished('Prices', 5000);
		const database = new DatabaseSync(file);
		database.exec('DELETE FROM page');
		database.close();
		assert.equal((await list())[0]?.entries, 3);
	});

	it('are two hundred as well as one', async () => {
		const file = await finished('Prices', 5000);
		for (let n = 1; n < 200; n++) copyFileSync(file, newFile());
		assert.equal((await list()).length, 200);
	});

	it('leave out what is none, and what is damaged', async () => {
		writeFileSync(newFile(), 'x'.repeat(5000));
		writeFileSync(newFile(), '');
		writeFileSync(fixture.path('notes.txt'), '');
		assert.deepEqual(await list(), []);
		assert.deepEqual(await fixture.store.list(fixture.path('nowhere')), []);
	});

	it('count what is cleared and dropped no more', async () => {
		const capture = await fixture.store.create(
			newFile(),
			{ name: 'a', url: 'http://a/' },
			{ maxEntries: 50, whenFull: 'dropOldest' },
		);
		capture.begin(1, '');
		await send(capture, ticks(1, 100, 10), 7);
		await capture.flush();
		const [dropped] = await list();
		assert.equal(dropped!.events, 100);
		assert.equal(dropped!.entries, capture.progress.kept);
		await capture.clear();
		assert.equal((await list())[0]!.entries, 0);
		await send(capture, ticks(1, 2), 7);
		await capture.flush();
		assert.equal((await list())[0]!.entries, 2);
	});

	it('say what kept them from being whole', async () => {
		const capture = await fixture.store.create(
			newFile(),
			{ name: 'a', url: 'http://a/' },
			{ maxEntries: 20, whenFull: 'stop' },
		);
		capture.begin(1, '');
		await send(capture, ticks(1, 100, 10), 7);
		capture.record({ kind: 'closed', time: 9, attempt: 1, data: 'by you' });
		await capture.close({ delete: false });
		const [one] = await list();
		assert.match(one!.ending!, /^The capture has reached its limit of 20 entries/);
		assert.deepEqual([one!.entries, one!.isCut], [20, false]);
	});

	it('are in use while they are written or shown, and then are not', async () => {
		const file = newFile();
		const capture = await create(file);
		const isInUse = async () => (await list())[0]!.isInUse;
		assert.equal(await isInUse(), true);
		assert.deepEqual(await fixture.store.delete([file]), []);
		await capture.close({ delete: false });
		assert.equal(await isInUse(), false);
		const shown = await fixture.store.openExisting(file, { isHeld: true });
		assert.equal(await isInUse(), true);
		assert.deepEqual(await fixture.store.delete([file]), []);
		assert.deepEqual((await fixture.store.lookAt(file)).isCut, false);
		await shown.close({ delete: false });
		assert.deepEqual(readdirSync(fixture.folder), [basename(file)]);
		assert.deepEqual(await fixture.store.delete([file]), [file]);
		assert.deepEqual(readdirSync(fixture.folder), []);
	});

	it('can be called otherwise, finished, shown and live', async () => {
		const file = await finished('Prices', 5000);
		const title = async () => (await fixture.store.lookAt(file)).about.title;
		await fixture.store.rename(file, 'Before the deploy');
		assert.equal(await title(), 'Before the deploy');
		const shown = await fixture.store.openExisting(file, { isHeld: true });
		await fixture.store.rename(file, 'After');
		assert.equal(await title(), 'After');
		await shown.close({ delete: false });
		const live = newFile();
		await create(live);
		await fixture.store.rename(live, 'Now');
		assert.equal((await fixture.store.lookAt(live)).about.title, 'Now');
	});

	it('that another process writes are neither deleted nor renamed, and can be read', async function () {
		this.timeout(30_000);
		const file = newFile();
		await writing(file);
		const [one] = await list();
		assert.deepEqual([one!.isInUse, one!.isCut], [true, false]);
		assert.ok(one!.entries! >= 10);
		assert.deepEqual(await fixture.store.delete([file]), []);
		assert.deepEqual(
			await fixture.store.enforceRetention(fixture.folder, { maxCaptures: 0 }, Date.now()),
			[],
		);
		await assert.rejects(fixture.store.rename(file, 'Mine'), /open in another window/);
		const read = await fixture.store.openExisting(file);
		assert.equal((await read.entries([2]))[0]?.data, 'number 1');
		assert.ok(existsSync(file));
	});

	it('whose writer was killed have every committed entry, and say that they were cut off', async function () {
		this.timeout(30_000);
		const file = newFile();
		const process = await writing(file);
		const committed = await process.kill();
		assert.ok(existsSync(`${file}-wal`), 'it was killed while it wrote');
		const [one] = await list();
		assert.deepEqual([one!.isInUse, one!.isCut, one!.ending], [false, true, undefined]);
		assert.ok(one!.entries! >= committed, `${one!.entries} of ${committed}`);
		assert.deepEqual(readdirSync(fixture.folder), [basename(file)], 'one file again');
		const read = await fixture.store.openExisting(file);
		assert.equal(read.progress.kept, one!.entries);
		const last = one!.entries!;
		assert.equal((await read.entries([last]))[0]?.data, `number ${last - 1}`);
		await read.close({ delete: false });
		assert.deepEqual(await fixture.store.delete([file]), [file]);
	});

	it('go when they are beyond the limits, unless they are in use', async () => {
		const old = await finished('Old', 1000);
		const recent = await finished('New', 9000);
		const shown = await finished('Shown', 500);
		await fixture.store.openExisting(shown, { isHeld: true });
		const gone = await fixture.store.enforceRetention(fixture.folder, { maxAgeMs: 5000 }, 10_000);
		assert.deepEqual(gone, [old]);
		const names = (await list()).map(({ about }) => about.name).sort();
		assert.deepEqual(names, ['New', 'Shown']);
		assert.ok(existsSync(recent));
	});
});
