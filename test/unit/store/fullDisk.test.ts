import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toEndpoint } from '../../../src/domain/endpoint';
import { Session } from '../../../src/net/session';
import { SystemClock } from '../../../src/net/machine/systemClock';
import type { Capture } from '../../../src/store/capture';
import type { Progress } from '../../../src/store/progress';
import { LiveStream } from '../../../src/workbench/liveStream';
import { Resolution } from '../../../src/workbench/secret/resolution';
import { FakeMachine } from '../../fixtures/fakeMachine';
import { TestResolving } from '../../fixtures/resolving';
import { SmallDisk } from '../../fixtures/smallDisk';
import { SseServer } from '../../fixtures/sseServer';
import { StoreFixture } from './captureFixture';

const diskBytes = 8_000_000;
const eventBytes = 1000;

describe('A disk that is full while a stream is captured', () => {
	const fixture = new StoreFixture();
	const errors: unknown[] = [];
	let disk: SmallDisk | undefined;
	let reason: RegExp;
	let server: SseServer;
	let stream: LiveStream;
	let capture: Capture;
	/** Lets the server send that many events more. */
	let send = (_count: number) => {};

	before(async () => {
		server = await SseServer.start();
		server.route('/live', async exchange => {
			let sent = 0;
			let work = Promise.resolve();
			exchange.open();
			send = count => {
				const last = sent + count;
				work = work.then(async () => {
					while (sent < last) {
						const id = ++sent;
						await exchange.write(`id: ${id}\ndata: ${'x'.repeat(eventBytes)}\n\n`);
					}
				});
			};
			await exchange.untilGone();
		});
		// Not before: whoever only asks for the titles of the tests would leave it behind.
		disk = SmallDisk.make(diskBytes);
		disk?.occupy(diskBytes / 2);
		reason = disk ? /^The disk is full\. / : /^The capture has reached its limit of 4\.0 MB\. /;
		const file = disk ? join(disk.folder, 'live.sqlite') : fixture.path('live.sqlite');
		const limits = disk ? undefined : { maxSizeBytes: diskBytes / 2 };
		capture = await fixture.store.create(file, { name: 'live', url: server.url('/live') }, limits);
		const endpoint = toEndpoint(server.url('/live'));
		const session = new Session(endpoint, capture, {
			clock: new SystemClock(),
			machine: new FakeMachine(),
			report: error => errors.push(error),
		});
		stream = new LiveStream(
			endpoint,
			capture,
			session,
			new Resolution(endpoint, new TestResolving()),
		);
		session.start();
		await progress(({ kept }) => kept === 2);
	});
	after(async () => {
		await stream.discard();
		await server.close();
		await fixture.close();
		disk?.remove();
		assert.deepEqual(errors, []);
	});

	const progress = (holds: (progress: Progress) => boolean) =>
		new Promise<Progress>(resolve => {
			if (holds(capture.progress)) return resolve(capture.progress);
			const watching = capture.onDidProgress(now => {
				if (!holds(now)) return;
				watching.dispose();
				resolve(now);
			});
		});

	it('stops the keeping and says so, while the stream goes on', async () => {
		send(5000);
		const stopped = await progress(({ keepingStopped }) => keepingStopped !== undefined);
		assert.match(stopped.keepingStopped ?? '', reason);
		const all = await progress(({ events }) => events === 5000);
		assert.equal(all.received, 5002);
		assert.equal(all.kept + all.dropped, 5002);
		assert.ok(all.kept > 100 && all.dropped > 100, `${all.kept} kept, ${all.dropped} dropped`);
		send(10);
		await progress(({ events }) => events === 5010);
		assert.equal(stream.state, 'open');
		assert.equal(stream.lastEventId, '5010');
		assert.deepEqual(stream.counts, { ...stream.counts, received: 5012, kept: all.kept });
		assert.equal(server.requests.length, 1);
	});

	it('is said by the last entry that was kept, and the others are whole', async () => {
		const { kept } = stream.counts;
		const [last] = (await stream.query('', { offset: kept - 1 })).entries;
		assert.equal(last?.seq, kept);
		assert.match(last?.note ?? '', reason);
		assert.equal(last?.data, 'x'.repeat(eventBytes));
		const { total } = await stream.query(`kind:event size:>${eventBytes}`);
		assert.equal(total, kept - 2);
	});

	it('leaves a capture that can be exported, and takes nothing more itself', async () => {
		const { kept } = stream.counts;
		for (const format of ['jsonl', 'sse', 'sqlite'] as const) {
			const file = fixture.path(`full.${format}`);
			await capture.exportTo(file, format);
			if (format !== 'jsonl') continue;
			assert.equal(readFileSync(file, 'utf8').trimEnd().split('\n').length, kept);
		}
		if (disk !== undefined) {
			const target = join(disk.folder, 'copy.jsonl');
			await assert.rejects(
				capture.exportTo(target, 'jsonl'),
				/could not be written: the disk is full/,
			);
			await assert.rejects(
				fixture.store.create(join(disk.folder, 'second.sqlite'), { name: '', url: '' }),
				/could not be created: .*Check that there is room on that disk/,
			);
		}
		const copy = await fixture.store.openExisting(fixture.path('full.sqlite'));
		assert.equal(copy.progress.kept, kept);
		await copy.close({ delete: true });
	});

	it('keeps nothing more by being cleared alone, unless that makes room', async () => {
		await capture.clear();
		send(5000);
		const { keepingStopped } = await progress(({ events }) => events === 10_010);
		assert.match(keepingStopped ?? '', reason);
		assert.equal(stream.state, 'open');
	});

	it('keeps again once it has room and is cleared', async () => {
		disk?.vacate();
		await capture.clear();
		assert.equal(capture.progress.keepingStopped, undefined);
		const before = capture.progress.dropped;
		send(20);
		await progress(({ kept }) => kept === 20);
		assert.equal(capture.progress.dropped, before);
		const { entries } = await stream.query('kind:event');
		assert.deepEqual(
			entries.map(({ id }) => id),
			Array.from({ length: 20 }, (_, index) => String(10_011 + index)),
		);
	});
}).timeout(120_000);
