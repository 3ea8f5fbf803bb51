import assert from 'node:assert/strict';
import { becomes, eventually } from '../eventually';
import { withHost } from './openPage';
import { WebviewTest } from './webviewTest';

describe('finding in the rows on a page of its own', function () {
	this.timeout(300_000);
	const test = new WebviewTest();

	const input = () => test.page.getByRole('textbox', { name: 'Find' });
	const count = (text: string) =>
		test.page.locator('.find-count').filter({ hasText: text }).waitFor();
	const open = () => withHost(test.page, host => host.send({ type: 'focusFind' }));

	it('goes from match to match, round the ends, and back to the grid', async () => {
		await test.open('market');
		const { page, filter } = test;
		await filter.fill('type:tick');
		await test.lastPostedIs({ type: 'setFilter', text: 'type:tick' });
		await test.grid.focus();
		await page.keyboard.press('Home');
		await test.selected.waitFor();
		await open();
		await input().fill('globex');
		await count('1 of ');
		// It is selected by the next painting.
		await test.selected.locator('mark', { hasText: 'GLOBEX' }).first().waitFor();
		const first = await test.selected.getAttribute('id');
		const isBack = () => becomes(() => test.selected.getAttribute('id'), first);
		await page.keyboard.press('Enter');
		await count('2 of ');
		await eventually(async () => assert.notEqual(await test.selected.getAttribute('id'), first));
		await page.keyboard.press('F3');
		await count('3 of ');
		await page.keyboard.press('Shift+Enter');
		await page.keyboard.press('Shift+F3');
		await count('1 of ');
		await isBack();
		const total = (await page.locator('.find-count').textContent())!.split(' of ')[1]!;
		await page.getByRole('button', { name: 'Previous Match' }).click();
		await count(`${total} of ${total}`);
		await page.getByRole('button', { name: 'Next Match' }).click();
		await count(`1 of ${total}`);
		await test.selected.locator('mark', { hasText: 'GLOBEX' }).first().waitFor();
		await input().focus();
		await page.keyboard.press('Escape');
		await page.locator('[role=grid]:focus').waitFor();
		await input().waitFor({ state: 'hidden' });
		// The marks go with the next painting.
		await page.locator('mark').filter({ hasText: 'GLOBEX' }).first().waitFor({ state: 'detached' });
		await isBack();
	});

	it('says when nothing is found, and counts what comes in', async () => {
		await test.open('market');
		await open();
		await input().fill('nowhere to be found');
		await count('No results');
		await input().fill('heartbeat');
		await count(' of ');
		await test.row(3394).click();
		await count('? of ');
	});

	it('brings an entry in sight wherever it is, on an order from the host', async () => {
		await test.open('million');
		await withHost(test.page, host => host.send({ type: 'reveal', seq: 500_000 }));
		await test.row(500_000).and(test.selected).waitFor();
	});

	it('puts a filter into the box on an order from the host', async () => {
		await test.open('market');
		await withHost(test.page, host => host.send({ type: 'writeFilter', text: 'type:news' }));
		await test.lastPostedIs({ type: 'setFilter', text: 'type:news' });
		await becomes(() => test.filter.inputValue(), 'type:news');
	});
});
