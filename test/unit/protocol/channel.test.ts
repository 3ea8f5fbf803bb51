import assert from 'node:assert/strict';
import { QuestionChannel } from '../../../src/protocol/channel';
import type { Ask } from '../../../src/protocol/questions';

describe('QuestionChannel', () => {
	function open() {
		const posted: Ask[] = [];
		return { posted, channel: new QuestionChannel(ask => posted.push(ask)) };
	}

	it('posts questions with numbers of their own', () => {
		const { posted, channel } = open();
		void channel.ask('rows', { epoch: 1, from: 0, to: 20 });
		void channel.ask('entry', { seq: 7 });
		assert.deepEqual(posted, [
			{ type: 'ask', id: 1, about: 'rows', epoch: 1, from: 0, to: 20 },
			{ type: 'ask', id: 2, about: 'entry', seq: 7 },
		]);
	});

	it('hands each answer to the one who asked, in any order', async () => {
		const { channel } = open();
		const first = channel.ask('entry', { seq: 1 });
		const second = channel.ask('locate', { epoch: 1, seq: 2 });
		channel.settle({ type: 'reply', id: 2, answer: { index: 5, isExact: true } });
		channel.settle({ type: 'reply', id: 1, answer: undefined });
		assert.deepEqual(await second, { index: 5, isExact: true });
		assert.equal(await first, undefined);
	});

	it("throws the host's error", async () => {
		const { channel } = open();
		const question = channel.ask('entry', { seq: 1 });
		channel.settle({ type: 'reply', id: 1, error: 'The capture is closed.' });
		await assert.rejects(question, { message: 'The capture is closed.' });
	});

	it('drops a reply that nobody waits for, and a second one', async () => {
		const { channel } = open();
		const question = channel.ask('entry', { seq: 1 });
		channel.settle({ type: 'reply', id: 9, answer: 'stray' });
		channel.settle({ type: 'reply', id: 1, answer: undefined });
		channel.settle({ type: 'reply', id: 1, error: 'late' });
		assert.equal(await question, undefined);
	});

	it('ends all questions when it is disposed of, and every later one', async () => {
		const { posted, channel } = open();
		const question = channel.ask('entry', { seq: 1 });
		channel.dispose();
		await assert.rejects(question, { message: 'The channel is closed.' });
		await assert.rejects(channel.ask('entry', { seq: 2 }), { message: 'The channel is closed.' });
		assert.equal(posted.length, 1);
	});

	it('rejects a question that could not be posted, and forgets it', async () => {
		const channel = new QuestionChannel(() => {
			throw new Error('gone');
		});
		await assert.rejects(channel.ask('entry', { seq: 1 }), /gone/);
	});
});
