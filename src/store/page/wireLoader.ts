import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { DamagedPage, maxWireSpan } from './readPage';

/**
 * Reads bytes of the stream. The segment in which the latest ended is kept: the next ones begin there, and
 * what is at a place never changes.
 */
export class WireLoader {
	private readonly select: StatementSync;
	private latest: { readonly offset: number; readonly bytes: Uint8Array } | undefined;

	constructor(database: DatabaseSync) {
		this.select = database.prepare(
			`SELECT offset, bytes FROM segment
			WHERE offset >= coalesce((SELECT max(offset) FROM segment WHERE offset <= ?), 0) AND offset < ?
			ORDER BY offset`,
		);
	}

	/**
	 * The bytes from one place to another; 0 for those that are not in the capture.
	 * @throws DamagedPage if they are more than a page can refer to.
	 */
	load(from: number, to: number): Buffer {
		if (to - from > maxWireSpan) throw new DamagedPage();
		const target = Buffer.alloc(to - from);
		let start = from;
		if (this.latest !== undefined) start = copyTo(target, from, this.latest, start);
		if (start < to) {
			for (const row of this.select.all(start, to)) {
				const segment = { offset: Number(row.offset), bytes: row.bytes as Uint8Array };
				copyTo(target, from, segment, from);
				this.latest = segment;
			}
		}
		return target;
	}
}

/** Returns where what is still missing begins, if it began at `start`. */
function copyTo(
	target: Buffer,
	from: number,
	{ offset, bytes }: { readonly offset: number; readonly bytes: Uint8Array },
	start: number,
): number {
	const end = offset + bytes.length;
	const first = Math.max(from, offset);
	if (first < end && first - from < target.length) {
		target.set(bytes.subarray(first - offset, from + target.length - offset), first - from);
	}
	return offset <= start && end > start ? end : start;
}
