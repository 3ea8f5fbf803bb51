import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const chunkBytes = 262_144;

/**
 * A file in pieces, each with a buffer of its own.
 * @param onRead told of how many bytes of how many are read.
 */
export function* fileChunks(
	path: string,
	onRead: (done: number, total: number) => void = () => {},
): Generator<Uint8Array> {
	const descriptor = openSync(path, 'r');
	try {
		const { size } = fstatSync(descriptor);
		for (let done = 0; ;) {
			const buffer = Buffer.allocUnsafeSlow(chunkBytes);
			const length = readSync(descriptor, buffer, 0, chunkBytes, null);
			if (length === 0) return;
			done += length;
			onRead(done, Math.max(done, size));
			yield buffer.subarray(0, length);
		}
	} finally {
		closeSync(descriptor);
	}
}
