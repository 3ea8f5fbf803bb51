import type { Browser, Locator, Page } from 'playwright-core';
import type { FromWebview } from '../../../src/protocol/fromWebview';
import { at } from './clock';
import { PageErrors } from '../pageErrors';
import { launch } from './launch';
import { openPage, withHost, type PageOptions } from './openPage';

/** A browser for a suite, and a page for each of its tests. */
export class WebviewTest {
	private browser: Browser | undefined;
	private opened: Page | undefined;
	private wrongs: PageErrors | undefined;

	/** Registers the hooks of the suite that is being described. */
	constructor() {
		const start = async () => {
			this.browser = await launch();
		};
		before(function () {
			// The first start may have to fetch the browser.
			this.timeout(300_000);
			return start();
		});
		afterEach('no error on the page', () => this.close());
		after(async () => {
			await this.browser?.close();
		});
	}

	private async close(): Promise<void> {
		await this.opened?.close();
		this.opened = undefined;
		const { wrongs } = this;
		this.wrongs = undefined;
		wrongs?.assertNone();
	}

	/** What has gone wrong so far on the page that is open; the test fails for it in any case. */
	get errors(): readonly string[] {
		return this.wrongs?.texts ?? [];
	}

	get page(): Page {
		if (this.opened === undefined) throw new Error('No page is open.');
		return this.opened;
	}

	/** Opens the webview and waits until it shows the state of the stream. */
	async open(scene: string, options: Omit<PageOptions, 'scene'> = {}): Promise<Page> {
		if (this.browser === undefined) throw new Error('There is no browser.');
		await this.close();
		this.opened = await openPage(this.browser, { scene, ...options }, page => {
			this.wrongs = new PageErrors(page);
		});
		await this.opened.locator('[data-state]').waitFor();
		return this.opened;
	}

	/** Stops the clock of a page that was opened with one; from here on it is `pass` that moves it. */
	async stopClock(): Promise<void> {
		await this.page.clock.pauseAt(at(12, 30, 0, 0));
		await this.pass(100);
	}

	/** Lets time go by, with all that happens in it. */
	async pass(durationMs: number): Promise<void> {
		await this.page.clock.runFor(durationMs);
	}

	get grid(): Locator {
		return this.page.getByRole('grid', { name: 'Events' });
	}

	/** The rows on the page, without the header. */
	get rows(): Locator {
		return this.grid.locator('.pool').getByRole('row');
	}

	get filter(): Locator {
		return this.page.getByRole('searchbox', { name: 'Filter' });
	}

	get details(): Locator {
		return this.page.getByRole('region', { name: 'Details' });
	}

	get selected(): Locator {
		return this.grid.locator('[aria-selected=true]');
	}

	/** The row with that number of entry. */
	row(seq: number): Locator {
		return this.page.locator(`#entry-${seq}`);
	}

	/** Waits until the last row on the page is that of entry `seq`. */
	async lastRowIs(seq: number): Promise<void> {
		await this.page.waitForFunction(
			id => [...document.querySelectorAll('.pool .row:not([hidden])')].at(-1)?.id === id,
			`entry-${seq}`,
		);
	}

	async firstRowIs(seq: number): Promise<void> {
		await this.page.waitForFunction(
			id => document.querySelector('.pool .row')?.id === id,
			`entry-${seq}`,
		);
	}

	async append(count: number): Promise<void> {
		await withHost(this.page, (host, added: number) => host.append(added), count);
	}

	/** What the webview has said to the host, questions apart. */
	async posted(): Promise<FromWebview[]> {
		const all = await withHost(this.page, host => host.posted);
		return all.filter(({ type }) => type !== 'ask' && type !== 'ready');
	}

	/** Waits until the latest order to the host is `message`. */
	async lastPostedIs(message: FromWebview): Promise<void> {
		await this.page.waitForFunction(expected => {
			const { posted } = (window as unknown as { host: { posted: FromWebview[] } }).host;
			const last = posted.filter(({ type }) => type !== 'ask').at(-1);
			return JSON.stringify(last) === expected;
		}, JSON.stringify(message));
	}
}
