import * as vscode from 'vscode';
import { assertNever } from '../../base/assertNever';
import { HumanError } from '../../base/errors';
import { countText } from '../../domain/words';
import type { BookmarkOrder } from '../../protocol/fromWebview';
import type { Capture } from '../../store/capture';
import { loadOnDemand } from '../loadOnDemand';

/** What the bookmarks need of the panel that shows them. */
export interface BookmarkedPanel {
	/** Whether the entry is among the rows. */
	isShown(seq: number): boolean;
	/** Selects the entry. */
	goTo(seq: number): Promise<unknown>;
}

/** What a person does with the bookmarks of a capture. */
export class Bookmarking {
	constructor(
		private readonly capture: Pick<Capture, 'bookmarks' | 'progress' | 'rows'>,
		private readonly panel: BookmarkedPanel,
	) {}

	/** @throws HumanError if it is about no entry of the capture. */
	async obey(order: BookmarkOrder): Promise<void> {
		switch (order.type) {
			case 'toggleBookmark':
				return this.toggle(this.entry(order.seq));
			case 'labelBookmark':
				return this.label(this.entry(order.seq));
			case 'stepBookmark':
				return this.step(order.seq, order.step);
			default:
				return assertNever(order);
		}
	}

	/** Lets the user choose one of them, and goes there. */
	async list(): Promise<void> {
		const { pickBookmark } = await loadOnDemand();
		const seq = await pickBookmark(this.capture, marked => this.label(marked));
		if (seq !== undefined) await this.panel.goTo(seq);
	}

	private async toggle(seq: number): Promise<void> {
		const { bookmarks } = this.capture;
		await bookmarks.set(seq, bookmarks.labelOf(seq) === undefined ? '' : undefined);
	}

	private async label(seq: number): Promise<void> {
		const { bookmarks } = this.capture;
		const { askBookmarkLabel } = await loadOnDemand();
		const label = await askBookmarkLabel(seq, bookmarks.labelOf(seq) ?? '');
		// It may have gone while the user thought.
		if (label !== undefined) await bookmarks.set(this.entry(seq), label);
	}

	/** Of those that are among the rows; without an entry from the first or the last one on. */
	private async step(from: number | undefined, step: -1 | 1): Promise<void> {
		const shown = this.capture.bookmarks.all
			.map(({ seq }) => seq)
			.filter(seq => this.panel.isShown(seq));
		const next =
			step === 1
				? (shown.find(seq => seq > (from ?? 0)) ?? shown[0])
				: (shown.findLast(seq => seq < (from ?? Infinity)) ?? shown.at(-1));
		if (next !== undefined) await this.panel.goTo(next);
		else void vscode.window.showInformationMessage(vscode.l10n.t('No row has a bookmark.'));
	}

	private entry(seq: number | undefined): number {
		if (seq === undefined) {
			throw new HumanError(vscode.l10n.t('Select the entry first that the bookmark is for.'));
		}
		const { firstSeq, lastSeq } = this.capture.progress;
		if (seq >= firstSeq && seq <= lastSeq) return seq;
		throw new HumanError(vscode.l10n.t('Entry #{0} is no longer in the capture.', countText(seq)));
	}
}
