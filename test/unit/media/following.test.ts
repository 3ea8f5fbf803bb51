import assert from 'node:assert/strict';
import { Following } from '../../../media/model/following';
import type { Tick } from '../../../src/protocol/tick';
import { tickOf } from './rows';

/** Following with the ticks it has been told. */
class Told extends Following {
	private before: Tick | undefined;

	tell(more: Partial<Tick>): number {
		const tick = tickOf(more);
		this.takeTick(tick, this.before);
		this.before = tick;
		return this.newCount(tick);
	}
}

describe('following', () => {
	it('counts what came since it stopped', () => {
		const following = new Told();
		assert.equal(following.tell({ total: 10 }), 0);
		following.stop(10);
		assert.equal(following.tell({ total: 22 }), 12);
		following.stop(22);
		assert.equal(following.tell({ total: 23 }), 13, 'stopping twice is stopping once');
		following.start();
		assert.equal(following.tell({ total: 40 }), 0);
	});

	it('pauses, counts what the host says, and goes on', () => {
		const following = new Told();
		following.tell({ total: 10 });
		assert.equal(following.tell({ total: 10, epoch: 2, isPaused: true, beyond: 312 }), 312);
		assert.equal(following.isOn, false);
		assert.equal(following.isWanted, true);
		following.tell({ total: 322, epoch: 3 });
		assert.equal(following.isOn, true);
	});

	it('stays where one scrolled to while paused', () => {
		const following = new Told();
		following.tell({ total: 10 });
		following.tell({ total: 10, epoch: 2, isPaused: true, beyond: 5 });
		following.stop(10);
		assert.equal(following.tell({ total: 15, epoch: 3 }), 5);
		assert.equal(following.isOn, false);
	});

	it('counts from the whole result of another filter on', () => {
		const following = new Told();
		following.tell({ total: 100 });
		following.stop(100);
		assert.equal(following.tell({ total: 10, epoch: 2, isCounting: true }), 0);
		assert.equal(following.tell({ total: 40, epoch: 2, isCounting: false }), 0);
		assert.equal(following.tell({ total: 43, epoch: 2 }), 3);
	});
});
