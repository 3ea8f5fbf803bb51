import { assertNever } from '../../../src/base/assertNever';
import { complete, type Seen } from '../../../src/domain/query/completion';
import { fields } from '../../../src/domain/query/fields';
import { JsonShapes } from '../../../src/domain/query/jsonShape';
import { parseQuery } from '../../../src/domain/query/parser';
import type { Query } from '../../../src/domain/query/query';
import { aboutOf } from '../../../src/protocol/about/about';
import { defaultColumns, type ColumnSettings } from '../../../src/protocol/columns';
import { asColumnSettings } from '../../../src/protocol/columnSettings';
import { shownChanges } from '../../../src/protocol/changeLines';
import { editedFilter, filterVerdict } from '../../../src/protocol/filterVerdict';
import type { FromWebview } from '../../../src/protocol/fromWebview';
import type { Ask, Questions } from '../../../src/protocol/questions';
import type { StreamStatus } from '../../../src/protocol/stream';
import type { Tick } from '../../../src/protocol/tick';
import type { ToWebview } from '../../../src/protocol/toWebview';
import { toFull, toRow, type Captured } from './capture';
import { noticeOf } from '../../../src/protocol/notice/noticeOf';
import { FakeOverview } from './fakeOverview';
import { changesIn, textIn } from './neighbours';
import { Matching } from './matches';
import { scenes, type Scene } from './scenes';

/** What a test can do on the page: the other end of the webview's channel, without an extension. */
export class FakeHost {
	/** All that the webview has said, in order, but that it has painted a tick. */
	readonly posted: FromWebview[] = [];
	/** How long an answer takes. */
	answerDelayMs = 2;
	private epoch = 1;
	private filter: string;
	private query: Query | undefined;
	private isPaused: boolean;
	private length: number;
	private frozenLength: number;
	private status: StreamStatus;
	private filterError: string | undefined;
	private found: Matching | undefined;
	private textToFind = '';
	private readonly overview: FakeOverview;
	private readonly bookmarks = new Map<number, string>();

	constructor(private readonly scene: Scene) {
		this.filter = scene.filter ?? '';
		this.isPaused = scene.isPaused === true;
		this.length = scene.capture.length;
		this.frozenLength = this.length;
		this.status = scene.status;
		this.overview = new FakeOverview(scene.history ?? [], scene.capture);
		this.setFilter(this.filter);
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
		this.length += count;
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
		this.overview.upTo(this.length);
		const now = isOver ? undefined : this.scene.now;
		for (const message of this.overview.messages(this.query, now)) this.send(message);
	}

	private get tick(): Tick {
		const tick: Tick = {
			type: 'tick',
			epoch: this.epoch,
			total: this.total,
			isCounting: false,
			isPaused: this.isPaused,
			beyond: this.scene.beyond ?? (this.isPaused ? this.length - this.frozenLength : 0),
			...(this.filterError !== undefined && { filterError: this.filterError }),
			...this.foundCount,
			startTime: this.length > 0 ? this.at(0).entry.time : undefined,
			status: this.status,
		};
		const notice = noticeOf(tick, this.scene.stream, this.query !== undefined);
		return { ...tick, ...(notice && { notice }) };
	}

	private get foundCount(): Pick<Tick, 'found'> {
		const found = this.withText;
		return found === undefined ? {} : { found: { total: found.length, isCounting: false } };
	}

	private get visibleLength(): number {
		return this.isPaused ? this.frozenLength : this.length;
	}

	private get total(): number {
		return this.query === undefined
			? this.visibleLength
			: (this.scene.matching ?? this.matching.length);
	}

	/** Places of the entries that match. */
	private get matching(): readonly number[] {
		const { query } = this;
		if (query === undefined) return [];
		if (this.found?.query !== query) this.found = new Matching(query);
		return this.found.upTo(this.visibleLength, index => this.at(index).entry);
	}

	private at(index: number): Captured {
		return this.scene.capture.at(index);
	}

	private setFilter(text: string): void {
		this.filter = text;
		const parsed = parseQuery(text);
		this.query = text.trim() !== '' && parsed.ok ? parsed.query : undefined;
		this.filterError = undefined;
		this.epoch++;
	}

	private take(message: Exclude<FromWebview, { type: 'shown' }>): void {
		switch (message.type) {
			case 'ready':
				this.send({
					type: 'opened',
					stream: this.scene.stream,
					filter: this.filter,
					fields,
					columns: this.columns,
					tick: this.tick,
				});
				this.sendOverview();
				break;
			case 'setFilter':
				this.setFilter(message.text);
				this.sendTick();
				break;
			case 'setPaused':
				this.isPaused = message.paused;
				this.frozenLength = this.length;
				this.epoch++;
				this.sendTick();
				break;
			case 'clear':
				this.length = 0;
				this.overview.clear();
				this.epoch++;
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
		this.send({ type: 'reply', id: ask.id, answer: this.answerTo(ask) });
	}

	private answerTo(ask: Ask): unknown {
		switch (ask.about) {
			case 'rows': {
				if (ask.epoch !== this.epoch) return { epoch: this.epoch, from: ask.from, rows: [] };
				const to = Math.min(ask.to, this.total);
				const rows = [];
				for (let i = ask.from; i < to; i++) rows.push(toRow(this.at(this.placeOf(i)), ask.wanted));
				return { epoch: this.epoch, from: ask.from, rows };
			}
			case 'entry': {
				const place = this.scene.capture.placeOf(ask.seq);
				const full = place < this.length ? toFull(this.at(place)) : undefined;
				return full && { ...full, about: aboutOf(full) };
			}
			case 'locate': {
				const place = this.scene.capture.placeOf(ask.seq);
				if (this.query === undefined) {
					return { index: place, isExact: this.at(place).entry.seq === ask.seq };
				}
				const index = this.matching.findIndex(candidate => candidate >= place);
				return index < 0
					? { index: Math.max(0, this.matching.length - 1), isExact: false }
					: { index, isExact: this.matching[index] === place };
			}
			case 'filter':
				return filterVerdict(ask.text);
			case 'find':
				return this.find(ask);
			case 'complete':
				return complete(ask.text, ask.caret, this.seen);
			case 'changes':
				return shownChanges(changesIn(this.scene.capture, this.length, ask.seq));
			case 'text':
				return textIn(this.scene.capture, this.length, ask.seq, ask.path);
			case 'editFilter':
				return editedFilter(ask.text, ask.edit, this.filter);
			default:
				return assertNever(ask);
		}
	}

	private get seen(): Seen {
		const shapes = new JsonShapes();
		const types = new Set<string>();
		for (let i = Math.max(0, this.length - 100); i < this.length; i++) {
			const { kind, type, data } = this.at(i).entry;
			if (kind !== 'event') continue;
			types.add(type);
			shapes.add(data);
		}
		return { types: [...types], shape: shapes.shape };
	}

	private find({ text, seq, step }: Questions['find']['question']): Questions['find']['answer'] {
		this.textToFind = text;
		this.sendTick();
		const found = this.withText;
		if (found === undefined) return undefined;
		const after = found.findIndex(other => other >= seq + Math.max(0, step));
		const next = after < 0 ? 0 : after;
		const place = step < 0 ? (after < 0 ? found.length : after) - 1 : next;
		return { seq: found.at(place), place: ((place + found.length) % found.length) + 1 };
	}

	/** Numbers of the matching entries that have the text, if one is looked for. */
	private get withText(): number[] | undefined {
		const { textToFind: text } = this;
		if (text === '') return undefined;
		const matching = new Matching({ type: 'text', text, from: 0, to: 0 });
		const all = this.query === undefined ? undefined : new Set(this.matching);
		return matching
			.upTo(this.visibleLength, index => this.at(index).entry)
			.filter(index => all?.has(index) !== false)
			.map(index => this.at(index).entry.seq);
	}

	private placeOf(index: number): number {
		return this.query === undefined ? index : this.matching[index]!;
	}
}

/** Puts the host on the page under the name `host`, before the webview's own script runs. */
export function install(sceneName: string): void {
	const scene = scenes[sceneName];
	if (scene === undefined) throw new Error(`No scene is called ${sceneName}.`);
	const host = new FakeHost(scene());
	Object.assign(window, { host, acquireVsCodeApi: () => host.api });
}
