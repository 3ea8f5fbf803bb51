import type { Choice } from '../../src/domain/query/choice';
import type { TimeRange } from '../../src/domain/query/timeRange';
import type { JsonPath } from '../../src/domain/query/query';
import type { FilterEdit } from '../../src/protocol/filterVerdict';
import type { CopyPart, CopyWhat } from '../../src/protocol/fromWebview';
import type { NoticeAct } from '../../src/protocol/notice/notice';
import type { Channel } from '../channel';
import type { AppParts } from './appParts';
import type { ChipActions } from './chipView';
import type { DetailActions } from './detailActions';
import type { GridActions } from './grid';
import { loadOnDemand } from './loadOnDemand';
import type { RowMenuActions } from './rowMenu';
import type { StripActions } from './strip';
import type { TailActions } from './tail';
import type { Order, ToolbarActions } from './toolbar';

/** What buttons, keys and menus do. */
export class AppActions
	implements
		ChipActions,
		DetailActions,
		GridActions,
		RowMenuActions,
		StripActions,
		TailActions,
		ToolbarActions
{
	readonly #app: AppParts;

	constructor(app: AppParts) {
		this.#app = app;
	}

	togglePause(): void {
		const { tick, channel } = this.#app;
		channel.post({ type: 'setPaused', paused: tick?.isPaused !== true });
	}

	/** To the newest row; a paused view goes on. */
	follow(): void {
		const { timeline, tick, channel, grid } = this.#app;
		if (tick?.isPaused === true) {
			timeline.following.resumeLater();
			channel.post({ type: 'setPaused', paused: false });
		} else timeline.follow();
		grid.element.focus();
		this.#app.schedule();
	}

	order(type: Order): void {
		this.#app.channel.post({ type });
	}

	act(act: NoticeAct, name = ''): void {
		if (act === 'clearFilter') this.#app.filterBox.clear();
		else if (act === 'showLatest') this.#showLatest();
		else if (act === 'setSecret') this.#app.channel.post({ type: act, name });
		else this.order(act);
	}

	choose(choice: Choice, mode: 'only' | 'not'): void {
		this.#editFilter({ type: 'choose', choice, mode });
	}

	filterTime(range: TimeRange, whole: TimeRange): void {
		this.#editFilter({ type: 'time', range, whole });
	}

	goTo(seq: number): void {
		this.#app.timeline.show(seq);
		this.#app.grid.element.focus();
		this.#app.schedule();
	}

	/** The text in the box is the only truth: it is changed, and all else follows. */
	#editFilter(edit: FilterEdit): void {
		const { channel, filterBox } = this.#app;
		const take = (text: string) => filterBox.take(text);
		// What went wrong is in the host's log.
		channel.ask('editFilter', { text: filterBox.text, edit }).then(take, () => {});
	}

	#showLatest(): void {
		const { timeline, tick } = this.#app;
		if (tick !== undefined) timeline.selectEntry(tick.status.received);
		this.#app.schedule();
	}

	moved(): void {
		this.#app.schedule();
	}

	changed(): void {
		this.#app.schedule();
	}

	step(rows: number): void {
		this.#app.timeline.move(rows);
		this.#app.schedule();
	}

	say(words: string): void {
		this.#app.announcer.say(words);
	}

	chooseColumnPath(use: 'column' | 'data'): void {
		this.#app.channel.post({ type: 'chooseColumnPath', use });
	}

	/** Back to the list; the details stay. */
	leave(): void {
		this.#app.grid.element.focus();
	}

	close(): void {
		this.closeDetails();
		this.#app.grid.element.focus();
	}

	closeDetails(): void {
		this.#app.timeline.selection.clear();
		this.#app.schedule();
	}

	focusDetails(): void {
		this.#app.details.focus();
	}

	copyData(): void {
		this.copy('data');
	}

	copy(what: CopyWhat): void {
		const seq = this.#selected;
		if (seq !== undefined) this.#app.channel.post({ type: 'copy', what, seq });
	}

	copyPart(part: CopyPart): void {
		this.#app.channel.post(part);
	}

	get ask(): Channel['ask'] {
		return this.#app.channel.ask;
	}

	filterByValue(path: JsonPath, json: string): void {
		this.#editFilter({ type: 'value', path, json });
	}

	openData(): void {
		const seq = this.#selected;
		if (seq !== undefined) this.#app.channel.post({ type: 'openData', seq });
	}

	/** All bytes of the attempt that the selected entry belongs to. */
	saveBytes(): void {
		const attempt = this.#app.details.attempt;
		if (attempt !== undefined) this.#app.channel.post({ type: 'saveBytes', attempt });
	}

	toggleBookmark(seq = this.#selected): void {
		this.orderBookmark('toggleBookmark', seq);
	}

	labelBookmark(seq: number): void {
		this.orderBookmark('labelBookmark', seq);
	}

	/** The host says what is wrong where no entry is selected. */
	orderBookmark(type: 'toggleBookmark' | 'labelBookmark', seq = this.#selected): void {
		if (seq !== undefined) this.#app.bookmarks.expect(seq);
		this.#app.channel.post({ type, seq });
	}

	stepBookmark(step: -1 | 1): void {
		this.#app.channel.post({ type: 'stepBookmark', seq: this.#selected, step });
	}

	reconnectFrom(seq: number): void {
		this.#app.channel.post({ type: 'reconnectFrom', seq });
	}

	get #selected(): number | undefined {
		return this.#app.timeline.selection.seq;
	}

	openMenu(at: { x: number; y: number }): void {
		const { timeline, tick, bookmarks } = this.#app;
		const seq = this.#selected;
		if (seq === undefined) return;
		const entry = {
			seq,
			row: timeline.shown?.rows.find(each => each?.seq === seq),
			isBookmarked: bookmarks.labelOf(seq) !== undefined,
			// A capture from a file has had no attempt.
			isLive: tick?.status.attempt !== 0,
		};
		// Without its file there is no menu; the details have buttons for most of it.
		loadOnDemand().then(
			({ openRowMenu }) => openRowMenu(entry, this, at),
			() => {},
		);
	}
}
