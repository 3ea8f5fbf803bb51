import * as assert from 'node:assert/strict';
import type { MachineWatcher } from '../../../src/net/machine/machine';
import { lookIntervalMs, MachineWatch, plainAddress } from '../../../src/net/machine/machineWatch';
import { systemAddresses } from '../../../src/net/machine/systemAddresses';
import { SystemClock } from '../../../src/net/machine/systemClock';
import { FakeClock } from '../../fixtures/fakeClock';

describe('The watch over the machine', () => {
	let clock: FakeClock;
	let watch: MachineWatch;
	/** What the system says; `undefined` where it does not tell. */
	let addresses: readonly string[] | undefined;
	let reads = 0;
	let told: string[];

	const watcher = (name: string, localAddress?: string): MachineWatcher => ({
		localAddress,
		woke: ms => told.push(`${name} woke after ${ms}`),
		addressGone: address => told.push(`${name} lost ${address}`),
		addressCame: () => told.push(`${name} heard of another address`),
	});

	beforeEach(() => {
		clock = new FakeClock();
		addresses = ['127.0.0.1', '192.168.1.4', 'fe80::1'];
		reads = 0;
		told = [];
		watch = new MachineWatch(clock, () => {
			reads++;
			return addresses && new Set(addresses);
		});
	});
	afterEach(() => {
		watch.dispose();
		assert.deepEqual(clock.pending, []);
	});

	it('has one timer for all, and none while nobody watches', () => {
		assert.deepEqual(clock.pending, []);
		const [one, two] = [watch.watch(watcher('one')), watch.watch(watcher('two'))];
		assert.deepEqual(clock.pending, [lookIntervalMs]);
		assert.ok(lookIntervalMs >= 5000);
		clock.advance(60_000);
		assert.equal(reads, 1 + 60_000 / lookIntervalMs);
		assert.deepEqual(told, []);
		one.dispose();
		assert.deepEqual(clock.pending, [lookIntervalMs]);
		two.dispose();
		assert.deepEqual(clock.pending, []);
		watch.look();
		assert.equal(reads, 1 + 60_000 / lookIntervalMs, 'nobody wants to know');
	});

	it('tells of a sleep, once, to all', () => {
		watch.watch(watcher('one'));
		watch.watch(watcher('two'));
		clock.advance(7000);
		clock.sleep(720_000);
		clock.advance(lookIntervalMs);
		const ms = 720_000;
		assert.deepEqual(told, [`one woke after ${ms}`, `two woke after ${ms}`]);
		clock.advance(60_000);
		assert.equal(told.length, 2);
	});

	it('tells of a sleep when it is asked to look, before its time', () => {
		watch.watch(watcher('one'));
		clock.sleep(30_000);
		watch.look();
		assert.deepEqual(told, [`one woke after ${30_000 - lookIntervalMs}`]);
	});

	it('does not take a busy program for one that slept', () => {
		watch.watch(watcher('one'));
		clock.sleep(9000);
		clock.advance(lookIntervalMs);
		assert.deepEqual(told, []);
	});

	it('does not count the time before anybody watched', () => {
		watch.watch(watcher('one')).dispose();
		clock.sleep(3_600_000);
		watch.watch(watcher('two'));
		clock.advance(lookIntervalMs);
		assert.deepEqual(told, []);
	});

	it('tells whose address is gone, and whose is not', () => {
		watch.watch(watcher('one', '192.168.1.4'));
		watch.watch(watcher('two', '127.0.0.1'));
		watch.watch(watcher('three'));
		clock.advance(lookIntervalMs);
		addresses = ['127.0.0.1'];
		clock.advance(lookIntervalMs);
		assert.deepEqual(told, ['one lost 192.168.1.4']);
	});

	it('knows an address in whatever form', () => {
		watch.watch(watcher('one', '::ffff:192.168.1.4'));
		watch.watch(watcher('two', 'fe80::1%eth0'));
		clock.advance(lookIntervalMs);
		assert.deepEqual(told, []);
		addresses = ['127.0.0.1'];
		clock.advance(lookIntervalMs);
		assert.deepEqual(told, ['one lost 192.168.1.4', 'two lost fe80::1']);
		assert.equal(plainAddress('2001:db8::1'), '2001:db8::1');
	});

	it('does not miss an address that was never there', () => {
		watch.watch(watcher('one', '10.9.8.7'));
		clock.advance(3 * lookIntervalMs);
		assert.deepEqual(told, []);
	});

	it('takes silence of the system for no change', () => {
		watch.watch(watcher('one', '192.168.1.4'));
		clock.advance(lookIntervalMs);
		addresses = undefined;
		clock.advance(lookIntervalMs);
		addresses = ['127.0.0.1', '192.168.1.4', 'fe80::1'];
		clock.advance(lookIntervalMs);
		assert.deepEqual(told, []);
	});

	it('tells that there is another address, after all that is gone', () => {
		watch.watch(watcher('one', '192.168.1.4'));
		clock.advance(lookIntervalMs);
		addresses = ['127.0.0.1', '10.0.0.2'];
		clock.sleep(60_000);
		clock.advance(lookIntervalMs);
		assert.deepEqual(told, [
			'one woke after 60000',
			'one lost 192.168.1.4',
			'one heard of another address',
		]);
	});

	it('lets those it tells end to watch, and others with them', () => {
		const one = watch.watch({
			woke: () => {
				told.push('one');
				one.dispose();
				two.dispose();
			},
		});
		const two = watch.watch(watcher('two'));
		clock.sleep(60_000);
		clock.advance(lookIntervalMs);
		assert.deepEqual(told, ['one']);
	});

	it('finds the addresses of this machine', () => {
		assert.ok(systemAddresses()?.has('127.0.0.1'));
	});
});

describe('The system’s clock', () => {
	it('goes on where the steady clock stood still', () => {
		let [steady, wall] = [1000.25, 1000];
		const clock = new SystemClock(
			() => steady,
			() => wall,
		);
		assert.equal(clock.now(), 1000.25);
		[steady, wall] = [1500.5, 1501];
		assert.equal(clock.now(), 1500.5, 'as evenly as the steady clock');
		[steady, wall] = [1600, 721_600];
		assert.equal(clock.now(), 721_600);
		[steady, wall] = [1700.5, 721_700];
		assert.equal(clock.now(), 721_700.5);
	});

	it('does not go back with the wall clock', () => {
		let [steady, wall] = [5000, 5000];
		const clock = new SystemClock(
			() => steady,
			() => wall,
		);
		assert.equal(clock.now(), 5000);
		[steady, wall] = [5001, 1000];
		assert.equal(clock.now(), 5001);
	});
});
