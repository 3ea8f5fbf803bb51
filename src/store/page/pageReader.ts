import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Page } from './page';
import { readPage } from './readPage';
import { WireLoader } from './wireLoader';

/** Pages that were read last and are kept, decoded. */
const keptPages = 4;

/** A part of a page: the entries at `from … to - 1`. */
export interface PagePart {
	readonly page: Page;
	readonly from: number;
	readonly to: number;
}

/** Reads the pages of a capture, also while it is written. Within a transaction they fit together. */
export class PageReader {
	private readonly before: StatementSync;
	private readonly after: StatementSync;
	private readonly select: StatementSync;
	private readonly ends: StatementSync;
	private readonly firstKept: StatementSync;
	private readonly wire: WireLoader;
	/** By the number of the first entry; the latest is used last. */
	private readonly kept = new Map<number, Page>();
	private isFrozen = false;

	constructor(private readonly database: DatabaseSync) {
		this.before = database.prepare(
			'SELECT seq, count FROM page WHERE seq <= ? ORDER BY seq DESC LIMIT 1',
		);
		this.after = database.prepare(
			'SELECT seq, count FROM page WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT 1',
		);
		this.select = database.prepare('SELECT * FROM page WHERE seq = ?');
		this.ends = database.prepare(
			`SELECT (SELECT seq FROM page ORDER BY seq LIMIT 1) AS first,
				(SELECT seq + count FROM page ORDER BY seq DESC LIMIT 1) - 1 AS last`,
		);
		this.firstKept = database.prepare("SELECT value FROM meta WHERE key = 'first'");
		this.wire = new WireLoader(database);
	}

	/** From now on all is read as it is now, whatever is written meanwhile. */
	freeze(): void {
		this.database.exec('BEGIN');
		this.isFrozen = true;
	}

	/** Runs what reads, on the capture as it is now. */
	snapshot<T>(read: () => T): T {
		if (this.isFrozen) return read();
		this.database.exec('BEGIN');
		try {
			return read();
		} finally {
			this.database.exec('COMMIT');
		}
	}

	/** The numbers of the first and the last entry; `last` is one less if there is none. */
	range(): { readonly first: number; readonly last: number } {
		const row = this.ends.get();
		if (typeof row?.last !== 'number') return { first: 1, last: 0 };
		const { last } = row;
		return { first: Math.min(last + 1, Math.max(Number(row.first), this.firstSeq)), last };
	}

	/** The entries from one number to another, both included, those that are in the capture. */
	*forward(from: number, to: number): Generator<PagePart, void> {
		let at = Math.max(from, this.firstSeq);
		while (at <= to) {
			const page = this.pageWith(at) ?? this.read(this.after.get(at, to));
			if (page === undefined) return;
			yield {
				page,
				from: Math.max(0, at - page.seq),
				to: Math.min(page.count, to - page.seq + 1),
			};
			at = page.seq + page.count;
		}
	}

	/** The same, the last page first. */
	*backward(from: number, to: number): Generator<PagePart, void> {
		const first = Math.max(from, this.firstSeq);
		for (let at = to; at >= first;) {
			const page = this.read(this.before.get(at));
			if (page === undefined || page.seq + page.count <= first) return;
			const end = Math.min(page.count, at - page.seq + 1);
			yield { page, from: Math.max(0, first - page.seq), to: end };
			at = page.seq - 1;
		}
	}

	/** The place of one entry; `undefined` if it is not in the capture. */
	find(seq: number): { readonly page: Page; readonly at: number } | undefined {
		const page = seq < this.firstSeq ? undefined : this.pageWith(seq);
		return page && { page, at: seq - page.seq };
	}

	/** The entries before it have made room for others. */
	private get firstSeq(): number {
		const value = Number(this.firstKept.get()?.value ?? 1);
		return Number.isSafeInteger(value) ? value : 1;
	}

	private pageWith(seq: number): Page | undefined {
		const row = this.before.get(seq);
		return row !== undefined && Number(row.seq) + Number(row.count) > seq
			? this.read(row)
			: undefined;
	}

	/** The page whose number and count are these. */
	private read(row: Record<string, unknown> | undefined): Page | undefined {
		if (row === undefined) return undefined;
		const [seq, count] = [Number(row.seq), Number(row.count)];
		let page = this.kept.get(seq);
		this.kept.delete(seq);
		// The latest one is written again, with more entries or a longer last one.
		if (page?.count !== count || this.range().last === seq + count - 1) {
			page = readPage(this.select.get(seq) ?? {}, (...range) => this.wire.load(...range));
		}
		this.kept.set(seq, page);
		if (this.kept.size > keptPages) this.kept.delete(this.kept.keys().next().value!);
		return page;
	}
}
