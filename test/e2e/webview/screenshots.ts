// Pictures of the webview in its states, themes and widths: node out/test/e2e/webview/screenshots.js <folder>
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launch } from './launch';
import { openPage, withHost, type Theme } from './openPage';

interface Picture {
	readonly scene: string;
	/** What a person does before the picture is taken. */
	readonly act?: (page: Page) => Promise<void>;
}

const row = (page: Page, seq: string) => page.getByRole('row').filter({ hasText: seq }).first();

async function selectTrade(page: Page): Promise<void> {
	await page.getByRole('grid', { name: 'Events' }).hover();
	await page.mouse.wheel(0, -150);
	await row(page, '3\u202f394').click();
	await page.getByRole('treeitem', { name: /book/ }).click();
	await page.getByRole('grid', { name: 'Events' }).focus();
	await withHost(page, host => host.append(0));
	await page.mouse.move(0, 0);
}

const tab = (name: string) => async (page: Page) => {
	await selectTrade(page);
	await page.getByRole('tab', { name }).click();
	await page.getByRole('grid', { name: 'Events' }).focus();
};

async function selectDelta(page: Page): Promise<void> {
	await page.getByRole('grid', { name: 'Events' }).focus();
	await page.keyboard.press('End');
	for (let i = 0; i < 26; i++) await page.keyboard.press('ArrowUp');
	await page.getByRole('tab', { name: 'Text' }).click();
	await page.getByRole('grid', { name: 'Events' }).focus();
}

const type = (text: string) => async (page: Page) => {
	await page.getByRole('searchbox', { name: 'Filter' }).fill(text);
};

const pictures: Readonly<Record<string, Picture>> = {
	streaming: { scene: 'market', act: selectTrade },
	following: { scene: 'market' },
	paused: { scene: 'paused' },
	raw: { scene: 'market', act: tab('Raw') },
	wire: { scene: 'market', act: tab('Wire') },
	changes: { scene: 'market', act: tab('Changes') },
	'json-menu': {
		scene: 'market',
		act: async page => {
			await selectTrade(page);
			await page.getByRole('treeitem', { name: /price/ }).click({ button: 'right' });
		},
	},
	llm: { scene: 'chat', act: selectDelta },
	waiting: { scene: 'waiting' },
	'empty-details': {
		scene: 'silent',
		act: page => page.getByRole('button', { name: 'Show Response Headers' }).click(),
	},
	empty: { scene: 'silent' },
	'failed-404': { scene: 'failed404' },
	'failed-tls': { scene: 'failedTls' },
	filtered: { scene: 'market', act: type('type:trade data.price:>100') },
	'filter-error': { scene: 'market', act: type('type:trade prise:>100') },
	'no-match': { scene: 'market', act: type('type:quote') },
	hover: { scene: 'market', act: page => row(page, '3\u202f394').hover() },
	connection: { scene: 'market', act: page => row(page, '3\u202f388').click() },
	hostile: { scene: 'hostile', act: page => row(page, 'gnp.exe').click() },
	bookmarks: {
		scene: 'market',
		act: async page => {
			for (const seq of [400, 1500, 3386, 3394, 3399, 3402]) {
				await withHost(page, (host, marked: number) => host.toggleBookmark(marked), seq);
			}
			await withHost(page, host => host.toggleBookmark(3391, 'the first one that is late'));
			await page.locator('#entry-3399').click();
			await page.keyboard.press('Escape');
			await page.locator('#entry-3402').click({ button: 'right' });
			await page.getByRole('menuitem').first().waitFor();
		},
	},
	presets: {
		scene: 'market',
		act: async page => {
			const filters = [
				{ name: 'Dear trades', filter: 'type:trade data.price:>100' },
				{ name: 'Late', filter: 'gap:>1s' },
			];
			await withHost(
				page,
				(host, given: typeof filters) => host.send({ type: 'savedFilters', filters: given }),
				filters,
			);
			await page.getByRole('searchbox', { name: 'Filter' }).fill('gap:>1s');
			await page.getByRole('button', { name: '“Late” is in force' }).click();
			await page.getByRole('menuitem').first().waitFor();
		},
	},
	menu: {
		scene: 'market',
		act: page => page.getByRole('button', { name: 'More Filters…' }).click(),
	},
	completion: {
		scene: 'market',
		act: async page => {
			await page.getByRole('searchbox', { name: 'Filter' }).fill('type:trade data.');
			await page.getByRole('option').first().waitFor();
			await page.keyboard.press('ArrowDown');
			await page.keyboard.press('ArrowDown');
		},
	},
	'completion-fields': {
		scene: 'market',
		act: async page => {
			await page.getByRole('searchbox', { name: 'Filter' }).fill('t');
			await page.getByRole('option').first().waitFor();
		},
	},
	find: {
		scene: 'market',
		act: async page => {
			await withHost(page, host => host.send({ type: 'focusFind' }));
			await page.getByRole('textbox', { name: 'Find' }).fill('globex');
			await page.locator('.find-count').filter({ hasText: ' of ' }).waitFor();
			await page.keyboard.press('Enter');
		},
	},
	columns: {
		scene: 'market',
		act: async page => {
			await withHost(page, host =>
				host.setColumns({ paths: ['data.symbol', 'data.price'], time: 'sinceStart' }),
			);
			await page.getByRole('columnheader', { name: 'Type' }).click({ button: 'right' });
			await page.getByRole('menu').waitFor();
		},
	},
	'columns-reordered': {
		scene: 'market',
		act: page =>
			withHost(page, host =>
				host.setColumns({
					order: ['data', 'type', 'seq', 'data.price', 'time', 'gap', 'id', 'size', 'retry'],
					paths: ['data.price'],
					time: 'delta',
				}),
			),
	},
	'data-path': {
		scene: 'chat',
		act: async page => {
			await withHost(page, host => host.setColumns({ dataPath: 'data.choices[0].delta.content' }));
			await page.getByRole('grid').getByText('" both"').waitFor();
		},
	},
	'answer-404': {
		scene: 'failed404',
		act: page => page.getByRole('button', { name: 'Show the Whole Answer' }).click(),
	},
};

const themes: readonly Theme[] = ['dark-modern', 'light-modern', 'hc-black', 'hc-light'];
const widths = [1200, 760, 420];

async function take(browser: Browser, folder: string, only: RegExp): Promise<void> {
	for (const [name, { scene, act }] of Object.entries(pictures)) {
		for (const theme of themes) {
			for (const width of widths) {
				const file = `${name}.${theme}.${width}.png`;
				if (!only.test(file)) continue;
				const page = await openPage(browser, { scene, theme, width });
				await page.getByRole('status', { name: 'Connection' }).waitFor();
				await page.locator('[data-state]').waitFor();
				await act?.(page);
				// The mark of a finished load: all that was asked has been answered and painted.
				await page.waitForTimeout(250);
				await page.screenshot({ path: join(folder, file), animations: 'disabled' });
				await page.close();
			}
		}
	}
}

async function main(): Promise<void> {
	const folder = process.argv[2];
	if (folder === undefined) throw new Error('Name a folder for the pictures.');
	mkdirSync(folder, { recursive: true });
	const browser = await launch();
	try {
		await take(browser, folder, new RegExp(process.argv[3] ?? ''));
	} finally {
		await browser.close();
	}
}

void main();
