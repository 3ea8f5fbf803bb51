import assert from 'node:assert/strict';
import { EventRate } from '../../../src/workbench/panel/eventRate';

describe('The event rate', () => {
	it('is none at first', () => assert.equal(new EventRate().at(1000, 50), 0));

	it('is steady for a steady stream', () => {
		const rate = new EventRate();
		for (let time = 0; time < 10_000; time += 50) rate.at(time, time / 10);
		assert.equal(Math.round(rate.at(10_000, 1000)), 100);
	});

	it('follows within two seconds, up and down', () => {
		const rate = new EventRate();
		for (let time = 0; time <= 5000; time += 100) rate.at(time, 0);
		for (let time = 5100; time <= 7100; time += 100) rate.at(time, (time - 5000) / 2);
		assert.ok(rate.at(7100, 1050) > 450);
		for (let time = 7200; time <= 9200; time += 100) rate.at(time, 1050);
		assert.equal(rate.at(9300, 1050), 0);
	});

	it('begins anew when the count does', () => {
		const rate = new EventRate();
		rate.at(0, 1000);
		assert.equal(rate.at(1000, 5), 0);
	});
});
