import type { Clock } from '../../src/base/clock';
import { MutableDisposable, type Disposable } from '../../src/base/disposable';
import { strings } from '../../src/protocol/strings';
import type { ShownEntry } from '../../src/protocol/about/about';
import type { StreamInfo } from '../../src/protocol/stream';
import type { Tick } from '../../src/protocol/tick';
import type { BookmarkNews, Opened } from '../../src/protocol/toWebview';
import type { Channel, HostMessage } from '../channel';
import { BookmarkSet } from '../model/bookmarks';
import { Columns } from '../model/columns/columns';
import { Latest } from '../model/latest';
import { Timeline } from '../model/timeline';
import { asViewState } from '../model/viewState';
import { Announcer } from './announcer';
import { AppActions } from './appActions';
import type { AppParts } from './appParts';

import { Details } from './details';
import { div, el } from './dom';
import { FilterBox } from './filterBox';
import type { FindBar } from './findBar';
import { Grid } from './grid';
import { GridInput } from './gridInput';
import { Header } from './header';
import { loadOnDemand } from './loadOnDemand';
import { OverviewView } from './overviewView';
import { Pill } from './pill';
import { SavedView } from './savedView';
import { Tail } from './tail';

/** How often what depends on the time is painted anew while waiting. */
const countdownMs = 100;

/** The inspector: builds the parts, and paints them once per frame in which something changed. */
export class App implements AppParts {
	readonly element: HTMLElement;
	readonly timeline: Timeline;
	readonly columns: Columns;
	readonly header: Header;
	readonly filterBox: FilterBox;
	readonly grid: Grid;
	readonly details: Details;
	readonly bookmarks = new BookmarkSet();
	readonly #actions: AppActions;
	readonly #stage: HTMLElement;
	#findBar: FindBar | undefined;
	readonly #pill: Pill;
	readonly #tail: Tail;
	readonly announcer: Announcer;
	readonly #overview: OverviewView;
	readonly #list: HTMLElement;
	readonly #entries: Latest<number, ShownEntry | undefined>;
	readonly #redraw = new MutableDisposable<Disposable>();
	readonly #savedView: SavedView;
	#stream: StreamInfo | undefined;
	#tickedAt = 0;
	/** A tick has come that is not painted. */
	#isTickNew = false;
	#isScheduled = false;
	readonly #clock: Clock;

	constructor(
		readonly channel: Channel,
		clock: Clock,
	) {
		this.#clock = clock;
		const actions = (this.#actions = new AppActions(this));
		const changed = () => this.schedule();
		this.columns = new Columns(
			isOtherData => {
				if (isOtherData) this.timeline.renew();
				changed();
			},
			columns => channel.post({ type: 'setColumns', columns }),
		);
		this.timeline = new Timeline(
			question => channel.ask('rows', { ...question, wanted: this.columns.wanted }),
			question => channel.ask('locate', question),
			clock,
			changed,
		);
		this.header = new Header(actions);
		this.filterBox = new FilterBox(clock, channel, changed, () => this.grid.element.focus());
		this.grid = new Grid(this.timeline, this.columns, actions);
		new GridInput(this.grid, this.timeline, actions);
		this.details = new Details(actions, clock);
		this.#pill = new Pill(() => actions.follow());
		this.#tail = new Tail(actions);
		this.announcer = new Announcer(clock);
		this.#savedView = new SavedView(this, clock, () => this.#stream);
		this.#overview = new OverviewView(actions, clock);
		this.#entries = new Latest(seq => channel.ask('entry', { seq }), changed);
		this.#stage = div('stage', this.grid.element, this.#pill.element);
		this.#list = div('list', this.#stage, this.#tail.element);
		// The header comes last, so that the toolbar is the last stop of the Tab key; the style sheet
		// puts it on top.
		this.element = el(
			'main',
			{ class: 'app' },
			div('filter', this.filterBox.element, this.#overview.chips.element),
			this.#overview.strip.element,
			div('body', this.#list, this.details.element),
			this.header.element,
			this.announcer.element,
		);
	}

	get tick(): Tick | undefined {
		return this.timeline.tick;
	}

	/** Is on the page: looks after its size and the focus. */
	start(): void {
		const observer = new ResizeObserver(() => this.#measure());
		observer.observe(this.#list);
		observer.observe(this.#tail.element);
		window.addEventListener('focus', () => {
			if (document.activeElement === document.body) this.grid.element.focus();
		});
		window.addEventListener('pagehide', () => this.#savedView.save());
	}

	/** Paints in the next frame. */
	schedule(): void {
		if (this.#isScheduled) return;
		this.#isScheduled = true;
		requestAnimationFrame(() => {
			this.#isScheduled = false;
			this.#paint();
		});
	}

	/** Takes what the host says. */
	take(message: HostMessage): void {
		switch (message.type) {
			case 'opened':
				this.#open(message);
				break;
			case 'tick':
				this.#takeTick(message);
				break;
			case 'tally':
			case 'density':
				this.#overview.take(message);
				this.schedule();
				break;
			case 'bookmarks':
				this.#takeBookmarks(message);
				break;
			case 'savedFilters':
				this.filterBox.takeSaved(message.filters);
				break;
			case 'toggleBookmark':
			case 'labelBookmark':
				this.#actions.orderBookmark(message.type);
				break;
			case 'stepBookmark':
				this.#actions.stepBookmark(message.step);
				break;
			case 'columns':
				this.columns.take(message.columns);
				break;
			case 'focusFilter':
				this.filterBox.focus();
				break;
			case 'focusFind':
				void this.#find();
				break;
			case 'writeFilter':
				this.filterBox.take(message.text);
				break;
			case 'reveal':
				this.timeline.reveal(message.seq);
				this.schedule();
				break;
		}
	}

	async #find(): Promise<void> {
		const { FindBar: Bar } = await loadOnDemand();
		if (this.#findBar === undefined) {
			this.#findBar = new Bar(
				this.#clock,
				this.timeline,
				question => this.channel.ask('find', question),
				words => this.announcer.say(words),
				() => this.grid.element.focus(),
			);
			this.#stage.append(this.#findBar.element);
		}
		this.#findBar.open();
	}

	#takeBookmarks({ bookmarks }: BookmarkNews): void {
		const { bookmarkSet, bookmarkGone } = strings.grid;
		const change = this.bookmarks.take(bookmarks);
		if (change !== undefined) {
			this.announcer.say((change.isSet ? bookmarkSet : bookmarkGone)(change.seq));
		}
		this.schedule();
	}

	#open(opened: Opened): void {
		const { stream, filter, tick } = opened;
		const isFirst = this.#stream === undefined;
		this.#stream = stream;
		this.header.showStream(stream);
		this.columns.take(opened.columns);
		const state = isFirst ? asViewState(this.channel.state, stream.capture) : undefined;
		if (state !== undefined) {
			this.timeline.restore(state);
			this.details.tabs.restore(state.tab);
			this.details.textPath = state.textPath;
			this.details.properties.restore(state.areFactsFolded);
			if (state.isPaused && !tick.isPaused) this.channel.post({ type: 'setPaused', paused: true });
		}
		if (isFirst) this.filterBox.restore(state?.filter ?? filter, opened);
		this.#takeTick(tick);
	}

	#takeTick(tick: Tick): void {
		this.#tickedAt = this.#clock.now();
		this.#isTickNew = true;
		const { columns } = this;
		columns.startTime = tick.startTime;
		this.timeline.takeTick(
			columns.isOutdated(tick.tail?.wanted) ? { ...tick, tail: undefined } : tick,
		);
		this.schedule();
	}

	#measure(): void {
		this.grid.resize(
			this.#list.clientWidth,
			this.#list.clientHeight - this.#tail.element.offsetHeight,
		);
		this.schedule();
	}

	#paint(): void {
		const { tick, timeline } = this;
		const stream = this.#stream;
		if (tick === undefined || stream === undefined) return;
		const sinceTickMs = this.#clock.now() - this.#tickedAt;
		this.header.update(tick, stream, sinceTickMs);
		this.filterBox.update(tick);
		const frame = timeline.frame();
		this.details.learn(frame.rows);
		this.#findBar?.update(tick);
		const { marks } = this.filterBox;
		this.grid.paint(frame, tick, this.#findBar?.marks(marks) ?? marks, this.bookmarks);
		this.#list.style.setProperty('--sentence', `${this.columns.widths.sentencePx}px`);
		this.#pill.update(timeline.newCount, tick.isPaused);
		this.#tail.update(tick.notice, timeline.viewport.maxTopPx > 0);
		this.#overview.update(this.filterBox.chosen, frame, {
			selected: this.#paintDetails(),
			bookmarks: this.bookmarks.seqs,
		});
		this.announcer.update(tick, this.filterBox.inForce);
		if (tick.status.waiting !== undefined) this.#paintIn(countdownMs);
		else this.#redraw.value = undefined;
		this.#savedView.mayHaveChanged();
		if (!this.#isTickNew) return;
		this.#isTickNew = false;
		const tail = timeline.wantedTail;
		this.channel.post({ type: 'shown', tail: tail && { ...tail, wanted: this.columns.wanted } });
	}

	#paintIn(delayMs: number): void {
		this.#redraw.value = this.#clock.schedule(delayMs, () => this.schedule());
	}

	/**
	 * The entry before stays until the selected one is here.
	 * @returns the time of the selected one, once it is.
	 */
	#paintDetails(): number | undefined {
		const { selection } = this.timeline;
		const { seq } = selection;
		if (selection.isEmpty) this.details.hide();
		if (seq === undefined) return undefined;
		const got = this.#entries.get(seq);
		if (got !== undefined) this.details.show(got.value);
		this.details.grow(this.tick?.status.received ?? 0);
		return got?.value?.entry.time;
	}
}
