import * as vscode from 'vscode';
import type { Clock } from '../../base/clock';
import { DisposableStore, MutableDisposable, type Disposable } from '../../base/disposable';
import type { ListedCapture } from '../../store/catalogue/catalogue';
import { Throttle } from '../../store/throttle';
import type { CaptureFolder } from '../capture/captureFolder';
import type { CaptureLibrary } from '../capture/captureLibrary';
import type { OpenedCaptures } from '../capture/openedCaptures';
import type { Report } from '../report';
import type { OpenStream, Streams } from '../streams';
import { captureItem } from './captureItem';
import { captureNodes, type CaptureNode } from './captureNodes';
import type { TreeContent } from './lazyTree';

/** Sizes and counts while something comes in; and how long ago things were. */
const liveMs = 1000;
const idleMs = 30_000;

export interface CaptureTreeParts {
	readonly clock: Clock;
	readonly streams: Streams;
	readonly library: CaptureLibrary;
	readonly folder: CaptureFolder;
	readonly captures: OpenedCaptures;
	readonly report: Report;
}

/** The captures of this machine, live and finished, newest first. */
export class CaptureTree implements TreeContent<CaptureNode> {
	private readonly owned = new DisposableStore();
	private readonly timer = this.owned.register(new MutableDisposable<Disposable>());
	private readonly reload: Throttle;
	private readonly began = new WeakMap<OpenStream, number>();
	/** By file. VS Code tells lines apart by their identity. */
	private readonly nodes = new Map<string, CaptureNode>();
	/** Absent: to be read anew. */
	private listed: Promise<ListedCapture[]> | undefined;
	private isVisible = false;

	constructor(
		private readonly parts: CaptureTreeParts,
		private readonly refresh: (node?: CaptureNode) => void,
	) {
		const { clock, streams, library, folder } = parts;
		this.reload = this.owned.register(
			new Throttle(clock, liveMs, () => {
				this.listed = undefined;
				this.refresh();
			}),
		);
		this.owned.register(streams.onDidChange(() => this.reload.request()));
		this.owned.register(library.onDidChange(() => this.reload.request()));
		// Those of other windows.
		const pattern = new vscode.RelativePattern(vscode.Uri.file(folder.path), '*.sqlite');
		const watcher = this.owned.register(vscode.workspace.createFileSystemWatcher(pattern));
		const changed = ({ fsPath }: vscode.Uri) => {
			const isOurs = streams.all.some(({ stream }) => stream.capture.file === fsPath);
			if (!isOurs) this.reload.request();
		};
		for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete]) {
			this.owned.register(event(changed));
		}
	}

	async getChildren(node?: CaptureNode): Promise<CaptureNode[]> {
		return node === undefined ? this.allNodes() : [];
	}

	getParent(): undefined {
		return undefined;
	}

	getTreeItem(node: CaptureNode): vscode.TreeItem {
		return captureItem(node, this.parts.clock.now());
	}

	setVisible(isVisible: boolean): void {
		if (isVisible && !this.isVisible) this.reload.request();
		this.isVisible = isVisible;
		this.schedule();
	}

	dispose(): void {
		this.owned.dispose();
	}

	private async allNodes(): Promise<CaptureNode[]> {
		const { streams, library, captures, clock } = this.parts;
		this.listed ??= library.list();
		const open = streams.all;
		for (const one of open) if (!this.began.has(one)) this.began.set(one, clock.now());
		const startedAt = (one: OpenStream) => this.began.get(one) ?? clock.now();
		const shownAs = (file: string) => captures.sourceOf(file)?.info.kept?.state;
		const found = await captureNodes(await this.listed, open, shownAs, startedAt);
		return found.map(one => this.lasting(one));
	}

	private lasting(node: CaptureNode): CaptureNode {
		const known = this.nodes.get(node.file);
		if (known === undefined) {
			this.nodes.set(node.file, node);
			return node;
		}
		for (const key of Object.keys(known)) Reflect.deleteProperty(known, key);
		return Object.assign(known, node);
	}

	private schedule(): void {
		if (!this.isVisible) {
			this.timer.value = undefined;
			return;
		}
		const { clock, report } = this.parts;
		const isLive = this.isLive;
		this.timer.value = clock.schedule(isLive ? liveMs : idleMs, () => {
			if (isLive) report.guard(this.refreshLive());
			else this.refresh();
			this.schedule();
		});
	}

	/** Lines of which nothing changes are left alone: somebody may be about to click in them. */
	private async refreshLive(): Promise<void> {
		for (const node of await this.allNodes()) {
			if (node.open !== undefined && !node.open.stream.isEnded) this.refresh(node);
		}
	}

	private get isLive(): boolean {
		return this.parts.streams.all.some(({ stream }) => !stream.isEnded);
	}
}
