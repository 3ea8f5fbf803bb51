import assert from 'node:assert/strict';
import { FilterDraft } from '../../../media/model/filterDraft';
import { maxFilterLength } from '../../../src/protocol/guard';
import { filterVerdict } from '../../../src/protocol/filterVerdict';
import { FakeClock } from '../../fixtures/fakeClock';

const settled = () => new Promise(resolve => setImmediate(resolve));

/** A draft over a host that answers when it is told to. */
class Typing {
	readonly clock = new FakeClock();
	readonly asked: string[] = [];
	readonly inForce: string[] = [];
	readonly draft: FilterDraft;
	private open: (() => void)[] = [];

	constructor() {
		const judge = (text: string) => {
			this.asked.push(text);
			return new Promise<ReturnType<typeof filterVerdict>>(resolve => {
				this.open.push(() => resolve(filterVerdict(text)));
			});
		};
		const enforce = (text: string) => this.inForce.push(text);
		this.draft = new FilterDraft({ judge, enforce }, this.clock, () => {});
	}

	/** What is said to be wrong. */
	get message(): string | undefined {
		return this.draft.problem?.message;
	}

	async answer(): Promise<void> {
		for (const answer of this.open.splice(0)) answer();
		await settled();
	}
}

describe('the draft of a filter', () => {
	it('comes into force after a pause', async () => {
		const typing = new Typing();
		typing.draft.set('a', 100);
		await typing.answer();
		assert.deepEqual(typing.draft.marks.anywhere, ['a']);
		assert.deepEqual(typing.inForce, []);
		typing.clock.advance(100);
		assert.deepEqual(typing.inForce, ['a']);
		assert.equal(typing.draft.inForce, 'a');
	});

	it('comes into force when the host has said that it is valid, however late', async () => {
		const typing = new Typing();
		typing.draft.set('a', 100);
		typing.clock.advance(5000);
		assert.deepEqual(typing.inForce, []);
		await typing.answer();
		assert.deepEqual(typing.inForce, ['a']);
	});

	it('is judged once, for what is typed last', async () => {
		const typing = new Typing();
		for (const text of ['t', 'ty', 'typ', 'type', 'type:']) typing.draft.set(text, 100);
		assert.deepEqual(typing.asked, ['t']);
		await typing.answer();
		assert.deepEqual(typing.asked, ['t', 'type:']);
		assert.equal(typing.message, undefined);
		await typing.answer();
		assert.match(typing.message ?? '', /has no value/);
		typing.clock.advance(1000);
		assert.deepEqual(typing.inForce, []);
	});

	it('never takes the problem of an older text for that of a newer one', async () => {
		const typing = new Typing();
		typing.draft.set('prise:1', 0);
		typing.draft.set('type:a', 0);
		await typing.answer();
		assert.equal(typing.draft.problem, undefined, 'the answer to what is no longer there');
		await typing.answer();
		assert.equal(typing.draft.problem, undefined);
		assert.deepEqual(typing.inForce, ['type:a']);
	});

	it('leaves the filter before in force, and its marks, while it is not valid', async () => {
		const typing = new Typing();
		typing.draft.set('abc', 0);
		await typing.answer();
		typing.draft.set('abc prise:1', 0);
		assert.equal(typing.draft.problem, undefined);
		await typing.answer();
		assert.ok(typing.draft.problem);
		assert.equal(typing.draft.inForce, 'abc');
		assert.deepEqual(typing.draft.marks.anywhere, ['abc']);
		typing.draft.set('abc size:1', 0);
		assert.ok(typing.draft.problem, 'until more is known');
		await typing.answer();
		assert.equal(typing.draft.problem, undefined);
	});

	it('has no problem when it is empty, without asking', async () => {
		const typing = new Typing();
		typing.draft.set('prise:1', 0);
		await typing.answer();
		typing.draft.set('', 0);
		assert.equal(typing.draft.problem, undefined);
	});

	it('is not sent if it is in force already', async () => {
		const typing = new Typing();
		typing.draft.restore('a', 'a');
		await typing.answer();
		assert.deepEqual(typing.draft.marks.anywhere, ['a']);
		typing.draft.set('ab', 100);
		typing.draft.set('a', 100);
		await typing.answer();
		typing.clock.advance(100);
		assert.deepEqual(typing.inForce, []);
	});

	it('does not wait for more when it is hurried', async () => {
		const typing = new Typing();
		typing.draft.set('a', 100);
		await typing.answer();
		typing.draft.hurry();
		assert.deepEqual(typing.inForce, ['a']);
		typing.clock.advance(1000);
		assert.deepEqual(typing.inForce, ['a']);
	});

	it('asks about no more than the host takes', async () => {
		const typing = new Typing();
		typing.draft.set('x'.repeat(3 * maxFilterLength), 0);
		assert.equal(typing.asked[0]?.length, maxFilterLength);
		await typing.answer();
		assert.match(typing.draft.problem?.message ?? '', /too long/);
	});
});
