import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { HumanError } from '../../../src/base/errors';
import type { AttemptFacts } from '../../../src/store/file/attemptFacts';
import type { Capture } from '../../../src/store/capture';
import { saveAttempt } from '../../../src/store/file/saveAttempt';
import { bytesOf, send, StoreFixture, ticks } from './captureFixture';

const human = (pattern: RegExp) => (error: unknown) =>
	error instanceof HumanError && pattern.test(error.message);

/** A disk that takes so many pieces and no more. */
const diskFor = (pieces: number) => async (path: string) => {
	const handle = await open(path, 'wx');
	let left = pieces;
	return {
		writeFile: async (bytes: Uint8Array) => {
			if (left-- === 0) throw Object.assign(new Error('ENOSPC: write'), { code: 'ENOSPC' });
			await handle.writeFile(bytes);
		},
		close: () => handle.close(),
	};
};

describe('Saving the bytes of an attempt', () => {
	const fixture = new StoreFixture();
	const sent = Buffer.concat([...ticks(1, 60_000)]);
	let capture: Capture;
	let attempt: AttemptFacts;
	before(async () => {
		capture = await fixture.create();
		await send(capture, ticks(1, 60_000));
		attempt = (await capture.attempts())[0]!;
	});
	after(() => fixture.close());
	afterEach(() => {
		const left = readdirSync(fixture.folder).filter(name => name.endsWith('.part'));
		assert.deepEqual(left, [], 'half a file is left');
	});

	it('replaces a file once all of them are written, and says how far it is', async () => {
		const file = fixture.path('replaced.sse');
		writeFileSync(file, 'before');
		const written: number[] = [];
		const onProgress = (writtenBytes: number) => {
			assert.equal(readFileSync(file, 'utf8'), 'before');
			written.push(writtenBytes);
		};
		assert.equal(await saveAttempt(capture, attempt, file, { onProgress }), true);
		assert.ok(readFileSync(file).equals(sent));
		assert.deepEqual(written, [1_048_576, 2_097_152, sent.length]);
	});

	it('takes what has arrived so far, while more arrives', async () => {
		const live = await fixture.create();
		live.write(bytesOf('data: 1\n\n'), 1);
		const [facts] = await live.attempts();
		live.write(bytesOf('data: 2\n\n'), 1);
		await live.flush();
		const file = fixture.path('live.sse');
		await saveAttempt(live, facts!, file);
		assert.equal(readFileSync(file, 'utf8'), 'data: 1\n\n');
	});

	it('says that the disk is full, and leaves the file that was there', async () => {
		const file = fixture.path('full.sse');
		writeFileSync(file, 'before');
		await assert.rejects(
			saveAttempt(capture, attempt, file, { create: diskFor(1) }),
			human(/full\.sse could not be written: the disk is full\.$/),
		);
		assert.equal(readFileSync(file, 'utf8'), 'before');
	});

	for (const [name, words] of [
		['no/such/folder.sse', /its folder is not there/],
		['folder.sse', /a folder has that name/],
	] as const) {
		it(`refuses ${name} in words`, async () => {
			mkdirSync(fixture.path('folder.sse'), { recursive: true });
			await assert.rejects(saveAttempt(capture, attempt, fixture.path(name)), human(words));
		});
	}

	it('does not write over the capture', async () => {
		await assert.rejects(
			saveAttempt(capture, attempt, capture.file),
			human(/is the capture itself/),
		);
	});

	it('ends early when it is told to, and leaves nothing', async () => {
		const file = fixture.path('ended.sse');
		const ended = new AbortController();
		const options = { signal: ended.signal, onProgress: () => ended.abort() };
		assert.equal(await saveAttempt(capture, attempt, file, options), false);
		assert.ok(!readdirSync(fixture.folder).includes('ended.sse'));
	});

	it('says so when they are cleared meanwhile, and leaves nothing', async () => {
		const other = await fixture.create();
		await send(other, ticks(1, 60_000));
		const [facts] = await other.attempts();
		const file = fixture.path('cleared.sse');
		const reading: Pick<Capture, 'attemptBytes' | 'file'> = {
			file: other.file,
			attemptBytes: async (number, range) => {
				const piece = await other.attemptBytes(number, range);
				await other.clear();
				return piece;
			},
		};
		await assert.rejects(saveAttempt(reading, facts!, file), human(/was cleared while/));
		assert.ok(!readdirSync(fixture.folder).includes('cleared.sse'));
	});

	it('takes what there is of one that was cleared before', async () => {
		const other = await fixture.create();
		other.write(bytesOf('data: 1\n\n'), 1);
		await other.clear();
		other.write(bytesOf('data: 2\n\n'), 1);
		const [facts] = await other.attempts();
		const file = fixture.path('rest.sse');
		await saveAttempt(other, facts!, file);
		assert.equal(readFileSync(file, 'utf8'), 'data: 2\n\n');
	});
}).timeout(120_000);
