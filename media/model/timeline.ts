import type { Clock } from '../../src/base/clock';
import { maxTailRows, type Tick, type WantedTail } from '../../src/protocol/tick';
import { Following } from './following';
import { FrameHolder, type Frame } from './frame';
import { frameAt, tailFrame, wantedRows } from './framing';
import { RowCache } from './rowCache';
import { RowFeed, type AskRows } from './rowFeed';
import { ScrollPlace, type Anchor } from './scrollPlace';
import { Selection, type AskPlace } from './selection';
import { rowHeightPx, Viewport } from './viewport';

/**
 * The list as numbers and rows: what the host has said, what is in sight, what is selected. It is
 * told what happens and asked for a frame; how that looks is not its business.
 */
export class Timeline {
	readonly viewport = new Viewport();
	readonly following = new Following();
	readonly selection: Selection;
	readonly #feed: RowFeed;
	readonly #holder: FrameHolder;
	readonly #place: ScrollPlace;
	#cache = new RowCache(-1);
	#latestTick: Tick | undefined;

	/** @param onChange a new frame is due. */
	constructor(askRows: AskRows, askPlace: AskPlace, clock: Clock, onChange: () => void) {
		this.selection = new Selection(askPlace, onChange);
		this.#place = new ScrollPlace(askPlace, this.viewport, onChange);
		this.#holder = new FrameHolder(clock, onChange);
		this.#feed = new RowFeed(askRows, onChange);
	}

	get tick(): Tick | undefined {
		return this.#latestTick;
	}

	get newCount(): number {
		return this.#latestTick === undefined ? 0 : this.following.newCount(this.#latestTick);
	}

	get #total(): number {
		return this.#latestTick?.total ?? 0;
	}

	/** Other data is wanted of the rows: those that are here will not do. */
	renew(): void {
		this.#cache = new RowCache(this.#cache.epoch);
		this.#feed.refresh();
	}

	/** Begins where an earlier view of the stream left off. */
	restore(state: { isFollowing: boolean; anchor?: Anchor; selection?: number }): void {
		if (!state.isFollowing) this.following.stop(this.#total);
		if (state.anchor !== undefined) this.#place.keep(state.anchor);
		if (state.selection !== undefined) this.selection.selectEntry(state.selection, undefined);
	}

	takeTick(tick: Tick): void {
		const before = this.#latestTick;
		const anchor = this.anchor;
		const wasFollowing = this.following.isOn;
		this.#latestTick = tick;
		this.following.takeTick(tick, before);
		this.#feed.refresh();
		this.viewport.setRowCount(tick.total);
		if (tick.epoch !== this.#cache.epoch) {
			this.#cache = new RowCache(tick.epoch);
			this.selection.findPlace(tick.epoch);
			if (wasFollowing) this.viewport.scrollToEnd();
			else if (anchor !== undefined) this.#place.keep(anchor);
			this.#place.find(tick.epoch);
		} else if (before?.isCounting === true && !tick.isCounting) {
			this.#place.find(tick.epoch);
			if (this.selection.index === undefined) this.selection.findPlace(tick.epoch);
		}
		if (tick.tail !== undefined) this.#cache.put(tick.tail.from, tick.tail.rows);
	}

	/** While following: what the next tick is to bring. */
	get wantedTail(): WantedTail | undefined {
		if (!this.following.isOn || this.viewport.heightPx === 0) return undefined;
		const { near } = wantedRows(this.viewport, this.#total, true);
		const has = this.#cache.has(near) ? near.to : 0;
		return {
			epoch: this.#cache.epoch,
			has,
			rows: Math.min(maxTailRows, this.viewport.pageRows + 3),
		};
	}

	/** The row at the upper edge, by which a place in the list is found again. */
	get anchor(): Anchor | undefined {
		if (this.following.isOn) return undefined;
		const frame = this.#holder.latest;
		const at = frame?.rows.findIndex(row => row !== undefined) ?? -1;
		const row = frame?.rows[at];
		if (frame === undefined || row === undefined) return this.#place.anchor;
		return { seq: row.seq, yPx: at * rowHeightPx - frame.cutPx };
	}

	/** What is to be painted now; asks for the rows that it lacks. */
	frame(): Frame {
		this.selection.resolve(this.#cache);
		const ideal = this.following.isOn
			? tailFrame(this.viewport, this.#cache, this.#total, this.shown)
			: frameAt(this.viewport, this.#cache, this.#total);
		const tick = this.#latestTick;
		const isComing = tick === undefined || (tick.isCounting && tick.total === 0);
		const isComplete =
			!isComing && !this.#place.isPending && !ideal.rows.some(row => row === undefined);
		this.#fetch();
		return this.#holder.next(ideal, isComplete);
	}

	/** The frame painted last. */
	get shown(): Frame | undefined {
		return this.#holder.latest;
	}

	/** Scrolled by hand: up ends the following, to the very end begins it. */
	scrolled(move: (viewport: Viewport) => void): void {
		const beforePx = this.viewport.topPx;
		move(this.viewport);
		if (this.viewport.topPx === beforePx) return;
		this.#place.forget();
		if (this.viewport.topPx < beforePx) this.following.stop(this.#total);
		else if (!this.viewport.isAtEnd) return;
		else if (this.#latestTick?.isPaused === true) this.following.resumeLater();
		else this.following.start();
	}

	/** Shows and selects the row at `index`. */
	select(index: number): void {
		if (this.#total === 0) return;
		const place = Math.max(0, Math.min(this.#total - 1, index));
		this.following.stop(this.#total);
		this.#place.forget();
		this.selection.selectPlace(place, this.#cache);
		this.viewport.setRowCount(this.#total);
		this.viewport.reveal(place);
	}

	/** Moves the selection by `step` rows; without one, begins at the end of what is in sight. */
	move(step: number): void {
		const { startOfMove } = this.selection;
		const { from, to } = this.viewport.visible;
		const isJump = !Number.isFinite(step);
		if (startOfMove !== undefined || isJump) this.select((startOfMove ?? 0) + step);
		else this.select(this.following.isOn || step < 0 ? to - 1 : from);
	}

	/** Selects a row of the frame painted last, which may be one of an epoch that is over. */
	selectShown(place: number): void {
		const frame = this.#holder.latest;
		const row = frame?.rows[place];
		if (frame === undefined || row === undefined) return;
		if (frame.epoch === this.#cache.epoch) this.select(frame.from + place);
		else this.selectEntry(row.seq);
	}

	/** Selects an entry by its number, wherever it stands. */
	selectEntry(seq: number): void {
		this.following.stop(this.#total);
		this.selection.selectEntry(seq, this.#cache.epoch);
	}

	/** Brings an entry into the upper part of the view, or the one that would come after it. */
	show(seq: number): void {
		this.following.stop(this.#total);
		this.#place.keep({ seq, yPx: Math.round(this.viewport.heightPx / 4) });
		this.#place.find(this.#cache.epoch);
	}

	/** Selects an entry and, unless it is in sight, brings it there. */
	reveal(seq: number): void {
		// Those at the edges may be covered, or cut.
		if (!this.shown?.rows.slice(1, -1).some(row => row?.seq === seq)) this.show(seq);
		this.selectEntry(seq);
	}

	/** To the newest row, and stays there. */
	follow(): void {
		this.#place.forget();
		this.following.start();
	}

	#fetch(): void {
		if (this.#latestTick === undefined || this.#place.isPending) return;
		const { near, far } = wantedRows(this.viewport, this.#total, this.following.isOn);
		this.#feed.want(this.#cache, near, far);
	}
}
