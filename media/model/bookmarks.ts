import type { Bookmark } from '../../src/domain/bookmark';

/** The bookmarks of the capture, as the host told them last. */
export class BookmarkSet {
	#labels: ReadonlyMap<number, string> = new Map();
	#entries: readonly number[] = [];
	/** The entry whose bookmark the user has just asked to be changed. */
	#asked: number | undefined;

	/** In order. */
	get seqs(): readonly number[] {
		return this.#entries;
	}

	/** What the bookmark of an entry is called, which may be nothing; `undefined`: it has none. */
	labelOf(seq: number): string | undefined {
		return this.#labels.get(seq);
	}

	/** The user asks for a change: what comes of it is worth telling. */
	expect(seq: number): void {
		this.#asked = seq;
	}

	/** @returns whether the entry that the user asked about has one now, if that is what changed. */
	take(bookmarks: readonly Bookmark[]): { seq: number; isSet: boolean } | undefined {
		const before = this.#labels;
		this.#labels = new Map(bookmarks.map(({ seq, label }) => [seq, label]));
		this.#entries = bookmarks.map(({ seq }) => seq);
		const seq = this.#asked;
		if (seq === undefined || this.#labels.has(seq) === before.has(seq)) return undefined;
		this.#asked = undefined;
		return { seq, isSet: this.#labels.has(seq) };
	}
}
