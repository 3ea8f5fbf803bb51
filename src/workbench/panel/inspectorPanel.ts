import type * as vscode from 'vscode';
import { assertNever } from '../../base/assertNever';
import type { Clock } from '../../base/clock';
import { DisposableStore, MutableDisposable, type Disposable } from '../../base/disposable';
import { causeChain } from '../../base/errors';
import { fields } from '../../domain/query/fields';
import { parseQuery } from '../../domain/query/parser';
import { shownChanges } from '../../protocol/changeLines';
import { editedFilter, filterVerdict } from '../../protocol/filterVerdict';
import { asFromWebview } from '../../protocol/guard';
import type {
	Ask,
	FromWebview,
	PageOrder,
	ShownEntry,
	Tick,
	ToWebview,
} from '../../protocol/messages';
import { noticeOf } from '../../protocol/notice/notice';
import { Finder } from '../../store/filter/finder';
import { Viewer } from '../../store/viewer';
import { copyEntry, copyPart } from './copyEntry';
import { openData } from './dataDocuments';
import { FilterCompletion } from './filterCompletion';
import { OverviewFeed } from './overviewFeed';
import { loadOnDemand } from '../loadOnDemand';
import { loadPage } from './panelPage';
import type { PanelSource } from './panelSource';
import type { Report } from '../report';
import { editLastEventId, reconnectFromEntry, reconnectWith } from './resuming';
import type { BytesWanted } from '../capture/saveBytes';
import { editEndpoints } from '../endpoint/savedEndpoints';
import type { SecretPorts } from '../secret/setSecret';
import type { ViewMemory } from './viewMemory';

/** Rates and durations go on although nothing arrives. */
const idleTickMs = 1000;

export interface PanelPorts {
	readonly clock: Clock;
	readonly report: Report;
	readonly log: vscode.LogOutputChannel;
	readonly extensionUri: vscode.Uri;
	readonly memory: ViewMemory;
	readonly secrets: SecretPorts;
}

/** One webview panel that shows one source. Owns the panel, not the source. */
export class InspectorPanel implements Disposable {
	private readonly owned = new DisposableStore();
	private readonly idleTimer = new MutableDisposable<Disposable>();
	private readonly viewer: Viewer;
	private readonly overview: OverviewFeed;
	private readonly completion: FilterCompletion;
	private readonly finder: Finder;
	private filter: string;
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
		this.filter = ports.memory.filterOf(source.info);
		this.applyFilter(this.filter);
		this.owned.register(this.idleTimer);
		this.owned.register(this.viewer.onDidTick(() => this.tick()));
		this.overview = this.owned.register(this.overviewFeed());
		if (source.onDidChangeState) this.owned.register(source.onDidChangeState(() => this.tick()));
		this.owned.register(panel.webview.onDidReceiveMessage(message => this.receive(message)));
		this.owned.register(panel.onDidChangeViewState(() => this.visibilityChanged()));
		this.viewer.setVisible(panel.visible);
		loadPage(panel.webview, ports.extensionUri);
	}

	togglePause(): void {
		this.viewer.setPaused(!this.viewer.view.isPaused);
		this.tick();
	}

	clear(): void {
		this.ports.report.guard(this.viewer.clear());
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

	private visibilityChanged(): void {
		const { visible } = this.panel;
		this.viewer.setVisible(visible);
		// A hidden page is destroyed, and says `ready` again when it is shown.
		if (!visible) this.isReady = false;
		if (!visible) this.overview.stop();
		if (!visible) this.finder.stop();
		if (!visible) this.idleTimer.value = undefined;
	}

	private tick(): void {
		if (!this.isReady) return;
		this.post(this.currentTick());
		this.overview.request();
		this.scheduleIdleTick();
	}

	private scheduleIdleTick(): void {
		const needsTick = this.source.stream !== undefined && !this.source.stream.isEnded;
		this.idleTimer.value = needsTick
			? this.ports.clock.schedule(idleTickMs, () => this.tick())
			: undefined;
	}

	private currentTick(): Tick {
		const { viewer, finder, source } = this;
		const tick: Tick = {
			type: 'tick',
			...viewer.view,
			found: finder.state,
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
		this.ports.report.guard(this.obey(message));
	}

	private async obey(message: Exclude<FromWebview, Ask>): Promise<void> {
		const { source } = this;
		switch (message.type) {
			case 'ready':
				this.isReady = true;
				this.post({
					type: 'opened',
					stream: source.info,
					filter: this.filter,
					fields: fields.map(({ example, description }) => ({ example, description })),
					tick: this.currentTick(),
				});
				this.scheduleIdleTick();
				this.overview.start();
				for (const order of this.orders.splice(0)) this.post(order);
				return;
			case 'setFilter':
				this.applyFilter(message.text);
				return;
			case 'setPaused':
				this.viewer.setPaused(message.paused);
				this.tick();
				return;
			case 'clear':
				return this.viewer.clear();
			case 'disconnect':
				return source.stream?.close();
			case 'reconnect':
				return source.stream?.reconnect();
			case 'reconnectFrom':
				return source.stream && reconnectFromEntry(source.stream, message.seq);
			case 'reconnectWith':
				return this.reconnectWith();
			case 'editLastEventId':
				return this.editLastEventId();
			case 'stopWaiting':
				return source.stream?.stopWaiting();
			case 'drop':
				return source.stream?.drop();
			case 'exportCapture':
				return (await loadOnDemand()).exportCapture(source.capture, source.info);
			case 'saveBytes':
				await this.saveBytes({ attempt: message.attempt });
				return;
			case 'editEndpoint':
				return editEndpoints();
			case 'copyAsCode':
				await (await loadOnDemand()).copyAsCode(source.stream);
				return;
			case 'mendTls':
				return source.stream && (await loadOnDemand()).mendTls(source.stream);
			case 'setSecret':
				return this.setSecret(message.name);
			case 'copy':
				return copyEntry(source.capture, message.seq, message.what);
			case 'copyValue':
			case 'copyPath':
			case 'copyText':
				return copyPart(source.capture, message);
			case 'openData':
				return openData(source.capture, source.info.capture, message.seq);
			default:
				return assertNever(message);
		}
	}

	/** Of those that the stream uses; then it is tried at once. */
	private async setSecret(name: string): Promise<void> {
		const { stream } = this.source;
		const id = stream?.secretNamed(name);
		if (id === undefined) return;
		const { setSecret } = await loadOnDemand();
		if ((await setSecret(this.ports.secrets, id)) !== undefined) await stream?.reconnect();
	}

	private async answer(ask: Ask): Promise<void> {
		try {
			this.post({ type: 'reply', id: ask.id, answer: await this.find(ask) });
		} catch (error) {
			this.ports.log.warn(`${ask.about}: ${causeChain(error).join(' ← ')}`);
			this.post({ type: 'reply', id: ask.id, error: causeChain(error)[0] ?? 'unknown error' });
		}
	}

	private find(ask: Ask): Promise<unknown> {
		switch (ask.about) {
			case 'rows':
				return this.viewer.rows(ask.epoch, ask.from, ask.to);
			case 'entry':
				return this.entry(ask.seq);
			case 'locate':
				return Promise.resolve(this.viewer.locate(ask.epoch, ask.seq));
			case 'filter':
				return Promise.resolve(filterVerdict(ask.text));
			case 'find':
				return this.finder.find(ask);
			case 'complete':
				return this.completion.complete(ask.text, ask.caret);
			case 'changes':
				return this.source.capture.changes(ask.seq).then(shownChanges);
			case 'text':
				return this.source.capture.text(ask.seq, ask.path);
			case 'editFilter':
				return Promise.resolve(editedFilter(ask.text, ask.edit, this.filter));
			default:
				return assertNever(ask);
		}
	}

	/** An invalid filter leaves the last valid one in force; the page has asked what is wrong. */
	private applyFilter(text: string): void {
		const parsed = parseQuery(text);
		if (!parsed.ok) return;
		this.filter = text;
		this.ports.memory.rememberFilter(this.source.info, text);
		this.viewer.setFilter(parsed.query);
		this.finder.setFilter(parsed.query);
	}

	private async entry(seq: number): Promise<ShownEntry | undefined> {
		const [full, { aboutOf }] = await Promise.all([this.source.capture.entry(seq), loadOnDemand()]);
		return full && { ...full, about: aboutOf(full) };
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
