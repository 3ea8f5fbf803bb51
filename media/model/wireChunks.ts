import type { WireBytes } from '../../src/protocol/wireBytes';

/** The part of an entry's bytes that came in one chunk. */
export interface WireChunk {
	readonly chunk: number;
	/** Ms since the epoch. */
	readonly time: number;
	/** After the chunk before it; absent for the first. */
	readonly laterMs?: number;
	/** Where its bytes lie among those at hand: `from … to - 1`. */
	readonly from: number;
	readonly to: number;
	/** Bytes of the entry in it, those not at hand included. */
	readonly sizeBytes: number;
	/** Whether the entry begins, and ends, within it. */
	readonly begins: boolean;
	readonly ends: boolean;
}

/** The entry's bytes by the chunks they came in, those of which no byte is at hand left out. */
export function wireChunks(wire: WireBytes): WireChunk[] {
	const found: WireChunk[] = [];
	for (const { chunk, time, start, length } of wire.chunks) {
		const from = Math.max(0, start);
		const end = Math.min(wire.length, start + length);
		const to = Math.min(wire.bytes.length, end);
		if (from >= to) continue;
		const before = found.at(-1);
		found.push({
			chunk,
			time,
			...(before !== undefined && { laterMs: time - before.time }),
			from,
			to,
			sizeBytes: end - from,
			begins: from === 0,
			ends: end === wire.length,
		});
	}
	return found;
}
