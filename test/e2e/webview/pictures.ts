import type { Page } from 'playwright-core';
import { withHost } from './openPage';

/** A state of the webview that is worth looking at. */
export interface Picture {
	readonly scene: string;
	/** What a person does before the picture is taken. */
	readonly act?: (page: Page) => Promise<void>;
	/** What is to be seen then. */
	readonly shows?: string;
}

const row = (page: Page, seq: number) => page.locator(`#entry-${seq}`);

/** Turns the wheel up, once there is something to scroll. */
async function scrollUp(page: Page, px: number): Promise<void> {
	await page.locator('.pool .row[id]').first().waitFor();
	await page.getByRole('grid', { name: 'Events' }).hover();
	await page.mouse.wheel(0, -px);
}

async function selectTrade(page: Page): Promise<void> {
	await scrollUp(page, 180);
	await row(page, 3394).click();
	await page.getByRole('treeitem', { name: /book/ }).click();
	await page.getByRole('grid', { name: 'Events' }).focus();
	await withHost(page, host => host.append(0));
	await page.mouse.move(0, 0);
}

/** A row near the newest, which a low panel has not in sight: it is so many px above. */
async function bringInSight(page: Page, seq: number, upPx: number): Promise<void> {
	if ((page.viewportSize()?.height ?? 0) < 500) await scrollUp(page, upPx);
	await row(page, seq).waitFor();
}

/** What is selected is what the details show. */
async function detailsCome(page: Page): Promise<void> {
	await page.waitForFunction(() => {
		const time = document.querySelector('.row.selected .c-time')?.textContent;
		const shown = document.querySelector('.details:not([hidden]) .d-title')?.textContent;
		return time !== undefined && shown?.includes(time) === true;
	});
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

/** By name. */
export const pictures: Readonly<Record<string, Picture>> = {
	streaming: { scene: 'market', act: selectTrade, shows: '.json .node' },
	following: { scene: 'market' },
	paused: { scene: 'paused' },
	raw: { scene: 'market', act: tab('Raw'), shows: '.raw .box' },
	wire: { scene: 'market', act: tab('Wire'), shows: '.wire .hex' },
	changes: { scene: 'market', act: tab('Changes'), shows: '.changes li' },
	'json-menu': {
		scene: 'market',
		act: async page => {
			await selectTrade(page);
			await page.getByRole('treeitem', { name: /price/ }).click({ button: 'right' });
		},
		shows: '.menu',
	},
	llm: { scene: 'chat', act: selectDelta, shows: '.whole-text mark' },
	waiting: { scene: 'waiting', shows: '.tail button' },
	'empty-details': {
		scene: 'silent',
		act: page => page.getByRole('button', { name: 'Show Response Headers' }).click(),
		shows: '.facts-view .sentence',
	},
	empty: { scene: 'silent', shows: '.tail h2' },
	'failed-404': { scene: 'failed404', shows: '.tail pre' },
	'failed-tls': { scene: 'failedTls', shows: '.tail .actions' },
	filtered: { scene: 'market', act: type('type:trade data.price:>100'), shows: '.count' },
	'filter-error': {
		scene: 'market',
		act: type('type:trade prise:>100'),
		shows: '.validation .fields',
	},
	'no-match': { scene: 'market', act: type('type:quote'), shows: '.tail h2' },
	hover: {
		scene: 'market',
		act: async page => {
			await bringInSight(page, 3394, 200);
			await row(page, 3394).hover();
		},
	},
	connection: {
		scene: 'market',
		act: async page => {
			await bringInSight(page, 3388, 330);
			await row(page, 3388).click();
		},
		shows: '.waterfall',
	},
	hostile: {
		scene: 'hostile',
		act: page => page.getByRole('row').filter({ hasText: 'gnp.exe' }).first().click(),
		shows: '.details .box',
	},
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
		shows: '.menu',
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
		shows: '.menu',
	},
	menu: {
		scene: 'market',
		act: page => page.getByRole('button', { name: 'More Filters…' }).click(),
		shows: '.menu',
	},
	completion: {
		scene: 'market',
		act: async page => {
			await page.getByRole('searchbox', { name: 'Filter' }).fill('type:trade data.');
			await page.getByRole('option').first().waitFor();
			await page.keyboard.press('ArrowDown');
			await page.keyboard.press('ArrowDown');
		},
		shows: '.completions [aria-selected=true]',
	},
	'completion-fields': {
		scene: 'market',
		act: async page => {
			await page.getByRole('searchbox', { name: 'Filter' }).fill('t');
			await page.getByRole('option').first().waitFor();
		},
		shows: '.completions .menu-item',
	},
	find: {
		scene: 'market',
		act: async page => {
			await withHost(page, host => host.send({ type: 'focusFind' }));
			await page.getByRole('textbox', { name: 'Find' }).fill('globex');
			const first = page.locator('.find-count').filter({ hasText: ' of ' });
			await first.waitFor();
			const place = await first.innerText();
			await page.keyboard.press('Enter');
			await page.locator('.find-count').filter({ hasText: ' of ', hasNotText: place }).waitFor();
			await detailsCome(page);
		},
		shows: '.details .json .node',
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
		shows: '.menu',
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
		shows: '.details pre',
	},
};
