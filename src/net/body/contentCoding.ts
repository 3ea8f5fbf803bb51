import * as zlib from 'node:zlib';
import type { ResponseFacts } from '../../domain/entry';

/** A content coding that can be undone. */
export type Coding = 'gzip' | 'deflate' | 'br' | 'zstd';

/** How a body is coded. */
export type ContentCoding =
	/** In the order in which they were applied; none for a body that is not coded. */
	| { readonly isKnown: true; readonly codings: readonly Coding[] }
	/** What the server said, in lower case. */
	| { readonly isKnown: false; readonly name: string };

/** More of them have no use, and each takes memory. */
export const maxCodings = 5;

// RFC 9110, 8.4.1.3: "A recipient SHOULD consider `x-gzip` to be equivalent to `gzip`."
const codingsByName = new Map<string, Coding>([
	['gzip', 'gzip'],
	['x-gzip', 'gzip'],
	['deflate', 'deflate'],
	['br', 'br'],
	['zstd', 'zstd'],
]);

/** What the header fields say of the body; `undefined` where there are none, or `identity`. */
export function contentCodingName(headers: ResponseFacts['headers']): string | undefined {
	const names = headers
		.filter(([name]) => name.toLowerCase() === 'content-encoding')
		.flatMap(([, value]) => value.split(','))
		.map(name => name.trim().toLowerCase())
		// RFC 9110, 8.4: `identity` is reserved and should not stand there, but does.
		.filter(name => name !== '' && name !== 'identity');
	return names.length === 0 ? undefined : names.join(', ');
}

/** What has to be undone for the body to be read. */
export function contentCoding(headers: ResponseFacts['headers']): ContentCoding {
	const name = contentCodingName(headers);
	if (name === undefined) return { isKnown: true, codings: [] };
	const codings = name.split(', ').flatMap(each => codingsByName.get(each) ?? []);
	const isKnown = codings.length === name.split(', ').length && codings.length <= maxCodings;
	return isKnown ? { isKnown, codings } : { isKnown, name };
}

/**
 * A stream of Node's that undoes `coding`, and gives of what it got all that can be given, so that
 * what the server flushed is seen when it comes.
 * @param firstByte Of the coded body.
 */
export function decoderFor(coding: Coding, firstByte: number): DecoderStream {
	const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH, ZSTD_e_flush } = zlib.constants;
	switch (coding) {
		case 'gzip':
			return zlib.createGunzip({ flush: Z_SYNC_FLUSH });
		case 'deflate':
			return isWrapped(firstByte)
				? zlib.createInflate({ flush: Z_SYNC_FLUSH })
				: zlib.createInflateRaw({ flush: Z_SYNC_FLUSH });
		case 'br':
			return zlib.createBrotliDecompress({ flush: BROTLI_OPERATION_FLUSH });
		case 'zstd':
			return zlib.createZstdDecompress({
				flush: ZSTD_e_flush,
				// RFC 9659, 3: no window of more than 8 MB; Node's own limit is 128 MB of memory.
				params: { [zlib.constants.ZSTD_d_windowLogMax]: 23 },
			});
	}
}

/**
 * RFC 9110, 8.4.1.2: deflate is "the 'zlib' data format […] Some non-conformant implementations send
 * the 'deflate' compressed data without the zlib wrapper." A wrapper begins with a byte that names the
 * method 8; nobody begins raw data with such a byte.
 */
export function isWrapped(firstByte: number): boolean {
	return (firstByte & 0x0f) === 8;
}

export type DecoderStream =
	zlib.Gunzip | zlib.Inflate | zlib.InflateRaw | zlib.BrotliDecompress | zlib.ZstdDecompress;
