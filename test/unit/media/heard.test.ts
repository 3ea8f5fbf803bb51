import assert from 'node:assert/strict';
import { growthPauseMs, Heard, newsPauseMs, type Situation } from '../../../media/model/heard';
import { FakeClock } from '../../fixtures/fakeClock';

describe('what is heard of a stream', () => {
	let clock: FakeClock;
	let said: [number, string | undefined, number, number][];
	let heard: Heard;
	let now: Situation;
	let startMs: number;

	beforeEach(() => {
		clock = new FakeClock();
		startMs = clock.now();
		said = [];
		heard = new Heard(clock, (...words) => said.push([clock.now() - startMs, ...words]));
		now = { state: 'open', received: 120, kept: 100, isPaused: false };
		heard.update(now, 'Open');
	});

	const grow = (count: number, change: Partial<Situation> = {}) =>
		update({ received: now.received + count, kept: now.kept + count, ...change });
	const update = (change: Partial<Situation>) => {
		now = { ...now, ...change };
		heard.update(now, now.state);
	};

	it('is nothing at first, and another state at once', () => {
		assert.deepEqual(said, []);
		update({ state: 'closed' });
		assert.deepEqual(said, [[0, 'closed', 0, 100]]);
	});

	it('is how much has come, now and then, however fast it comes', () => {
		for (let ms = 0; ms < 60_000; ms += 50) {
			grow(10);
			clock.advance(50);
		}
		const times = said.map(([ms]) => ms);
		assert.ok(said.length >= 3 && said.length <= 4, times.join());
		for (const [place, ms] of times.entries()) {
			if (place > 0) assert.ok(ms - times[place - 1]! >= growthPauseMs);
		}
		let sum = 100;
		for (const [, news, added, entries] of said) {
			sum += added;
			assert.deepEqual([news, entries], [undefined, sum]);
		}
	});

	it('is the latest state alone where it changes all the time, with what has come', () => {
		update({ state: 'waiting' });
		for (const state of ['connecting', 'open', 'waiting', 'connecting', 'open']) {
			clock.advance(100);
			grow(1, { state });
		}
		clock.advance(newsPauseMs);
		assert.deepEqual(said, [
			[0, 'waiting', 0, 100],
			[newsPauseMs, 'open', 5, 105],
		]);
	});

	it('is not how much has come while the view is paused; all of it after', () => {
		update({ isPaused: true });
		grow(50);
		clock.advance(growthPauseMs * 2);
		assert.deepEqual(said, []);
		grow(10, { isPaused: false });
		assert.deepEqual(said, [[growthPauseMs * 2, undefined, 60, 160]]);
	});

	it('tells what is kept of it', () => {
		update({ kept: 0 });
		clock.advance(growthPauseMs);
		grow(7);
		assert.deepEqual(said, [[growthPauseMs, undefined, 7, 7]]);
	});
});
