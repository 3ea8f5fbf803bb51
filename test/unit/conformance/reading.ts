import assert from 'node:assert/strict';
import type { Frame } from '../../../src/parse/frameSink';
import { StreamParser } from '../../../src/parse/streamParser';
import { byteByByte, randomChunks } from '../../fixtures/chunks';
import { FrameRecorder } from '../../fixtures/frameRecorder';

/** An event as its listeners would get it; `message` and no ID where nothing is said. */
export interface Dispatched {
	readonly type?: string;
	readonly data: string;
	/** The last event ID string when it was dispatched. */
	readonly id?: string;
}

/** All frames of a body that comes in these chunks and then ends. */
export function framesOf(chunks: readonly (string | Uint8Array)[]): readonly Frame[] {
	const recorder = new FrameRecorder();
	const parser = new StreamParser(recorder, { offset: 0, lastEventId: '' });
	for (const chunk of chunks) parser.write(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
	parser.end();
	return recorder.frames;
}

/** What `frames` dispatch, in the short form. */
export function eventsOf(frames: readonly Frame[]): Dispatched[] {
	return frames
		.filter(({ kind }) => kind === 'event')
		.map(({ type, data, lastEventId }) => ({
			...(type !== 'message' && { type }),
			data,
			...(lastEventId !== '' && { id: lastEventId }),
		}));
}

/** Asserts what `stream` dispatches: whole, in pieces of one and two bytes, and in random ones. */
export function dispatches(stream: string | Uint8Array, expected: readonly Dispatched[]): void {
	const bytes = typeof stream === 'string' ? Buffer.from(stream) : stream;
	const deliveries: [string, Uint8Array[]][] = [
		['whole', [bytes]],
		['in pieces of one byte', byteByByte(bytes)],
		['in pieces of two bytes', pairs(bytes)],
		...[1, 2, 3, 4, 5].map((seed): [string, Uint8Array[]] => [
			`in random pieces, seed ${seed}`,
			randomChunks(bytes, seed),
		]),
	];
	for (const [how, chunks] of deliveries) {
		assert.deepEqual(eventsOf(framesOf(chunks)), expected, how);
	}
}

function pairs(bytes: Uint8Array): Uint8Array[] {
	const count = Math.ceil(bytes.length / 2);
	return Array.from({ length: count }, (_, index) => bytes.subarray(index * 2, index * 2 + 2));
}
