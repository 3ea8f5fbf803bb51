import * as l10n from '@vscode/l10n';
import { Emitter } from '../base/emitter';
import { causeChain, HumanError } from '../base/errors';
import { maxBookmarkLabelLength, maxBookmarks, type Bookmark } from '../domain/bookmark';
import { countText, shortened } from '../domain/words';

/** Writes a bookmark to the capture, or takes it out of it; rejects with the reason if it cannot. */
export type KeepBookmark = (seq: number, label: string | undefined) => Promise<void>;

/**
 * The bookmarks of one capture. They are here at once, and are written to its file behind that: where
 * it cannot be written they last until it is closed.
 */
export class Bookmarks {
	private readonly labels: Map<number, string>;
	private readonly changed = new Emitter<void>();
	private ordered: readonly Bookmark[] | undefined;
	private isUnkept = false;

	readonly onDidChange = this.changed.event;

	/** @param given those in the file. */
	constructor(
		given: readonly Bookmark[],
		private readonly keep: KeepBookmark,
	) {
		this.labels = new Map(given.map(({ seq, label }) => [seq, label]));
	}

	/** In the order of the entries. */
	get all(): readonly Bookmark[] {
		return (this.ordered ??= [...this.labels]
			.map(([seq, label]) => ({ seq, label }))
			.sort((a, b) => a.seq - b.seq));
	}

	/** Empty if it was given none; `undefined`: there is no bookmark. */
	labelOf(seq: number): string | undefined {
		return this.labels.get(seq);
	}

	/**
	 * Sets the bookmark of an entry, which is in the capture, or takes it away: without a label.
	 * @throws HumanError if there are too many, or, once, if they cannot be written to the file.
	 */
	async set(seq: number, label: string | undefined): Promise<void> {
		if (label === this.labels.get(seq)) return;
		if (label === undefined) this.labels.delete(seq);
		else if (this.labels.has(seq) || this.labels.size < maxBookmarks) {
			this.labels.set(seq, shortened(label, maxBookmarkLabelLength));
		} else {
			throw new HumanError(
				l10n.t(
					'A capture cannot have more than {0} bookmarks. Remove some of them first.',
					countText(maxBookmarks),
				),
			);
		}
		this.change();
		try {
			await this.keep(seq, this.labels.get(seq));
		} catch (error) {
			if (this.isUnkept) return;
			this.isUnkept = true;
			const reason = causeChain(error)[0] ?? '';
			throw new HumanError(
				l10n.t(
					'Bookmarks of this capture last until it is closed: its file cannot be written. {0}',
					reason,
				),
				{ cause: error },
			);
		}
	}

	/** The entries before this one are gone. */
	removeBefore(firstSeq: number): void {
		const gone = [...this.labels.keys()].filter(seq => seq < firstSeq);
		for (const seq of gone) this.labels.delete(seq);
		if (gone.length > 0) this.change();
	}

	dispose(): void {
		this.changed.dispose();
	}

	private change(): void {
		this.ordered = undefined;
		this.changed.fire();
	}
}
