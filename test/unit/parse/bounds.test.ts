import assert from 'node:assert/strict';
import { StreamParser } from '../../../src/parse/streamParser';
import { defaultMaxBlockBytes } from '../../../src/parse/blockBuffer';
import { FrameRecorder } from '../../fixtures/frameRecorder';

const encoder = new TextEncoder();

function begin() {
	const recorder = new FrameRecorder('before');
	const parser = new StreamParser(recorder, { offset: 1000, lastEventId: 'before' });
	return { frames: recorder.frames, parser };
}

describe('An oversized block', () => {
	it('is kept up to the limit and marked; its id and the stream go on', function () {
		this.timeout(120_000);
		const { frames, parser } = begin();
		const megabyte = encoder.encode('x'.repeat(1_000_000));
		parser.write(encoder.encode('event: big\ndata: '));
		for (let i = 0; i < 50; i++) parser.write(megabyte);
		parser.write(encoder.encode('\nid: 7\n\ndata: next\n\n'));

		assert.equal(frames.length, 2);
		const [big, next] = frames;
		assert.equal(big?.kind, 'event');
		assert.equal(big?.type, 'big');
		assert.equal(big?.id, '7');
		assert.equal(big?.data.length, defaultMaxBlockBytes - 'event: big\ndata: '.length);
		assert.equal(big?.size, 50_000_000 + 'event: big\ndata: \nid: 7\n\n'.length);
		assert.ok(big.cutBytes !== undefined && big.cutBytes > 33_000_000);
		assert.match(big.note ?? '', /^cut: 33\.2 MB more are in the capture$/);
		assert.equal(next?.data, 'next');
		assert.equal(next?.lastEventId, '7');
		assert.equal(next?.offset, 1000 + big.size);
	});

	it('does not end inside a character', () => {
		const { frames, parser } = begin();
		parser.write(encoder.encode(`data: ${'€'.repeat(6_000_000)}\n\n`));
		assert.match(frames[0]?.data ?? '', /^€+$/);
		assert.doesNotMatch(frames[0]?.note ?? '', /UTF-8/);
	});

	it('made of bare data lines costs no more than its limit', function () {
		this.timeout(120_000);
		const { frames, parser } = begin();
		const lines = encoder.encode('data\n'.repeat(200_000));
		for (let i = 0; i < 40; i++) parser.write(lines);
		parser.write(encoder.encode('\n'));
		assert.equal(frames.length, 1);
		assert.ok(frames[0]!.data.length < defaultMaxBlockBytes / 4);
	});
});

describe('An endless line', () => {
	it('is bounded in memory, and incomplete when the stream ends', function () {
		this.timeout(120_000);
		const { frames, parser } = begin();
		const megabyte = encoder.encode('x'.repeat(1_000_000));
		const before = process.memoryUsage().arrayBuffers;
		for (let i = 0; i < 200; i++) parser.write(megabyte);
		const grown = process.memoryUsage().arrayBuffers - before;
		assert.ok(grown < 5 * defaultMaxBlockBytes, `grew by ${grown} bytes`);
		assert.equal(frames.length, 0);
		parser.end();
		assert.equal(frames[0]?.kind, 'incomplete');
		assert.equal(frames[0]?.size, 200_000_000);
		assert.equal(frames[0]?.lastEventId, 'before');
	});
});
