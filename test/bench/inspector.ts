import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { freePort } from './freePort';

/** What the companion tells of a stream that has been read; times in ms since the epoch. */
export interface ReadFacts {
	readonly openedAt: number;
	readonly closedAt: number;
	readonly queryableAt: number;
	readonly counts: { readonly received: number; readonly kept: number };
	readonly loopDelayP99Ms: number;
	readonly loopDelayMaxMs: number;
	readonly memoryGrowthBytes: number;
	/** Of the host's main thread: it ran, and was ready to run but had no processor. */
	readonly workedMs: number;
	readonly waitedMs: number;
}

interface VSCode {
	readonly url: string;
	readonly version: string;
	close(): Promise<void>;
}

/** What test/vscode offers; loaded as it is, since it finds its files by where it stands. */
interface Tools {
	startVSCode(options: Record<string, unknown>): Promise<VSCode>;
	openWorkbench(page: Page, vscode: VSCode): Promise<void>;
	runCommand(page: Page, title: string): Promise<void>;
	inspectorFrame(page: Page): FrameLocator;
}

/** The inspector in a real VS Code, and an extension beside it that measures in the same host. */
export class Inspector {
	private constructor(
		private readonly tools: Tools,
		private readonly vscode: VSCode,
		private readonly port: number,
		readonly page: Page,
	) {}

	static async start(browser: Browser): Promise<Inspector> {
		const load = async (name: string) =>
			(await import(pathToFileURL(resolve('test/vscode', name)).href)) as Partial<Tools>;
		const tools = { ...(await load('server.mjs')), ...(await load('workbench.mjs')) } as Tools;
		const port = await freePort();
		const vscode = await tools.startVSCode({
			extensionPath: resolve('.'),
			installed: [resolve('test/bench/companion')],
			env: { EVENT_STREAM_BENCH_PORT: String(port) },
			// Nothing is dropped of ten million events.
			settings: {
				'eventStreamInspector.capture.maxEntries': 20_000_000,
				'eventStreamInspector.capture.maxSizeMiB': 8192,
			},
		});
		const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
		await tools.openWorkbench(page, vscode);
		return new Inspector(tools, vscode, port, page);
	}

	get version(): string {
		return this.vscode.version;
	}

	/** The body of the page of the inspector on screen. */
	get body(): Locator {
		return this.tools.inspectorFrame(this.page).locator('body');
	}

	/** Resolves when an inspector has its grid. */
	async shown(): Promise<void> {
		await this.tools.inspectorFrame(this.page).getByRole('grid', { name: 'Events' }).waitFor();
	}

	/** Ms: in all, and of that loading the files and `activate()`. */
	activate(): Promise<{ activationMs: number; loadMs: number; activateMs: number }> {
		return this.order('activate', {});
	}

	/** Reads a stream to its end, with a panel or without. */
	read(url: string, reveal: boolean): Promise<ReadFacts> {
		return this.order('read', { url, reveal });
	}

	/** Asks the latest stream. */
	query(filter: string): Promise<{ total: number; exactMs: number }> {
		return this.order('query', { filter });
	}

	/** Closes all editors, and the streams with them. */
	closePanels(): Promise<void> {
		return this.tools.runCommand(this.page, 'View: Close All Editors');
	}

	/** Bytes of JavaScript objects in the process of the inspector's page, garbage collected. */
	async heapBytes(): Promise<number> {
		const inner = this.page.frames().find(frame => frame.name() === 'active-frame');
		const session = await this.page
			.context()
			.newCDPSession(inner ?? this.page)
			// A page of the same process has no session of its own.
			.catch(() => this.page.context().newCDPSession(this.page));
		await session.send('HeapProfiler.collectGarbage');
		const { usedSize } = await session.send('Runtime.getHeapUsage');
		await session.detach();
		return usedSize;
	}

	async close(): Promise<void> {
		await this.page.close();
		await this.vscode.close();
	}

	private async order<T>(name: string, order: object): Promise<T> {
		for (;;) {
			let response: Response;
			try {
				response = await fetch(`http://127.0.0.1:${this.port}/${name}`, {
					method: 'POST',
					body: JSON.stringify(order),
				});
			} catch (error) {
				if (!isNotThereYet(error)) throw error;
				await wait(100);
				continue;
			}
			const text = await response.text();
			if (!response.ok) throw new Error(text);
			return JSON.parse(text) as T;
		}
	}
}

/** The companion listens some time after the workbench is there. */
function isNotThereYet(error: unknown): boolean {
	const cause = error instanceof Error ? error.cause : undefined;
	return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED';
}
