import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import { assertNever } from '../../base/assertNever';
import { isWrapped, type Coding } from './contentCoding';

/** So much of a body is kept, coded, for the case that its coding breaks. */
export const maxKeptBytes = 262_144;
/** It may grow to so much; what grows more was not made of events. */
const maxOutputLength = 16_000_000;

/**
 * What the longest sound beginning of `coded` decodes to: a decoder that meets an error drops what
 * it made of the bytes before it in the same chunk. Takes some twenty trials, in Node's own threads.
 */
export async function soundBeginning(coding: Coding, coded: Buffer): Promise<Buffer> {
	const decode = wholeDecoder(coding, coded[0] ?? 0);
	let sound: Buffer = Buffer.alloc(0);
	let [goodBytes, badBytes] = [0, coded.length];
	while (badBytes - goodBytes > 1) {
		const middle = (goodBytes + badBytes) >> 1;
		try {
			sound = await decode(coded.subarray(0, middle));
			goodBytes = middle;
		} catch {
			badBytes = middle;
		}
	}
	return sound;
}

/** Decodes a body that may be cut anywhere. */
function wholeDecoder(coding: Coding, firstByte: number): (coded: Buffer) => Promise<Buffer> {
	const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH, ZSTD_e_flush } = zlib.constants;
	const inZlib = { finishFlush: Z_SYNC_FLUSH, maxOutputLength };
	switch (coding) {
		case 'gzip':
			return coded => promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gunzip)(coded, inZlib);
		case 'deflate': {
			const inflate = isWrapped(firstByte) ? zlib.inflate : zlib.inflateRaw;
			return coded => promisify<Buffer, zlib.ZlibOptions, Buffer>(inflate)(coded, inZlib);
		}
		case 'br': {
			const options = { finishFlush: BROTLI_OPERATION_FLUSH, maxOutputLength };
			const decode = promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress);
			return coded => decode(coded, options);
		}
		case 'zstd': {
			const options = { finishFlush: ZSTD_e_flush, maxOutputLength };
			const decode = promisify<Buffer, zlib.ZstdOptions, Buffer>(zlib.zstdDecompress);
			return coded => decode(coded, options);
		}
		default:
			return assertNever(coding);
	}
}
