import assert from 'node:assert/strict';
import { RowCache } from '../../../media/model/rowCache';
import { RowFeed, type AskRows } from '../../../media/model/rowFeed';
import { rowsFrom } from './rows';

type Question = Parameters<AskRows>[0];
type Answer = Awaited<ReturnType<AskRows>>;

/** A host that answers when the test says so. */
class SlowHost {
	readonly questions: Question[] = [];
	private readonly settle: { resolve(answer: Answer): void; reject(error: Error): void }[] = [];
	readonly ask: AskRows = question => {
		this.questions.push(question);
		return new Promise((resolve, reject) => this.settle.push({ resolve, reject }));
	};

	/** Answers the latest question: all it asked for, or what the test gives. */
	async answer(answer?: Partial<Answer>): Promise<void> {
		const { epoch, from, to } = this.questions.at(-1)!;
		this.settle.pop()!.resolve({ epoch, from, rows: rowsFrom(from + 1, to - from), ...answer });
		await settled();
	}

	async fail(): Promise<void> {
		this.settle.pop()!.reject(new Error('no'));
		await settled();
	}
}

const settled = () => new Promise(resolve => setImmediate(resolve));

describe('the row feed', () => {
	let host: SlowHost;
	let feed: RowFeed;
	let news = 0;
	beforeEach(() => {
		host = new SlowHost();
		news = 0;
		feed = new RowFeed(host.ask, () => news++);
	});

	const want = (cache: RowCache, from: number, to: number, around = 0) =>
		feed.want(cache, { from, to }, { from: Math.max(0, from - around), to: to + around });

	it('asks for what is missing and tells when it is here', async () => {
		const cache = new RowCache(7);
		want(cache, 10, 20, 5);
		assert.deepEqual(host.questions, [{ epoch: 7, from: 5, to: 25 }]);
		await host.answer();
		assert.ok(cache.has({ from: 5, to: 25 }));
		assert.equal(news, 1);
		want(cache, 12, 22, 5);
		assert.equal(host.questions.length, 1, 'what is near is here');
		want(cache, 18, 28, 5);
		assert.deepEqual(host.questions.at(-1), { epoch: 7, from: 25, to: 33 });
	});

	it('has one question under way and then the latest wish', async () => {
		const cache = new RowCache(1);
		want(cache, 0, 10);
		for (let from = 100; from <= 900; from += 100) want(cache, from, from + 10);
		assert.equal(host.questions.length, 1);
		await host.answer();
		assert.deepEqual(host.questions.at(-1), { epoch: 1, from: 900, to: 910 });
		await host.answer();
		assert.equal(host.questions.length, 2);
	});

	it('drops an answer of another epoch', async () => {
		const cache = new RowCache(1);
		want(cache, 0, 10);
		await host.answer({ epoch: 2, rows: [] });
		assert.equal(cache.get(0), undefined);
		assert.equal(host.questions.length, 1, 'does not ask on and on');
		feed.refresh();
		want(cache, 0, 10);
		assert.equal(host.questions.length, 2);
	});

	it('asks again after a failure, once the host said something new', async () => {
		const cache = new RowCache(1);
		want(cache, 0, 10);
		await host.fail();
		want(cache, 0, 10);
		assert.equal(host.questions.length, 1);
		feed.refresh();
		want(cache, 0, 10);
		await host.answer();
		assert.ok(cache.has({ from: 0, to: 10 }));
	});

	it('never asks for more than a question may', () => {
		feed.want(new RowCache(1), { from: 5000, to: 5050 }, { from: 0, to: 10_000 });
		const { from, to } = host.questions[0]!;
		assert.ok(to - from <= 1000 && from <= 5000 && to >= 5050);
	});
});
