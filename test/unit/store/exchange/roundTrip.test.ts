import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Entry } from '../../../../src/domain/entry';
import type { Capture } from '../../../../src/store/capture';
import { bytesOf, send, ticks } from '../captureFixture';
import { writeEveryKind } from './everyKind';
import { entriesOf, ExchangeFixture } from './exchangeFixture';

/** What the README says that an `.sse` file does not hold. */
function asInStream({ kind, type, data, id, lastEventId, retry }: Entry) {
	return { kind, type, data, id, lastEventId, retry };
}

describe('What is exported and imported again', () => {
	let fixture: ExchangeFixture;
	let capture: Capture;
	let entries: Entry[];

	before(async () => {
		fixture = new ExchangeFixture();
		capture = await fixture.create();
		await writeEveryKind(capture);
		entries = await entriesOf(capture);
		assert.deepEqual(
			[...new Set(entries.map(({ kind }) => kind))].sort(),
			'closed comment connecting event failed id ignored incomplete open retry waiting'.split(' '),
		);
	});
	after(() => fixture.close());

	for (const format of ['jsonl', 'har'] as const) {
		it(`has the same entries as ${format}`, async () => {
			const again = await fixture.import(await fixture.export(capture, format), format);
			assert.deepEqual(await entriesOf(again), entries);
			assert.deepEqual(again.about, {
				name: `stream.${format}`,
				url: 'https://example.com/events?a=1&b=2',
				method: 'POST',
			});
			assert.equal((await again.attempts()).length, 2);
		});

		it(`has the selected entries as ${format}, numbered without holes`, async () => {
			const seqs = entries.filter(({ seq }) => seq % 3 === 2).map(({ seq }) => seq);
			const again = await fixture.import(await fixture.export(capture, format, seqs), format);
			assert.deepEqual(
				await entriesOf(again),
				seqs.map((seq, index) => ({ ...entries[seq - 1]!, seq: seqs[0]! + index })),
			);
		});
	}

	it('is the same capture as sqlite', async () => {
		const file = await fixture.export(capture, 'sqlite');
		const again = await fixture.store.openExisting(file);
		assert.deepEqual(await entriesOf(again), entries);
	});

	it('has all that came on the wire as sse, but what the first attempt left unfinished', async () => {
		const again = await fixture.import(await fixture.export(capture, 'sse'), 'sse');
		const wire = entries.filter(
			({ chunk, kind, attempt }) => chunk !== undefined && (kind !== 'incomplete' || attempt === 2),
		);
		assert.deepEqual((await entriesOf(again)).map(asInStream), wire.map(asInStream));
	});

	it('has the selected blocks as sse', async () => {
		for (const kinds of ['event', 'comment', 'comment event', 'ignored', 'ignored retry', 'id']) {
			const wire = entries.filter(({ kind }) => kinds.split(' ').includes(kind));
			const seqs = wire.map(({ seq }) => seq);
			const again = await fixture.import(await fixture.export(capture, 'sse', seqs), 'sse');
			const found = (await entriesOf(again)).filter(({ kind }) => kinds.split(' ').includes(kind));
			const plain = ({ kind, type, data, id, retry }: Entry) => ({ kind, type, data, id, retry });
			assert.deepEqual(found.map(plain), wire.map(plain), kinds);
		}
	});

	it('has blocks made anew where the bytes are gone', async () => {
		const fromLines = await fixture.import(await fixture.export(capture, 'jsonl'), 'jsonl');
		const again = await fixture.import(await fixture.export(fromLines, 'sse'), 'sse');
		const wire = entries.filter(({ chunk, kind }) => chunk !== undefined && kind !== 'incomplete');
		assert.deepEqual((await entriesOf(again)).map(asInStream), wire.map(asInStream));
	});

	it('keeps the numbers of a capture that was cleared, and the blank lines between blocks', async () => {
		const cleared = await fixture.create();
		await send(cleared, ticks(1, 100));
		await cleared.clear();
		cleared.write(bytesOf('\n\ndata: a\n\n\n\ndata: b\n\n\n'), 5);
		await cleared.flush();
		assert.equal(await fixture.exported(cleared, 'sse'), 'data: a\n\n\n\ndata: b\n\n\n');
		const again = await fixture.import(await fixture.export(cleared, 'jsonl'), 'jsonl');
		assert.deepEqual(
			(await entriesOf(again)).map(({ seq }) => seq),
			[101, 102],
		);
	});

	it('may be large', async () => {
		const large = await fixture.create();
		await send(large, ticks(1, 30_000));
		large.write(bytesOf(`data: ${'x'.repeat(9_000_000)}\n\ndata: after\n\n`), 2000);
		await large.flush();
		const all = await large.entries({ from: 1, to: 40_000 });
		for (const format of ['jsonl', 'har', 'sse'] as const) {
			const again = await fixture.import(await fixture.export(large, format), format);
			const found = await again.entries({ from: 1, to: 40_000 });
			const plain = (entry: Entry) => (format === 'sse' ? asInStream(entry) : entry);
			// A difference would be millions of lines.
			assert.ok(isDeepStrictEqual(found.map(plain), all.map(plain)), format);
		}
	}).timeout(120_000);
});
