import assert from 'node:assert/strict';
import { Emitter } from '../../../src/base/emitter';

describe('Emitter', () => {
	it('calls its listeners in order of subscription, until they are disposed of', () => {
		const emitter = new Emitter<number>();
		const log: string[] = [];
		const first = emitter.event(value => log.push(`first ${value}`));
		emitter.event(value => log.push(`second ${value}`));
		emitter.fire(1);
		first.dispose();
		first.dispose();
		emitter.fire(2);
		assert.deepEqual(log, ['first 1', 'second 1', 'second 2']);
	});

	it('takes the same function twice, and lets go of it once at a time', () => {
		const emitter = new Emitter<void>();
		let calls = 0;
		const listener = () => calls++;
		const one = emitter.event(listener);
		emitter.event(listener);
		emitter.fire();
		assert.equal(calls, 2);
		one.dispose();
		emitter.fire();
		assert.equal(calls, 3);
	});

	it('calls the listeners of the moment in which it fires', () => {
		const emitter = new Emitter<void>();
		let late = 0;
		const once = emitter.event(() => {
			once.dispose();
			emitter.event(() => late++);
		});
		emitter.fire();
		assert.equal(late, 0);
		emitter.fire();
		assert.equal(late, 1);
	});

	it('calls all listeners although some throw, then throws the first error', () => {
		const emitter = new Emitter<void>();
		let called = false;
		emitter.event(() => {
			throw undefined;
		});
		emitter.event(() => {
			throw new Error('second');
		});
		emitter.event(() => (called = true));
		let thrown: unknown = 'nothing';
		try {
			emitter.fire();
		} catch (error) {
			thrown = error;
		}
		assert.equal(thrown, undefined);
		assert.equal(called, true);
	});

	it('has no listeners once it is disposed of, and takes none', () => {
		const emitter = new Emitter<void>();
		let calls = 0;
		emitter.event(() => calls++);
		emitter.dispose();
		emitter.event(() => calls++).dispose();
		emitter.fire();
		assert.equal(calls, 0);
	});
});
