import assert from 'node:assert/strict';
import type { DensityNews, ToWebview } from '../../../src/protocol/toWebview';
import { MatchList } from '../../../src/store/filter/matchList';
import { OverviewKeeper } from '../../../src/store/overview/overviewKeeper';
import type { Progress } from '../../../src/store/progress';
import {
	OverviewFeed,
	overviewIntervalMs,
	type OverviewSource,
} from '../../../src/workbench/panel/overviewFeed';
import { FakeClock } from '../../fixtures/fakeClock';

/** A feed of a capture that grows by hand. */
class Fed implements OverviewSource {
	readonly clock = new FakeClock();
	readonly posted: ToWebview[] = [];
	readonly errors: unknown[] = [];
	readonly feed = new OverviewFeed(
		this,
		this.clock,
		message => this.posted.push(message),
		error => this.errors.push(error),
	);
	list: MatchList | undefined;
	isBroken = false;
	private readonly keeper = new OverviewKeeper();
	private lastSeq = 0;
	private asked = 0;

	readonly capture = {
		overview: async () => {
			this.asked++;
			if (this.isBroken) throw new Error('The writer has ended.');
			return this.keeper.snapshot();
		},
	} as OverviewSource['capture'];

	constructor() {
		Object.defineProperty(this.capture, 'progress', { get: () => this.progress });
	}

	matches(): MatchList | undefined {
		return this.list;
	}

	isRunning(): boolean {
		return true;
	}

	get questions(): number {
		return this.asked;
	}

	add(type: string): void {
		this.keeper.add({ seq: ++this.lastSeq, kind: 'event', time: 1000, type });
		this.feed.request();
	}

	/** The types of the messages since it was asked before, once all is answered. */
	async said(): Promise<string[]> {
		await new Promise(resolve => setImmediate(resolve));
		return this.posted.splice(0).map(({ type }) => type);
	}

	private get progress(): Partial<Progress> {
		return { received: this.lastSeq, dropped: 0, firstSeq: 1, lastSeq: this.lastSeq };
	}
}

describe('The feed of an overview', () => {
	it('tells all to a new page, and then what has changed', async () => {
		const fed = new Fed();
		fed.add('a');
		assert.deepEqual(await fed.said(), [], 'nobody listens yet');
		fed.feed.start();
		assert.deepEqual(await fed.said(), ['density', 'tally']);
		fed.clock.advance(10_000);
		fed.feed.request();
		assert.deepEqual(await fed.said(), [], 'nothing is new');
		assert.equal(fed.questions, 1);
		fed.feed.stop();
		fed.feed.start();
		fed.clock.advance(overviewIntervalMs);
		assert.deepEqual(await fed.said(), ['density', 'tally']);
	});

	it('waits a moment, and tells how things are then', async () => {
		const fed = new Fed();
		fed.feed.start();
		assert.deepEqual(await fed.said(), ['density', 'tally']);
		for (let i = 0; i < 100; i++) fed.add('a');
		assert.deepEqual(await fed.said(), []);
		fed.clock.advance(overviewIntervalMs);
		await new Promise(resolve => setImmediate(resolve));
		const [density, tally] = fed.posted;
		assert.ok(density?.type === 'density' && tally?.type === 'tally');
		assert.equal(tally.types[0]?.count, 100);
		assert.equal(density.now, fed.clock.now());
		assert.equal(density.matched, undefined);
	});

	it('says nothing while it is stopped', async () => {
		const fed = new Fed();
		fed.feed.start();
		fed.feed.stop();
		assert.deepEqual(await fed.said(), [], 'not even what was asked before');
		fed.add('a');
		fed.clock.advance(10_000);
		assert.deepEqual(await fed.said(), []);
		assert.equal(fed.questions, 1);
	});

	it('tells of matches, and when they become more, fewer or others', async () => {
		const fed = new Fed();
		const matched = async () => {
			fed.feed.request();
			fed.clock.advance(overviewIntervalMs);
			await new Promise(resolve => setImmediate(resolve));
			const news = fed.posted.splice(0).find(({ type }) => type === 'density') as
				DensityNews | undefined;
			return news && (news.matched?.reduce((a, b) => a + b, 0) ?? 'all');
		};
		for (let i = 0; i < 9; i++) fed.add('a');
		fed.feed.start();
		assert.equal(await matched(), 'all');
		fed.list = new MatchList();
		assert.equal(await matched(), 0);
		fed.list.append([2, 3, 5]);
		assert.equal(await matched(), 3);
		assert.equal(await matched(), undefined, 'nothing is new');
		fed.list = new MatchList();
		fed.list.append([1, 2, 3]);
		assert.equal(await matched(), 3);
		fed.list = undefined;
		assert.equal(await matched(), 'all');
	});

	it('tells of a failure once, and goes on when there is more', async () => {
		const fed = new Fed();
		fed.isBroken = true;
		fed.add('a');
		fed.feed.start();
		assert.deepEqual(await fed.said(), []);
		fed.clock.advance(10_000);
		fed.feed.request();
		await fed.said();
		assert.equal(fed.errors.length, 1);
		fed.isBroken = false;
		fed.add('a');
		fed.clock.advance(overviewIntervalMs);
		assert.deepEqual(await fed.said(), ['density', 'tally']);
	});
});
