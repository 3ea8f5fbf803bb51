import * as assert from 'node:assert/strict';
import { constants, zstdCompressSync } from 'node:zlib';
import { ZstdFrames } from '../../../src/net/body/zstdFrames';
import { Coder } from '../../fixtures/coder';

describe('frames of zstd', () => {
	const { ZSTD_c_checksumFlag, ZSTD_c_contentSizeFlag } = constants;
	const skippable = Buffer.from([0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]);
	const emptySkippable = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 0, 0, 0, 0]);
	const noise = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * i * 31) >> 7));

	const frames: [string, () => Buffer | Promise<Buffer>][] = [
		['small', () => zstdCompressSync('x')],
		['empty', () => zstdCompressSync('')],
		['of a repeated byte', () => zstdCompressSync(Buffer.alloc(1_000_000, 'x'))],
		['of many blocks', () => zstdCompressSync(noise)],
		['with a checksum', () => zstdCompressSync(noise, { params: { [ZSTD_c_checksumFlag]: 1 } })],
		[
			'without its size',
			() => zstdCompressSync('abc', { params: { [ZSTD_c_contentSizeFlag]: 0 } }),
		],
		['that was flushed', () => Coder.code('data: 1\n\n', 'zstd')],
		['to be skipped', () => skippable],
		['to be skipped, and empty', () => emptySkippable],
	];
	for (const [name, make] of frames) {
		it(`are found after one ${name}, however it is cut`, async () => {
			const frame = await make();
			const twice = Buffer.concat([frame, frame]);
			for (const size of [1, 2, 3, 7, 1000, twice.length].filter(
				each => frame.length / each < 1e5,
			)) {
				const found = new ZstdFrames();
				const ends: number[] = [];
				let at = 0;
				for (let from = 0; from < twice.length; from += size) {
					const parts = [...found.split(twice.subarray(from, from + size))];
					for (const part of parts) {
						assert.deepEqual(part, twice.subarray(at, at + part.length));
						at += part.length;
						if (at === frame.length || at === twice.length) ends.push(at);
					}
					assert.equal(found.isWithin, at !== frame.length && at !== twice.length);
				}
				assert.deepEqual(ends, [frame.length, twice.length], `in pieces of ${size}`);
			}
		});
	}

	it('that are none are passed on as they are', () => {
		const found = new ZstdFrames();
		const bytes = Buffer.from('data: 1\n\n');
		assert.deepEqual([...found.split(bytes)], [bytes]);
		assert.equal(found.isWithin, true);
	});
});
