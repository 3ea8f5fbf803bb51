import assert from 'node:assert/strict';
import { bytesOf, send, StoreFixture } from './captureFixture';

describe('What columns show of the data of rows', () => {
	let fixture: StoreFixture;
	beforeEach(() => {
		fixture = new StoreFixture();
	});
	afterEach(() => fixture.close());

	async function rowsOf(blocks: readonly string[], paths: string[], dataPath?: string) {
		const capture = await fixture.create();
		await send(capture, blocks.map(bytesOf));
		const { firstSeq, lastSeq } = await capture.flush();
		const seqs = { from: firstSeq, to: lastSeq };
		return { capture, seqs, rows: await capture.rows(seqs, { paths, dataPath }) };
	}

	it('is what stands at the paths, of events that are JSON', async () => {
		const { rows } = await rowsOf(
			[
				'data: {"usage":{"total":12345678901234567890},"text":" a\\n"}\n\n',
				'data: [DONE]\n\n',
				'data: {"other":1}\n\n',
				': {"usage":{"total":1}}\n\n',
				'data: \ndata: \ndata:   {"text":"\\u0000after"}\n\n',
			],
			['data.usage.total', 'data.text'],
			'data.text',
		);
		assert.deepEqual(
			rows.map(({ values, dataValue }) => [values, dataValue]),
			[
				[{ 'data.usage.total': '12345678901234567890', 'data.text': ' a\n' }, '" a\\n"'],
				[undefined, undefined],
				[{}, undefined],
				[undefined, undefined],
				[{ 'data.text': '\u0000after' }, '"\\u0000after"'],
			],
		);
	});

	it('is read from all of the data, not from what the row has of it', async () => {
		const long = JSON.stringify({ first: 'é'.repeat(5000), last: 'x'.repeat(1000), n: 7 });
		const { rows } = await rowsOf(
			[
				`data: ${long}\n\n`,
				`data: ${' '.repeat(500)}{"n":8}\n\n`,
				`data: ${long.slice(0, -1)}\n\n`,
			],
			['data.last', 'data.n'],
		);
		assert.equal(rows[0]?.values?.['data.n'], '7');
		assert.equal(rows[0]?.values?.['data.last'], `${'x'.repeat(399)}…`);
		assert.equal(rows[1]?.values?.['data.n'], '8');
		// Cut off, it is no JSON.
		assert.equal(rows[2]?.values, undefined);
	});

	it('is read of so many rows as take little time, at least of one', async () => {
		const large = `data: {"pad":"${'x'.repeat(6_000_000)}","n":1}\n\n`;
		const { capture, seqs, rows } = await rowsOf(Array(5).fill(large), ['data.n']);
		assert.deepEqual(
			rows.map(({ values }) => values),
			[{ 'data.n': '1' }, { 'data.n': '1' }],
		);
		const rest = await capture.rows({ from: seqs.from + 2, to: seqs.to }, { paths: ['data.n'] });
		assert.equal(rest.length, 2);
		// Without columns of one's own nothing more than the row is read.
		assert.equal((await capture.rows(seqs)).length, 5);
	});
});
