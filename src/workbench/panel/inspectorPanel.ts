import type * as vscode from 'vscode';
import type { Clock } from '../../base/clock';
import { DisposableStore, type Disposable } from '../../base/disposable';
import { causeChain } from '../../base/errors';
import { fields } from '../../domain/query/fields';
import { asFromWebview } from '../../protocol/guard';
import type { CopyAllAs } from '../../protocol/fromWebview';
import type { Ask } from '../../protocol/questions';
import type { Tick, WantedTail } from '../../protocol/tick';
import type { Opened, PageOrder } from '../../protocol/toWebview';
import { noticeOf } from '../../protocol/notice/noticeOf';
import { Finder } from '../../store/filter/finder';
import { spoken } from '../../store/translation';
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
import { Page } from './page';
import { PanelFilter } from './panelFilter';
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
	readonly filter: PanelFilter;
	private readonly page: Page;

	constructor(
		readonly panel: vscode.WebviewPanel,
		readonly source: PanelSource,
		private readonly ports: PanelPorts,
	) {
		this.page = new Page(panel, ports.extensionUri);
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
				if (this.page.isListening) this.page.post({ type: 'columns', columns });
			}),
		);
		this.filter = new PanelFilter(source, this.viewer, this.finder, ports.memory);
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
		this.page.load();
	}

	get userSettings(): vscode.Uri {
		return this.ports.secrets.userSettings;
	}

	/** The page listens, and knows nothing. */
	ready(): void {
		const opened: Opened = {
			type: 'opened',
			stream: this.source.info,
			filter: this.filter.text,
			fields: fields.map(({ example, description }) => ({ example, description })),
			columns: this.columns.settings,
			tick: this.currentTick(),
			translation: spoken(),
		};
		this.page.begin(opened, () => {
			this.tellSaved();
			this.ticks.start();
			this.overview.start();
		});
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
		const wishes = {
			file,
			isFiltered,
			shown: shownIn(viewer, source, filter.text),
			clock: ports.clock,
		};
		return (await loadOnDemand()).exportCapture(source.capture, source.info, wishes);
	}

	/** Puts the rows that are shown on the clipboard. */
	async copyAll(as: CopyAllAs): Promise<void> {
		const { source, ports, viewer, filter } = this;
		const shown = shownIn(viewer, source, filter.text);
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

	/** Puts a saved filter into force; without its name the user is asked. */
	async applySavedFilter(name?: unknown): Promise<void> {
		const chosen = await (await loadOnDemand()).chooseFilter(this.filters, name);
		if (chosen !== undefined) this.order({ type: 'writeFilter', text: chosen.filter });
	}

	/** Brings the panel to the front and tells the page what to do, as soon as it listens. */
	order(order: PageOrder): void {
		this.page.order(order);
	}

	/** Selects an entry; without its number or ID the user is asked. Resolves to its number. */
	async goTo(given?: unknown): Promise<number | undefined> {
		return (await loadOnDemand()).goToEntry(this, this.ports.report, given);
	}

	/** The filter in force does. */
	hides(seq: number): boolean {
		return !this.filter.isEmpty && !this.viewer.locate(0, seq).isExact;
	}

	dispose(): void {
		this.owned.dispose();
	}

	private bookmarksChanged(): void {
		this.tellSaved();
		this.filter.bookmarksChanged();
	}

	/** What the user has saved: bookmarks in the capture, filters in the workspace. */
	private tellSaved(): void {
		if (!this.page.isListening) return;
		this.page.post({ type: 'bookmarks', bookmarks: this.source.capture.bookmarks.all });
		this.page.post({ type: 'savedFilters', filters: this.filters.all });
	}

	private visibilityChanged(): void {
		const { visible } = this.panel;
		this.viewer.setVisible(visible);
		if (visible) return;
		this.page.hidden();
		this.overview.stop();
		this.finder.stop();
		this.ticks.stop();
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
				this.page.post(tick);
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
		const notice = noticeOf(tick, source.info, !this.filter.isEmpty);
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
			this.page.post({ type: 'reply', id: ask.id, answer: await answerPage(ask, this) });
		} catch (error) {
			this.ports.log.warn(`${ask.about}: ${causeChain(error).join(' ← ')}`);
			this.page.post({ type: 'reply', id: ask.id, error: causeChain(error)[0] ?? 'unknown error' });
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
		return new OverviewFeed(source, this.ports.clock, message => this.page.post(message), onError);
	}
}
