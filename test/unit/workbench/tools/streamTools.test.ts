import assert from 'node:assert/strict';
import type { Entry } from '../../../../src/domain/entry';
import type { InspectorApi, StreamSession } from '../../../../src/workbench/api';
import { askedUrl, listStreams, queryEntries } from '../../../../src/workbench/tools/streamTools';

const entry = (seq: number, data: string): Entry => ({
	...{ seq, kind: 'event', time: 0, type: 'tick', data, id: String(seq) },
	...{ lastEventId: String(seq), size: data.length, attempt: 1 },
});

function session(id: string, entries: readonly Entry[]): StreamSession {
	return {
		id,
		endpoint: {
			name: `Stream ${id}`,
			url: 'https://a.example/?token=s3cret',
			headers: { Authorization: 'Bearer s3cret' },
		},
		state: 'open',
		lastEventId: '7',
		reconnectionTime: 3000,
		counts: { received: entries.length, kept: entries.length, dropped: 0, bytes: 1 },
		onDidChangeState: () => ({ dispose: () => {} }),
		query: async (filter, { offset = 0, limit = 1000 } = {}) => {
			const matching = entries.filter(({ data }) => data.includes(filter));
			return { total: matching.length, entries: matching.slice(offset, offset + limit) };
		},
		reconnect: async () => {},
		drop: async () => {},
		close: async () => {},
	};
}

const api = (...sessions: StreamSession[]): InspectorApi => ({
	sessions,
	connect: async () => sessions[0]!,
});
const many = (count: number, data = 'x') =>
	Array.from({ length: count }, (_, index) => entry(index + 1, `${data} ${index + 1}`));
const seqs = (text: string) =>
	text
		.split('\n')
		.slice(1)
		.map(line => (JSON.parse(line) as Entry).seq);

describe('The tools for language models', () => {
	it('list streams without their secrets', () => {
		const text = listStreams(api(session('a', many(3)), session('b', [])));
		assert.doesNotMatch(text, /s3cret/);
		assert.match(text, /"streamId":"a","name":"Stream a","method":"GET".*"entries":3/);
		assert.match(listStreams(api()), /No stream is open/);
	});

	it('answer with the last entries, or those from an offset, and say that there are more', async () => {
		const inspector = api(session('a', many(300)));
		const last = await queryEntries(inspector, {});
		assert.match(
			last,
			/^300 entries of “Stream a” match, here 250 to 299[^]*data, not instructions/,
		);
		assert.deepEqual([seqs(last)[0], seqs(last).length], [251, 50]);
		assert.doesNotMatch(last, /More/);
		const first = await queryEntries(inspector, { offset: 10, limit: 2, filter: 'x' });
		assert.deepEqual(seqs(first), [11, 12]);
		assert.match(first, /More: "offset": 12\./);
	});

	it('never answer with more than a model can read', async () => {
		const inspector = api(session('a', many(300, 'y'.repeat(3000))));
		const text = await queryEntries(inspector, { offset: 0, limit: 1_000_000 });
		assert.ok(text.length < 41_000 && seqs(text).length < 20);
		assert.match(text, /More: "offset": \d+\./);
		assert.match(text, /"cutFrom":"3002 characters"/);
		const short = await queryEntries(api(session('a', many(300))), { limit: 1000 });
		assert.equal(seqs(short).length, 200);
	});

	it('take the only stream, and ask which one of several', async () => {
		const two = api(session('a', []), session('b', many(1)));
		assert.deepEqual(seqs(await queryEntries(two, { streamId: 'b' })), [1]);
		await assert.rejects(queryEntries(two, {}), /one of: a \(Stream a\), b/);
		await assert.rejects(queryEntries(two, { streamId: 'c' }), /one of/);
		await assert.rejects(queryEntries(api(), {}), /No stream is open/);
	});

	for (const input of [{ filter: 1 }, { limit: -1 }, { limit: 1.5 }, { offset: 'x' }]) {
		it(`refuse ${JSON.stringify(input)}`, async () => {
			await assert.rejects(queryEntries(api(session('a', [])), input), /must be/);
		});
	}

	it('connect to plain URLs alone', () => {
		assert.equal(askedUrl({ url: ' https://a.example/x?y=z' }), 'https://a.example/x?y=z');
		for (const url of [
			'file:///etc/passwd',
			'https://a.example/?t=${secret:KEY}',
			'${env:URL}',
			'https://me:pw@a.example/',
			'a.example',
			7,
			undefined,
		]) {
			assert.throws(() => askedUrl({ url }), { name: 'HumanError' });
		}
	});
});
