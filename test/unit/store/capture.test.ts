import assert from 'node:assert/strict';
import { randomChunks } from '../../fixtures/chunks';
import { bytesOf, send, StoreFixture, textOf, ticks } from './captureFixture';

const stream = [
	': hello\n\n',
	'event: tick\nid: 1\ndata: one\n\n',
	'retry: 500\n\n',
	'id: 2\r\n\r\n',
	'unknown: x\ndata: zwei €\ndata: 2\n\n',
	'data: nul \0 inside\n\n',
	'data: cut off',
];

describe('A capture', () => {
	const fixture = new StoreFixture();
	after(() => fixture.close());

	it('numbers what comes in without holes, and says all that is known of it', async () => {
		const capture = await fixture.create();
		capture.record({ kind: 'connecting', time: 90.5, attempt: 1, data: 'GET http://a/' });
		stream.forEach((part, index) => capture.write(bytesOf(part), 100.25 + index * 10));
		const facts = await capture.end(170);
		capture.record({ kind: 'closed', time: 171, attempt: 1, data: 'by the server' });
		const progress = await capture.flush();
		const entries = await capture.entries({ from: 1, to: 100 });

		assert.deepEqual(
			entries.map(({ seq, kind, time, gap, chunk }) => [seq, kind, time, gap, chunk]),
			[
				[1, 'connecting', 90.5, undefined, undefined],
				[2, 'comment', 100.25, undefined, 1],
				[3, 'event', 110.25, undefined, 2],
				[4, 'retry', 120.25, undefined, 3],
				[5, 'id', 130.25, undefined, 4],
				[6, 'ignored', 140.25, undefined, 5],
				[7, 'event', 140.25, 30, 5],
				[8, 'event', 150.25, 10, 6],
				[9, 'incomplete', 170, undefined, 7],
				[10, 'closed', 171, undefined, undefined],
			],
		);
		assert.deepEqual(
			entries.map(entry => entry.data).filter((_, index) => [2, 6, 7].includes(index)),
			['one', 'zwei €\n2', 'nul \0 inside'],
		);
		assert.equal(entries[2]?.type, 'tick');
		assert.equal(entries[2]?.id, '1');
		assert.equal(entries[3]?.retry, 500);
		assert.equal(entries[9]?.lastEventId, '2');
		assert.deepEqual(facts, { lastEventId: '2', reconnectionTime: 500, events: 3 });
		assert.deepEqual(progress, {
			received: 10,
			kept: 10,
			dropped: 0,
			bytes: stream.reduce((sum, part) => sum + bytesOf(part).length, 0),
			events: 3,
			firstSeq: 1,
			lastSeq: 10,
			lastEventId: '2',
			reconnectionTime: 500,
		});
	});

	it('keeps the exact bytes of every block and the chunks they came in', async () => {
		const capture = await fixture.create();
		const bytes = bytesOf(stream.join(''));
		const chunks = randomChunks(bytes, 7).filter(chunk => chunk.length > 0);
		for (const [index, chunk] of chunks.entries()) {
			capture.write(chunk, 1000 + index);
			if (index % 5 === 0) await capture.flush(); // another segment
		}
		await capture.end(2000);
		await capture.flush();
		const entries = await capture.entries({ from: 1, to: 100 });
		const starts = chunks.map((_, n) => chunks.slice(0, n).reduce((sum, c) => sum + c.length, 0));
		for (const { seq, offset = -1, size } of entries) {
			const expected = bytes.subarray(offset, offset + size);
			assert.deepEqual(await capture.wireBytes(seq), expected);
			const { wire } = (await capture.entry(seq)) ?? {};
			assert.deepEqual(wire?.bytes, expected);
			assert.deepEqual(
				wire?.chunks.map(({ chunk, time, start, length }) => [chunk, time, start, length]),
				chunks
					.map((chunk, n) => [n + 1, 1000 + n, starts[n]! - offset, chunk.length])
					.filter(([, , start, length]) => start! < size && start! + length! > 0),
			);
		}
		assert.equal(entries.at(-1)!.offset! + entries.at(-1)!.size, bytes.length);
	});

	it('counts an LF that came too late for its CR to the entry before', async () => {
		const capture = await fixture.create();
		const seqs = [1, 2];
		capture.write(bytesOf('data: a\r\n\r'), 1);
		await capture.flush(); // the row is in the table already
		capture.write(bytesOf('\n'), 2);
		capture.write(bytesOf('data: b\r\n\r'), 3);
		capture.write(bytesOf('\n'), 4); // the row is not
		await capture.flush();
		const entries = await capture.entries(seqs);
		assert.deepEqual(
			entries.map(({ offset, size }) => [offset, size]),
			[
				[0, 11],
				[11, 11],
			],
		);
		assert.equal(textOf(await capture.wireBytes(2)), 'data: b\r\n\r\n');
	});

	it('shows the beginning of huge data, and has all of it', async () => {
		const capture = await fixture.create();
		const data = `€𝄞x${'-'.repeat(20)}`.repeat(250_000);
		await send(capture, randomChunks(bytesOf(`data: ${data}\n\ndata: after\n\n`), 3, 90_000));
		await capture.flush();
		const rows = await capture.rows([1, 2]);
		assert.equal(rows[0]?.data, data.slice(0, 400));
		assert.equal(rows[1]?.data, 'after');
		const whole = await capture.entry(1);
		assert.equal(whole?.entry.data, data.slice(0, 5_500_000));
		assert.equal(whole?.dataLength, data.length);
		assert.equal(whole?.dataSize, bytesOf(data).length);
		assert.equal(whole?.wire?.bytes.length, 65_536);
		assert.equal(whole?.wire?.length, bytesOf(data).length + 8);
		assert.equal(await capture.data(1), data);
		assert.equal((await capture.wireBytes(1))?.length, bytesOf(data).length + 8);
	});

	it('knows the types of events, in the order in which they first came', async () => {
		const capture = await fixture.create();
		await send(capture, [
			bytesOf('event: b\ndata\n\ndata\n\n: c\n\nevent: a\ndata\n\nevent: b\ndata\n\n'),
		]);
		await capture.flush();
		assert.deepEqual(await capture.eventTypes(10), ['b', 'message', 'a']);
		assert.deepEqual(await capture.eventTypes(2), ['b', 'message']);
	});

	it('keeps an ID that could not be sent', async () => {
		const capture = await fixture.create();
		capture.begin(2, 'with \u001b');
		const request = { method: 'GET', url: 'http://a/', headers: [] };
		capture.record({ kind: 'connecting', time: 1, attempt: 2, data: 'x', details: { request } });
		assert.equal((await capture.end(2)).lastEventId, 'with \u001b');
	});

	it('shows what has no data', async () => {
		const capture = await fixture.create();
		await send(capture, [bytesOf(':\n\ndata\n\nevent: empty\ndata:\n\n')]);
		await capture.flush();
		const rows = await capture.rows({ from: 1, to: 3 });
		assert.deepEqual(
			rows.map(({ kind, type, data }) => [kind, type, data]),
			[
				['comment', '', ''],
				['event', 'message', ''],
				['event', 'empty', ''],
			],
		);
		assert.equal((await capture.entry(2))?.dataSize, 0);
	});

	it('gives event types their places in the order of first appearance', async () => {
		const capture = await fixture.create();
		capture.write(bytesOf('event: b\ndata: 1\n\nevent: a\ndata: 2\n\n:x\n\ndata: 3\n\n'), 1);
		capture.write(bytesOf('event: a\ndata: 4\n\n'), 1);
		await capture.flush();
		const rows = await capture.rows({ from: 1, to: 9 });
		assert.deepEqual(
			rows.map(({ type, typeIndex }) => [type, typeIndex]),
			[
				['b', 0],
				['a', 1],
				['', undefined],
				['message', 2],
				['a', 1],
			],
		);
	});

	it('begins each connection afresh, with the ID that it is given', async () => {
		const capture = await fixture.create();
		capture.write(bytesOf('id: 1\ndata: a\n\ndata: half'), 1);
		await capture.end(2);
		capture.begin(2, '1');
		capture.write(bytesOf('data: b\n\n'), 3);
		await capture.end(4);
		await capture.flush();
		const entries = await capture.entries({ from: 1, to: 9 });
		assert.deepEqual(
			entries.map(({ kind, attempt, data, lastEventId }) => [kind, attempt, data, lastEventId]),
			[
				['event', 1, 'a', '1'],
				['incomplete', 1, 'data: half', '1'],
				['event', 2, 'b', '1'],
			],
		);
		assert.equal(textOf(await capture.wireBytes(3)), 'data: b\n\n');
	});

	it('asks the sender to wait while too much is on its way, and loses nothing', async () => {
		const capture = await fixture.create();
		const chunks = [...ticks(1, 240_000)];
		let waits = 0;
		for (const chunk of chunks) {
			if (capture.write(chunk, 1)) continue;
			waits++;
			await new Promise<void>(resolve => {
				const listening = capture.onDidDrain(() => {
					listening.dispose();
					resolve();
				});
			});
		}
		assert.ok(waits > 0, 'never full');
		assert.equal((await capture.flush()).kept, 240_000);
	});
}).timeout(120_000);
