import { assertNever } from '../../../src/base/assertNever';
import { fields } from '../../../src/domain/query/fields';
import { defaultColumns, type ColumnSettings } from '../../../src/protocol/columns';
import { asColumnSettings } from '../../../src/protocol/columnSettings';
import type { FromWebview } from '../../../src/protocol/fromWebview';
import type { Ask } from '../../../src/protocol/questions';
import type { StreamStatus } from '../../../src/protocol/stream';
import type { Tick } from '../../../src/protocol/tick';
import type { ToWebview } from '../../../src/protocol/toWebview';
import { noticeOf } from '../../../src/protocol/notice/noticeOf';
import { FakeOverview } from './fakeOverview';
import { FakeView } from './fakeView';
import { scenes, type Scene } from './scenes';

/** What a test can do on the page: the other end of the webview's channel, without an extension. */
export class FakeHost {
	/** All that the webview has said, in order, but that it has painted a tick. */
	readonly posted: FromWebview[] = [];
	/** How long an answer takes. */
	answerDelayMs = 2;
	private status: StreamStatus;
	private filterError: string | undefined;
	private readonly view: FakeView;
	private readonly overview: FakeOverview;
	private readonly bookmarks = new Map<number, string>();

	constructor(private readonly scene: Scene) {
		this.view = new FakeView(scene);
		this.status = scene.status;
		this.overview = new FakeOverview(scene.history ?? [], scene.capture);
	}

	/** Stands in for what VS Code gives the page. */
	get api() {
		return {
			postMessage: (message: FromWebview) => {
				if (message.type === 'shown') return;
				this.posted.push(message);
				this.take(message);
			},
			getState: (): unknown => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
			setState: (state: unknown) => sessionStorage.setItem('state', JSON.stringify(state)),
		};
	}

	/** What the user has set, which outlives the page. */
	get columns(): ColumnSettings {
		const stored = sessionStorage.getItem('columns');
		return asColumnSettings(JSON.parse(stored ?? 'null')) ?? defaultColumns;
	}

	set columns(columns: ColumnSettings) {
		sessionStorage.setItem('columns', JSON.stringify(columns));
	}

	/** The user has set them elsewhere. */
	setColumns(columns: Partial<ColumnSettings>): void {
		this.columns = { ...this.columns, ...columns };
		this.send({ type: 'columns', columns: this.columns });
	}

	/** Entries arrive. */
	append(count: number): void {
		this.view.length += count;
		const { received, kept, bytes } = this.status;
		this.set({ received: received + count, kept: kept + count, bytes: bytes + 100 * count });
	}

	set(status: Partial<StreamStatus>): void {
		this.status = { ...this.status, ...status };
		this.sendTick();
	}

	/** Sets a bookmark, or takes it away. */
	toggleBookmark(seq = 0, label = ''): void {
		if (!this.bookmarks.delete(seq)) this.bookmarks.set(seq, label);
		const bookmarks = [...this.bookmarks].sort(([a], [b]) => a - b);
		this.send({
			type: 'bookmarks',
			bookmarks: bookmarks.map(([marked, name]) => ({ seq: marked, label: name })),
		});
	}

	failFilter(words: string): void {
		this.filterError = words;
		this.sendTick();
	}

	send(message: ToWebview): void {
		// A real message is a copy, too.
		window.postMessage(structuredClone(message), '*');
	}

	sendTick(): void {
		this.send(this.tick);
		this.sendOverview();
	}

	private sendOverview(): void {
		const { state } = this.status;
		const isOver = !this.scene.stream.isLive || state === 'closed' || state === 'failed';
		this.overview.upTo(this.view.length);
		const now = isOver ? undefined : this.scene.now;
		for (const message of this.overview.messages(this.view.query, now)) this.send(message);
	}

	private get tick(): Tick {
		const { view } = this;
		const tick: Tick = {
			type: 'tick',
			epoch: view.epoch,
			total: view.total,
			isCounting: false,
			isPaused: view.isPaused,
			beyond: this.scene.beyond ?? view.beyond,
			...(this.filterError !== undefined && { filterError: this.filterError }),
			...this.foundCount,
			startTime: view.startTime,
			status: this.status,
		};
		const notice = noticeOf(tick, this.scene.stream, view.query !== undefined);
		return { ...tick, ...(notice && { notice }) };
	}

	private get foundCount(): Pick<Tick, 'found'> {
		const found = this.view.withText;
		return found === undefined ? {} : { found: { total: found.length, isCounting: false } };
	}

	private take(message: Exclude<FromWebview, { type: 'shown' }>): void {
		switch (message.type) {
			case 'ready':
				this.send({
					type: 'opened',
					stream: this.scene.stream,
					filter: this.view.filter,
					fields,
					columns: this.columns,
					tick: this.tick,
				});
				this.sendOverview();
				break;
			case 'setFilter':
				this.view.setFilter(message.text);
				this.filterError = undefined;
				this.sendTick();
				break;
			case 'setPaused':
				this.view.setPaused(message.paused);
				this.sendTick();
				break;
			case 'clear':
				this.view.clear();
				this.overview.clear();
				this.set({ kept: 0 });
				break;
			case 'ask':
				setTimeout(() => this.answer(message), this.answerDelayMs);
				break;
			case 'setColumns':
				this.columns = message.columns;
				break;
			case 'chooseColumnPath':
			case 'disconnect':
			case 'reconnect':
			case 'reconnectFrom':
			case 'reconnectWith':
			case 'editLastEventId':
			case 'stopWaiting':
			case 'drop':
			case 'exportCapture':
			case 'copyAllAsJsonl':
			case 'copyAllAsMarkdown':
			case 'saveBytes':
			case 'editEndpoint':
			case 'copyAsCode':
			case 'mendTls':
			case 'setSecret':
			case 'copy':
			case 'copyValue':
			case 'copyPath':
			case 'copyText':
			case 'openData':
			case 'labelBookmark':
			case 'stepBookmark':
			case 'saveFilter':
			case 'manageFilters':
				break;
			case 'toggleBookmark':
				this.toggleBookmark(message.seq);
				break;
			default:
				assertNever(message);
		}
	}

	private answer(ask: Ask): void {
		if (ask.about === 'find') {
			this.view.textToFind = ask.text;
			this.sendTick();
		}
		this.send({ type: 'reply', id: ask.id, answer: this.view.answerTo(ask) });
	}
}

/** Puts the host on the page under the name `host`, before the webview's own script runs. */
export function install(sceneName: string): void {
	const scene = scenes[sceneName];
	if (scene === undefined) throw new Error(`No scene is called ${sceneName}.`);
	const host = new FakeHost(scene());
	Object.assign(window, { host, acquireVsCodeApi: () => host.api });
}
