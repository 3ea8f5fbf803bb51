import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Allocate } from './page';
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
	load(from: number, to: number, allocate: Allocate = Buffer.allocUnsafeSlow): Buffer {
		if (to - from > maxWireSpan) throw new DamagedPage();
		const target = allocate(to - from);
		const { latest } = this;
		let at = from;
		if (latest !== undefined && latest.offset <= from) at = copyTo(target, from, at, latest);
		if (at < to) {
			for (const row of this.select.all(at, to)) {
				this.latest = { offset: Number(row.offset), bytes: row.bytes as Uint8Array };
				at = copyTo(target, from, at, this.latest);
			}
		}
		target.fill(0, at - from);
		return target;
	}
}

/**
 * Copies what of a segment comes at `at` or later into `target`, which begins at `from` and is filled up to
 * there. Returns up to where it is now.
 */
function copyTo(
	target: Buffer,
	from: number,
	at: number,
	{ offset, bytes }: { readonly offset: number; readonly bytes: Uint8Array },
): number {
	const end = Math.min(offset + bytes.length, from + target.length);
	const first = Math.max(at, offset);
	if (first >= end) return at;
	target.fill(0, at - from, first - from);
	target.set(bytes.subarray(first - offset, end - offset), first - from);
	return end;
}
