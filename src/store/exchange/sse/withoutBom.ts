import type { ExportSource } from '../exportSource';
import type { FileOutput } from '../fileOutput';

/**
 * `bytes` from the place `offset`, without the BOM at the beginning of an attempt: only the first one
 * of a stream is passed over.
 */
export function withoutBom(
	bytes: Uint8Array,
	offset: number,
	attempt: number,
	source: ExportSource,
	output: FileOutput,
): Uint8Array {
	const hasBom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
	const isInside = output.sizeBytes > 0 && source.bodyOf(attempt)?.offset === offset;
	return hasBom && isInside ? bytes.subarray(3) : bytes;
}
