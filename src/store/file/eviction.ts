import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { PageReader } from '../page/pageReader';
import { columnPlaces } from '../page/columns';
import type { CaptureLimits } from './captureLimits';

/** What goes at once, of what is there: so that it need not be done at every commit. */
const slice = 1 / 50;

/** Makes room in a capture that may drop its oldest entries: they go, and the bytes that no other needs. */
export class Eviction {
	private readonly maxEntries: number;
	private readonly maxSizeBytes: number;
	private readonly pageCount: StatementSync;
	private readonly freePages: StatementSync;
	private readonly pageSizeBytes: number;

	constructor(
		private readonly database: DatabaseSync,
		private readonly pages: PageReader,
		{ maxEntries = Infinity, maxSizeBytes = Infinity }: CaptureLimits,
		/** These entries are about to go, both included. */
		private readonly dropping: (from: number, to: number) => void,
	) {
		this.maxEntries = maxEntries;
		this.maxSizeBytes = maxSizeBytes;
		this.pageCount = database.prepare('PRAGMA page_count');
		this.freePages = database.prepare('PRAGMA freelist_count');
		this.pageSizeBytes = Number(database.prepare('PRAGMA page_size').get()?.page_size);
	}

	/**
	 * Deletes what is too much, within the transaction in which all that is kept has been written.
	 * @returns The first entry that is left; `last + 1` if none is.
	 */
	makeRoom(first: number, last: number): number {
		let left = first;
		for (;;) {
			const kept = last - left + 1;
			const tooMany = kept > this.maxEntries ? kept - this.maxEntries : 0;
			if (kept === 0 || (tooMany === 0 && this.usedBytes() <= this.maxSizeBytes)) return left;
			const from = left;
			const more = Math.ceil(Math.min(kept, this.maxEntries) * slice);
			left = Math.min(last + 1, left + tooMany + more);
			this.dropping(from, left - 1);
			this.deleteBefore(left);
		}
	}

	private usedBytes(): number {
		if (this.maxSizeBytes === Infinity) return 0;
		const pages =
			Number(this.pageCount.get()?.page_count) - Number(this.freePages.get()?.freelist_count);
		return pages * this.pageSizeBytes;
	}

	private deleteBefore(seq: number): void {
		const { database } = this;
		database.prepare('DELETE FROM page WHERE seq + count <= ?').run(seq);
		database.prepare('DELETE FROM remark WHERE seq < ?').run(seq);
		database.prepare('DELETE FROM bookmark WHERE seq < ?').run(seq);
		// Of the page that is left some may have to go, too.
		database.prepare("REPLACE INTO meta VALUES ('first', ?)").run(String(seq));
		const oldest = this.oldestBytes(seq);
		if (oldest === undefined) return;
		// A row of segments goes when the one after it holds all that is needed.
		database
			.prepare(
				'DELETE FROM segment WHERE offset < (SELECT max(offset) FROM segment WHERE offset <= ?)',
			)
			.run(oldest.offset);
		database
			.prepare(
				`DELETE FROM coded_segment WHERE offset <
				(SELECT max(offset) FROM coded_segment WHERE first_chunk <= ?)`,
			)
			.run(oldest.chunk);
	}

	/** Where the bytes begin of the entries from `seq` on. */
	private oldestBytes(seq: number): { offset: number; chunk: number } | undefined {
		for (const { page, from, to } of this.pages.forward(seq, Infinity)) {
			let oldest: number | undefined;
			for (let i = from; i < to; i++) {
				// A block comes after the lines in it that are entries of their own.
				const offset = page.offset[i]!;
				if (offset >= 0 && offset < (oldest === undefined ? Infinity : page.offset[oldest]!)) {
					oldest = i;
				}
			}
			if (oldest === undefined) continue;
			const chunk = page.column(columnPlaces.chunk)[oldest]!;
			return { offset: page.offset[oldest]!, chunk };
		}
		return undefined;
	}
}
