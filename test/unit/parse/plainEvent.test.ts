import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BlockScanner } from '../../../src/parse/blocks';
import { FrameReader } from '../../../src/parse/frames';
import { isValidUtf8 } from '../../../src/parse/utf8';
import { mulberry32, randomChunks } from '../../fixtures/chunks';
import { FrameRecorder } from '../../fixtures/frameRecorder';

/** Leaves everything to eventsource-parser. */
class WithoutPlainEvents extends FrameReader {
	override readPlain(): number {
		return 0;
	}
}

function read(Reader: typeof FrameReader, chunks: readonly Uint8Array[], maxBlockBytes?: number) {
	const recorder = new FrameRecorder('before');
	const reader = new Reader(recorder, { offset: 10, lastEventId: 'before' });
	const scanner = new BlockScanner(reader, maxBlockBytes);
	for (const chunk of chunks) scanner.write(chunk);
	scanner.end();
	const { frames, plainCount } = recorder;
	return { frames, plainCount, lastEventId: reader.lastEventId };
}

function equal(chunks: readonly Uint8Array[], what: string, maxBlockBytes?: number): number {
	const found = read(FrameReader, chunks, maxBlockBytes);
	const expected = read(WithoutPlainEvents, chunks, maxBlockBytes);
	assert.deepEqual(found.frames, expected.frames, what);
	assert.equal(found.lastEventId, expected.lastEventId, what);
	return found.plainCount;
}

const lines = [
	['data: x', 'data:x', 'data:  x', 'data', 'data:', 'data: ', 'data: é日𝄞', 'data: a\ufeffb'],
	['data: \xff', 'data: \xc3', 'data: a\0b', 'data : x', 'date: x', 'Data: x', 'data: {"a": [1]}'],
	[
		'event: tick',
		'event:',
		'event: ',
		'event',
		'event: é',
		`event: ${'n'.repeat(80)}`,
		'events: x',
	],
	['id: 1', 'id: 2', 'id:', 'id', 'id: a\0b', 'id: é', 'id: \xff', 'ids: 1', 'id : 1'],
	['retry: 1', 'retry: 20', 'retry: x', 'retry:', 'retry', 'retry: 1 ', `retry: ${'9'.repeat(17)}`],
	[': comment', ':', 'nothing: x', '', '', '\ufeffdata: x'],
].flat();
const lineEnds = ['\n', '\n', '\n', '\r\n', '\r\n', '\r'];

/** Text in which a character up to U+00FF that is no ASCII stands for itself as a byte, in half of the cases. */
function randomBody(random: () => number): Uint8Array {
	const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)]!;
	const usual = pick(lineEnds);
	const parts: Buffer[] = [];
	for (let n = 0; n < 12; n++) {
		const end = random() < 0.9 ? usual : pick(lineEnds);
		const line = pick(lines);
		parts.push(Buffer.from(line, /[^\0-\xff]/.test(line) || random() < 0.5 ? 'utf8' : 'latin1'));
		parts.push(Buffer.from(random() < 0.4 ? end + end : end));
	}
	return new Uint8Array(Buffer.concat(parts));
}

describe('A plain event that is read from its bytes', () => {
	it('is what eventsource-parser makes of it, whatever the lines', function () {
		this.timeout(60_000);
		let plain = 0;
		for (let seed = 1; seed <= 4000; seed++) {
			const body = randomBody(mulberry32(seed));
			plain += equal([body], `whole, seed ${seed}`);
			plain += equal(randomChunks(body, seed, 30), `in chunks, seed ${seed}`);
			equal(randomChunks(body, seed, 30), `cut at 20 bytes, seed ${seed}`, 20);
		}
		assert.ok(plain > 2000, `only ${plain} plain events`);
	});

	it('is what eventsource-parser makes of it, in each stream of the fixtures', () => {
		const folder = join('test', 'fixtures', 'streams');
		let plain = 0;
		for (const name of readdirSync(folder).filter(file => file.endsWith('.sse'))) {
			plain += equal([new Uint8Array(readFileSync(join(folder, name)))], name);
		}
		assert.ok(plain > 30, `only ${plain} plain events`);
	});

	it('has one string for each type', () => {
		const body = Buffer.from('event: tick\ndata: 1\n\nevent: tock\ndata: 2\n\n'.repeat(3));
		const { frames, plainCount } = read(FrameReader, [body]);
		assert.equal(plainCount, 6);
		assert.deepEqual(
			frames.map(({ type, data }) => [type, data]),
			Array.from({ length: 3 }, () => [
				['tick', '1'],
				['tock', '2'],
			]).flat(),
		);
	});
});

describe('UTF-8', () => {
	it('is valid where a decoder says so', () => {
		const random = mulberry32(7);
		const edges = [0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf];
		edges.push(0xe0, 0xe1, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff);
		let valid = 0;
		for (let n = 0; n < 100_000; n++) {
			const bytes = Uint8Array.from({ length: 4 }, () => edges[Math.floor(random() * 22)]!);
			const length = 1 + Math.floor(random() * 4);
			const isValid = isValidUtf8(bytes, 0, length);
			assert.equal(isValid, decodes(bytes.subarray(0, length)), String(bytes));
			if (isValid) valid++;
		}
		assert.ok(valid > 1000);
	});
});

function decodes(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}
