import type * as vscode from 'vscode';
import type { Clock } from '../../base/clock';
import { DisposableStore, type Disposable } from '../../base/disposable';
import { causeChain } from '../../base/errors';
import { fields } from '../../domain/query/fields';
import { asksForBookmarks } from '../../domain/query/bookmarkTerm';
import { parseQuery } from '../../domain/query/parser';
import type { Query } from '../../domain/query/query';
import { asFromWebview } from '../../protocol/guard';
import type { CopyAllAs } from '../../protocol/fromWebview';
import type { Ask } from '../../protocol/questions';
import type { Tick, WantedTail } from '../../protocol/tick';
import type { PageOrder, ToWebview } from '../../protocol/toWebview';
import { noticeOf } from '../../protocol/notice/noticeOf';
import { Finder } from '../../store/filter/finder';
import { Viewer } from '../../store/viewer';
import { answerPage, type KnowingPanel } from './answerPage';
import { Bookmarking } from './bookmarking';
import type { ColumnMemory } from './columns/columnMemory';
import { PanelColumns } from './columns/panelColumns';
import { FilterCompletion } from './filterCompletion';
import { obeyPage, type ObedientPanel } from './obeyPage';
import { OverviewFeed } from './overviewFeed';
import type { SavedFilters } from '../filter/savedFilters';
import { loadOnDemand } from '../loadOnDemand';
import { loadPage } from './panelPage';
import { shownIn } from '../exchange/shown';
import type { PanelSource } from './panelSource';
import type { Report } from '../report';
import { StartTime } from './startTime';
import { editLastEventId, reconnectWith } from './resuming';
import type { BytesWanted } from '../capture/saveBytes';
import type { SecretPorts } from '../secret/setSecret';
import { TickFeed, type TickSource } from './tickFeed';
import type { ViewMemory } from './viewMemory';

export interface PanelPorts {
	readonly clock: Clock;
	readonly report: Report;
	readonly log: vscode.LogOutputChannel;
	readonly extensionUri: vscode.Uri;
	readonly memory: ViewMemory;
	readonly filters: SavedFilters;
	readonly columns: ColumnMemory;
	readonly secrets: SecretPorts;
}

/** One webview panel that shows one source. Owns the panel, not the source. */
export class InspectorPanel implements Disposable, ObedientPanel, KnowingPanel {
	private readonly owned = new DisposableStore();
	readonly viewer: Viewer;
	private readonly ticks: TickFeed;
	private readonly overview: OverviewFeed;
	readonly completion: FilterCompletion;
	readonly finder: Finder;
	readonly bookmarking: Bookmarking;
	readonly filters: SavedFilters;
	readonly columns: PanelColumns;
	private readonly startTime: StartTime;
	/** The text of the filter in force. */
	filter: string;
	private query: Query | undefined;
	/** For the page, until it listens. */
	private readonly orders: PageOrder[] = [];
	/** The page has said that it listens; false again whenever it is loaded anew. */
	private isReady = false;

	constructor(
		readonly panel: vscode.WebviewPanel,
		readonly source: PanelSource,
		private readonly ports: PanelPorts,
	) {
		this.viewer = this.owned.register(new Viewer(source.capture, ports.clock));
		this.finder = this.owned.register(
			new Finder(
				source.capture,
				() => this.viewer.lastSeen,
				() => this.viewer.requestTick(),
			),
		);
		this.completion = new FilterCompletion(source.capture, ports.clock);
		this.startTime = new StartTime(source.capture, () => this.tick());
		this.columns = this.owned.register(
			new PanelColumns(source, ports.columns, columns => {
				if (this.isReady) this.post({ type: 'columns', columns });
			}),
		);
		this.filter = ports.memory.filterOf(source.info);
		this.applyFilter(this.filter);
		this.ticks = this.owned.register(new TickFeed(this.tickSource(), ports.clock));
		this.bookmarking = new Bookmarking(source.capture, {
			isShown: seq => this.viewer.locate(0, seq).isExact,
			goTo: seq => this.goTo(seq),
		});
		this.filters = ports.filters;
		this.owned.register(source.capture.bookmarks.onDidChange(() => this.bookmarksChanged()));
		this.owned.register(this.filters.onDidChange(() => this.tellSaved()));
		this.owned.register(this.viewer.onDidTick(() => this.tick()));
		this.overview = this.owned.register(this.overviewFeed());
		if (source.onDidChangeState) this.owned.register(source.onDidChangeState(() => this.tick()));
		this.owned.register(panel.webview.onDidReceiveMessage(message => this.receive(message)));
		this.owned.register(panel.onDidChangeViewState(() => this.visibilityChanged()));
		this.viewer.setVisible(panel.visible);
		loadPage(panel.webview, ports.extensionUri);
	}

	get userSettings(): vscode.Uri {
		return this.ports.secrets.userSettings;
	}

	/** The page listens, and knows nothing. */
	ready(): void {
		this.isReady = true;
		this.post({
			type: 'opened',
			stream: this.source.info,
			filter: this.filter,
			fields: fields.map(({ example, description }) => ({ example, description })),
			columns: this.columns.settings,
			tick: this.currentTick(),
		});
		this.tellSaved();
		this.ticks.start();
		this.overview.start();
		for (const order of this.orders.splice(0)) this.post(order);
	}

	/** The page has painted a tick. */
	shown(tail: WantedTail | undefined): void {
		this.ticks.shown(tail);
	}

	setPaused(isPaused: boolean): void {
		this.viewer.setPaused(isPaused);
		this.tick();
	}

	togglePause(): void {
		this.setPaused(!this.viewer.view.isPaused);
	}

	clear(): void {
		this.startTime.forget();
		this.ports.report.guard(this.viewer.clear().finally(() => this.startTime.forget()));
	}

	/** Without an ID the user is asked for one. */
	async reconnectWith(lastEventId?: unknown): Promise<void> {
		const { stream } = this.source;
		if (stream !== undefined) await reconnectWith(stream, lastEventId);
	}

	/** Without an ID the user is asked for one. */
	async editLastEventId(lastEventId?: unknown): Promise<void> {
		const { stream } = this.source;
		if (stream === undefined) return;
		await editLastEventId(stream, lastEventId);
		this.tick();
	}

	/** Writes bytes of an attempt to a file; `undefined` if the user thought better of it. */
	async saveBytes(wanted: BytesWanted): Promise<vscode.Uri | undefined> {
		return (await loadOnDemand()).saveBytes(this.source, this.ports.clock, wanted);
	}

	/** Writes all, or what the filter shows, to a file; `undefined` if the user thought better of it. */
	async exportCapture(file?: vscode.Uri, isFiltered?: boolean): Promise<vscode.Uri | undefined> {
		const { source, ports, viewer, filter } = this;
		const wishes = { file, isFiltered, shown: shownIn(viewer, source, filter), clock: ports.clock };
		return (await loadOnDemand()).exportCapture(source.capture, source.info, wishes);
	}

	/** Puts the rows that are shown on the clipboard. */
	async copyAll(as: CopyAllAs): Promise<void> {
		const { source, ports, viewer, filter } = this;
		const shown = shownIn(viewer, source, filter);
		await (await loadOnDemand()).copyAll(source.capture, shown, as, ports.clock);
	}

	/** Asks for another value of a secret that the stream uses, and tries again with it. */
	async setSecret(name: string): Promise<void> {
		const { stream } = this.source;
		const id = stream?.secretNamed(name);
		if (id === undefined) return;
		const { setSecret } = await loadOnDemand();
		if ((await setSecret(this.ports.secrets, id)) !== undefined) await stream?.reconnect();
	}

	/** An invalid filter leaves the last valid one in force; the page has asked what is wrong. */
	applyFilter(text: string): void {
		const parsed = parseQuery(text);
		if (!parsed.ok) return;
		this.filter = text;
		this.query = parsed.query;
		this.ports.memory.rememberFilter(this.source.info, text);
		this.viewer.setFilter(parsed.query);
		this.finder.setFilter(parsed.query);
	}

	/** Puts a saved filter into force; without its name the user is asked. */
	async applySavedFilter(name?: unknown): Promise<void> {
		const chosen = await (await loadOnDemand()).chooseFilter(this.filters, name);
		if (chosen !== undefined) this.order({ type: 'writeFilter', text: chosen.filter });
	}

	/** Brings the panel to the front and tells the page what to do, as soon as it listens. */
	order(order: PageOrder): void {
		this.panel.reveal(undefined, false);
		if (this.isReady) this.post(order);
		else this.orders.push(order);
	}

	/** Selects an entry; without its number or ID the user is asked. Resolves to its number. */
	async goTo(given?: unknown): Promise<number | undefined> {
		const { entryAskedFor, offerToClearFilter } = await loadOnDemand();
		const seq = await entryAskedFor(this.source.capture, given);
		if (seq === undefined) return undefined;
		this.order({ type: 'reveal', seq });
		if (!this.viewer.locate(0, seq).isExact && this.filter.trim() !== '') {
			const clear = async () => {
				if (!(await offerToClearFilter(seq))) return;
				this.order({ type: 'writeFilter', text: '' });
				this.order({ type: 'reveal', seq });
			};
			this.ports.report.guard(clear());
		}
		return seq;
	}

	dispose(): void {
		this.owned.dispose();
	}

	private bookmarksChanged(): void {
		this.tellSaved();
		const { query } = this;
		if (query === undefined || !asksForBookmarks(query)) return;
		this.viewer.renewFilter(query);
		this.finder.setFilter(query);
	}

	/** What the user has saved: bookmarks in the capture, filters in the workspace. */
	private tellSaved(): void {
		if (!this.isReady) return;
		this.post({ type: 'bookmarks', bookmarks: this.source.capture.bookmarks.all });
		this.post({ type: 'savedFilters', filters: this.filters.all });
	}

	private visibilityChanged(): void {
		const { visible } = this.panel;
		this.viewer.setVisible(visible);
		// A hidden page is destroyed, and says `ready` again when it is shown.
		if (!visible) this.isReady = false;
		if (!visible) this.overview.stop();
		if (!visible) this.finder.stop();
		if (!visible) this.ticks.stop();
	}

	private tick(): void {
		this.ticks.request();
	}

	private tickSource(): TickSource {
		const { viewer, source } = this;
		return {
			tick: () => this.currentTick(),
			rows: (epoch, from, to, wanted) => viewer.rows(epoch, from, to, wanted),
			isRunning: () => source.stream !== undefined && !source.stream.isEnded,
			send: tick => {
				this.post(tick);
				this.overview.request();
			},
		};
	}

	private currentTick(): Tick {
		const { viewer, finder, source } = this;
		const tick: Tick = {
			type: 'tick',
			...viewer.view,
			found: finder.state,
			startTime: this.startTime.value,
			status: source.status(),
		};
		const notice = noticeOf(tick, source.info, this.filter.trim() !== '');
		return { ...tick, ...(notice && { notice }) };
	}

	private receive(value: unknown): void {
		const message = asFromWebview(value);
		if (message === undefined) {
			this.ports.log.warn('A message from the inspector page is not of the protocol; ignored.');
			return;
		}
		if (message.type === 'ask') {
			void this.answer(message);
			return;
		}
		this.ports.report.guard(obeyPage(message, this));
	}

	private async answer(ask: Ask): Promise<void> {
		try {
			this.post({ type: 'reply', id: ask.id, answer: await answerPage(ask, this) });
		} catch (error) {
			this.ports.log.warn(`${ask.about}: ${causeChain(error).join(' ← ')}`);
			this.post({ type: 'reply', id: ask.id, error: causeChain(error)[0] ?? 'unknown error' });
		}
	}

	private overviewFeed(): OverviewFeed {
		const { capture, stream } = this.source;
		const source = {
			capture,
			matches: () => this.viewer.matches,
			isRunning: () => stream !== undefined && !stream.isEnded,
		};
		const onError = (error: unknown) =>
			this.ports.log.warn(`overview: ${causeChain(error).join(' ← ')}`);
		return new OverviewFeed(source, this.ports.clock, message => this.post(message), onError);
	}

	/** `postMessage` may never settle while a panel is being moved, so nobody waits for it. */
	private post(message: ToWebview): void {
		void this.panel.webview.postMessage(message);
	}
}
