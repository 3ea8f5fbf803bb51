import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { isOfInspector, PageErrors } from './pageErrors';

interface VSCode {
	readonly url: string;
	readonly version: string;
	readonly workspace: string;
	readonly settingsFile: string;
	killExtensionHosts(): void;
	close(): Promise<void>;
}

interface VSCodeOptions {
	/** Folder of the extension under development, and of those that are installed. */
	readonly extensionPath?: string;
	readonly installed?: readonly string[];
	readonly settings?: Record<string, unknown>;
	/** Folder or `.code-workspace` file to open, by default a new folder. */
	readonly workspace?: string;
	/** The workspace is not trusted before somebody says so. */
	readonly isUntrusted?: boolean;
}

interface StartOptions extends Pick<VSCodeOptions, 'workspace' | 'isUntrusted'> {
	/** Which VS Code is set to. Without its language pack VS Code's own words stay English. */
	readonly language?: string;
}

/** What test/vscode offers; loaded as it is, since it finds its files by where it stands. */
interface Tools {
	launchBrowser(): Promise<Browser>;
	startVSCode(options: VSCodeOptions): Promise<VSCode>;
	vscodeCommandLine(): Promise<{ command: string; args: string[] }>;
	openWorkbench(page: Page, vscode: VSCode): Promise<void>;
	runCommand(page: Page, title: string): Promise<void>;
	openFile(page: Page, name: string): Promise<void>;
	inspectorFrame(page: Page, index?: number): FrameLocator;
}

/** What a person sees at once may take this long on a machine that is busy with something else. */
const patienceMs = 60_000;

async function load(name: string): Promise<Tools> {
	return (await import(pathToFileURL(resolve('test', 'vscode', name)).href)) as Tools;
}

/** Those that are open: after each test, none of them may have had an error. */
const opened = new Set<RealVSCode>();
const looked = new WeakSet<object>();

/** Where this file is imported, it looks after every suite: the first test of each gives it the hook. */
beforeEach(function () {
	const suite = this.currentTest?.parent;
	if (suite === undefined || looked.has(suite)) return;
	looked.add(suite);
	suite.afterEach('no error on the page', () => {
		for (const { errors } of opened) errors.assertNone();
	});
});

/** VS Code's own command line. */
export async function vscodeCommandLine() {
	return (await load('server.mjs')).vscodeCommandLine();
}

/** A VS Code with the extension, and a person's hands and eyes on it. */
export class RealVSCode {
	readonly errors: PageErrors;

	private constructor(
		private readonly tools: Tools,
		private readonly vscode: VSCode,
		private readonly browser: Browser,
		readonly page: Page,
	) {
		this.errors = new PageErrors(page, isOfInspector);
		opened.add(this);
	}

	/** With the extension under development. */
	static start(
		settings: Record<string, unknown> = {},
		{ language, ...options }: StartOptions = {},
	): Promise<RealVSCode> {
		return RealVSCode.startWith({ extensionPath: resolve('.'), settings, ...options }, language);
	}

	/** With the extension as it is installed in a folder. */
	static startInstalled(folder: string): Promise<RealVSCode> {
		return RealVSCode.startWith({ installed: [folder] });
	}

	private static async startWith(options: VSCodeOptions, language?: string): Promise<RealVSCode> {
		const modules = await Promise.all(['browser.mjs', 'server.mjs', 'workbench.mjs'].map(load));
		const tools = Object.assign({}, ...modules) as Tools;
		const vscode = await tools.startVSCode(options);
		const browser = await tools.launchBrowser();
		return RealVSCode.openIn(browser, tools, vscode, language);
	}

	private static async openIn(
		browser: Browser,
		tools: Tools,
		vscode: VSCode,
		language?: string,
	): Promise<RealVSCode> {
		const context = await browser.newContext({ viewport: { width: 1500, height: 900 } });
		await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
			origin: new URL(vscode.url).origin,
		});
		context.setDefaultTimeout(patienceMs);
		// As the file of messages says it that comes with a language pack.
		if (language !== undefined) {
			await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`);
		}
		const page = await context.newPage();
		const real = new RealVSCode(tools, vscode, browser, page);
		await tools.openWorkbench(page, vscode);
		return real;
	}

	/** Another window of the same VS Code, with an extension host of its own. It is closed with this one. */
	anotherWindow(): Promise<RealVSCode> {
		return RealVSCode.openIn(this.browser, this.tools, this.vscode);
	}

	/** Path of the folder that is open. */
	get workspace(): string {
		return this.vscode.workspace;
	}

	/** Adds to the user's settings, as another window or a person with an editor does it. */
	writeSettings(settings: Record<string, unknown>): void {
		const { settingsFile } = this.vscode;
		const all: unknown = JSON.parse(readFileSync(settingsFile, 'utf8'));
		writeFileSync(settingsFile, JSON.stringify(Object.assign({}, all, settings)));
	}

	/** Ends the extension hosts without a word to them. */
	killExtensionHosts(): void {
		this.vscode.killExtensionHosts();
	}

	/** F1, the command, Enter. */
	runCommand(title: string): Promise<void> {
		return this.tools.runCommand(this.page, title);
	}

	/** Connects to a URL that is typed. */
	async connect(url: string): Promise<void> {
		await this.runCommand('Event Stream: Connect…');
		await this.type(url);
		// Of the title, “Connect to” is a part as well.
		const option = this.quickInput.getByRole('option').filter({ hasText: 'Connect to' });
		await option.waitFor();
		await this.page.keyboard.press('Enter');
	}

	/** Opens a file of the workspace, which was there before the first that is opened so. */
	openFile(name: string): Promise<void> {
		return this.tools.openFile(this.page, name);
	}

	/** The quick input on screen: command palette, quick pick or input box. */
	get quickInput() {
		return this.page.locator('.quick-input-widget:visible');
	}

	/** Types into the quick input, in place of what is there; not into the palette, which a command closes. */
	async type(text: string): Promise<void> {
		const palette = '[placeholder^="Type the name of a command"]';
		await this.quickInput.locator(`.quick-input-box input:not(${palette})`).fill(text);
	}

	/** What the dialog for files suggests, which it puts into its box once it has looked into the folder. */
	async suggestedFile(ending: string): Promise<string> {
		const suggested = await this.page.waitForFunction(wanted => {
			const box = document.querySelector<HTMLInputElement>('.quick-input-box input');
			return box?.value.endsWith(wanted) === true && box.value;
		}, ending);
		return String(await suggested.jsonValue());
	}

	/** Waits until the clipboard holds the text. */
	async clipboardHolds(text: string): Promise<void> {
		await this.page.waitForFunction(
			async wanted => (await navigator.clipboard.readText()) === wanted,
			text,
			{ polling: 50 },
		);
	}

	/** Closes the quick input, if it is open, and waits until the focus is where it was before. */
	async dismissQuickInput(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.quickInput.waitFor({ state: 'hidden' });
		const hasInspector = await this.page
			.locator('iframe.webview')
			.filter({ visible: true })
			.count();
		if (hasInspector > 0) await this.inspectorFocused();
	}

	/** Inside of the inspector on screen. */
	get inspector(): FrameLocator {
		return this.tools.inspectorFrame(this.page);
	}

	/**
	 * Waits until the inspector has the focus, which VS Code gives it when it has loaded: a quick input
	 * that is opened before then is closed by it.
	 */
	async inspectorFocused(): Promise<void> {
		await this.page.waitForFunction(() => document.activeElement?.matches('iframe.webview'));
	}

	async close(): Promise<void> {
		for (const one of opened) if (one.vscode === this.vscode) opened.delete(one);
		await this.browser.close();
		await this.vscode.close();
		// Those that came in since the last test ended.
		this.errors.assertNone();
	}
}
