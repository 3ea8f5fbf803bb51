import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StreamParser } from '../../../src/parse/streamParser';
import { byteByByte, randomChunks } from '../../fixtures/chunks';
import { FrameRecorder } from '../../fixtures/frameRecorder';

// Each stream in the folder has its frames beside it, as JSON. To accept a change of them on
// purpose, run with UPDATE_GOLDEN=1 and read the difference before it is committed.
const folder = join('test', 'fixtures', 'streams');
const update = process.env.UPDATE_GOLDEN === '1';

function parse(chunks: readonly Uint8Array[], maxBlockBytes?: number) {
	const recorder = new FrameRecorder();
	const parser = new StreamParser(recorder, { offset: 0, lastEventId: '' }, maxBlockBytes);
	for (const chunk of chunks) parser.write(chunk);
	parser.end();
	return recorder.frames;
}

describe('Byte streams', () => {
	const streams = readdirSync(folder).filter(name => name.endsWith('.sse'));
	assert.ok(streams.length > 40, 'the streams were not found');

	for (const name of streams) {
		describe(name, () => {
			const bytes = new Uint8Array(readFileSync(join(folder, name)));
			const goldenFile = join(folder, name.replace('.sse', '.golden.json'));
			const whole = parse([bytes]);
			if (update) writeFileSync(goldenFile, `${JSON.stringify(whole, null, '\t')}\n`);
			const golden: unknown = JSON.parse(readFileSync(goldenFile, 'utf8'));

			it('whole', () => assert.deepEqual(whole, golden));

			it('byte by byte', () => assert.deepEqual(parse(byteByByte(bytes)), golden));

			it('in random chunks', () => {
				for (let seed = 1; seed <= 50; seed++) {
					assert.deepEqual(parse(randomChunks(bytes, seed)), golden, `seed ${seed}`);
				}
			});

			it('with blocks cut at 12 bytes, the same however it comes', () => {
				const cut = parse([bytes], 12);
				assert.deepEqual(parse(byteByByte(bytes), 12), cut);
				for (let seed = 1; seed <= 20; seed++) {
					assert.deepEqual(parse(randomChunks(bytes, seed), 12), cut, `seed ${seed}`);
				}
			});

			it('covers its bytes in order, without overlap of blocks', () => {
				let latestEnd = 0;
				for (const frame of whole) {
					const end = frame.offset + frame.size;
					assert.ok(end >= latestEnd && end <= bytes.length, JSON.stringify(frame));
					latestEnd = end;
				}
			});
		});
	}
});
