import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { LeafPage, pageSizeBytes, putVarint } from './leafPage';

/** 4 MB: some 15 000 rows of a common size. */
const maxLeaves = 64;

/**
 * Rows on their way into a table, in a small database file of their own, which SQLite then copies
 * from with `INSERT … SELECT *`. That takes the records over as they are. It is twice as fast as
 * the best of the usual ways, for binding a million rows of 16 values costs more than all the
 * rest; multi-row VALUES, `json_each` and `applyChangeset` were tried and are slower.
 *
 * The file has the schema's page as SQLite wrote it, and a tree of one table, which is made here.
 */
export class TableImage {
	private readonly descriptor: number;
	private readonly schemaPage: Buffer;
	private readonly rootPage = Buffer.alloc(pageSizeBytes);
	private readonly leaves: LeafPage[] = [new LeafPage()];
	/** Of `leaves`, the one that is being filled. */
	private index = 0;
	private changes = 1;

	/** Makes the file, or replaces it; `table` is the statement that creates the table. */
	constructor(
		private readonly file: string,
		table: string,
	) {
		rmSync(file, { force: true });
		const database = new DatabaseSync(file);
		database.exec(`PRAGMA page_size = ${pageSizeBytes}; PRAGMA journal_mode = OFF; ${table}`);
		database.close();
		this.schemaPage = readFileSync(file).subarray(0, pageSizeBytes);
		this.descriptor = openSync(file, 'r+');
	}

	get isEmpty(): boolean {
		return this.leaf.lastKey === 0;
	}

	/** The page to put the next row on; `undefined` if there is no room for it before the image is cleared. */
	leafFor(valueBytes: number): LeafPage | undefined {
		if (this.leaf.hasRoom(valueBytes)) return this.leaf;
		if (this.isEmpty || this.index + 1 === maxLeaves) return undefined;
		this.leaves[++this.index] ??= new LeafPage();
		this.leaf.clear();
		return this.leaf.hasRoom(valueBytes) ? this.leaf : undefined;
	}

	/** Writes the rows so far to the file. They can be read once no older read transaction is open. */
	write(): void {
		const leaves = this.leaves.slice(0, this.index + 1);
		for (const leaf of leaves) leaf.seal();
		// A tree of one leaf is that leaf.
		const tree = leaves.length === 1 ? leaves : [this.root(leaves), ...leaves];
		const pages = [this.schema(1 + tree.length), ...tree.map(page => page.bytes)];
		pages.forEach((page, index) => {
			for (let at = 0; at < page.length;) {
				at += writeSync(this.descriptor, page, at, page.length - at, index * pageSizeBytes + at);
			}
		});
	}

	clear(): void {
		this.index = 0;
		this.leaf.clear();
	}

	/** Deletes the file. */
	dispose(): void {
		closeSync(this.descriptor);
		rmSync(this.file, { force: true });
	}

	private get leaf(): LeafPage {
		return this.leaves[this.index]!;
	}

	/** [SQLite] 1.3: the change counter tells other connections that their cache is out of date. */
	private schema(pages: number): Buffer {
		this.changes++;
		this.schemaPage.writeUInt32BE(this.changes, 24);
		this.schemaPage.writeUInt32BE(pages, 28);
		this.schemaPage.writeUInt32BE(this.changes, 92);
		return this.schemaPage;
	}

	/** [SQLite] 1.6: an interior page has, for each child but the last, its page and its largest key. */
	private root(leaves: readonly LeafPage[]): { readonly bytes: Buffer } {
		const page = this.rootPage;
		const firstChild = 3;
		let content = pageSizeBytes - 16 * leaves.length;
		page[0] = 5; // the interior of a table
		page.writeUInt16BE(0, 1);
		page.writeUInt16BE(leaves.length - 1, 3);
		page.writeUInt16BE(content, 5);
		page[7] = 0;
		page.writeUInt32BE(firstChild + leaves.length - 1, 8);
		leaves.slice(0, -1).forEach((leaf, index) => {
			page.writeUInt16BE(content, 12 + 2 * index);
			page.writeUInt32BE(firstChild + index, content);
			content = putVarint(page, content + 4, leaf.lastKey);
		});
		return { bytes: page };
	}
}
