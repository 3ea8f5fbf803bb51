import assert from 'node:assert/strict';
import { becomes, eventually } from '../eventually';
import { withHost } from './openPage';
import { WebviewTest } from './webviewTest';

describe('the completion of the filter on a page of its own', function () {
	this.timeout(300_000);
	const test = new WebviewTest();

	const list = () => test.page.getByRole('listbox', { name: 'Completions' });
	const option = (name: string) => list().getByRole('option', { name }).first();
	const chosen = () => list().locator('[aria-selected=true]');

	it('offers fields, then values, and takes them by keys', async () => {
		await test.open('market');
		const { filter, page } = test;
		await filter.focus();
		assert.equal(await list().count(), 0);
		await page.keyboard.type('ty');
		await eventually(async () => {
			const offered = await list().getByRole('option').allInnerTexts();
			assert.ok(offered.length > 0 && offered.every(text => text.includes('ty')));
		});
		assert.equal(await filter.getAttribute('aria-activedescendant'), null);
		await page.keyboard.press('ArrowDown');
		await eventually(async () =>
			assert.equal(
				await filter.getAttribute('aria-activedescendant'),
				await chosen().getAttribute('id'),
			),
		);
		await page.keyboard.press('Tab');
		await becomes(() => filter.inputValue(), 'type:');
		await option('trade').waitFor();
		await page.keyboard.type('tra');
		await page.waitForFunction(() => document.querySelectorAll('[role=option]').length === 1);
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('Enter');
		await becomes(() => filter.inputValue(), 'type:trade');
		await test.lastPostedIs({ type: 'setFilter', text: 'type:trade' });
		await list().waitFor({ state: 'hidden' });
		assert.ok(await filter.evaluate(input => input === document.activeElement));
	});

	it('knows the keys of the JSON, and is opened by Ctrl+Space', async () => {
		await test.open('market');
		const { filter, page } = test;
		await filter.fill('type:trade ');
		await page.keyboard.press('Control+Space');
		await option('gap').waitFor();
		await page.keyboard.type('data.pri');
		await option('price').click();
		await becomes(() => filter.inputValue(), 'type:trade data.price:');
		await option('>').click();
		await becomes(() => filter.inputValue(), 'type:trade data.price:>');
		assert.ok(await filter.evaluate(input => input === document.activeElement));
	});

	it('takes what was chosen before the answer to the last letter came', async () => {
		await test.open('market');
		const { filter, page } = test;
		await filter.focus();
		await page.keyboard.type('t');
		await option('type').waitFor();
		await withHost(page, host => {
			host.answerDelayMs = 300;
		});
		await page.keyboard.type('y');
		await page.keyboard.press('ArrowDown');
		await becomes(() => chosen().count(), 1);
		const wanted = await chosen().locator('span').first().innerText();
		await page.keyboard.press('Enter');
		await becomes(() => filter.inputValue(), `${wanted}:`);
	});

	it('takes no key while it is closed, nor Enter while nothing is chosen', async () => {
		await test.open('market');
		const { filter, page } = test;
		await filter.focus();
		await page.keyboard.type('t');
		await option('type').waitFor();
		await page.keyboard.press('Enter');
		await test.lastPostedIs({ type: 'setFilter', text: 't' });
		await list().waitFor({ state: 'hidden' });
		await page.keyboard.type('i');
		await option('time').waitFor();
		await page.keyboard.press('Escape');
		await list().waitFor({ state: 'hidden' });
		assert.equal(await filter.inputValue(), 'ti');
		await page.keyboard.press('Escape');
		await becomes(() => filter.inputValue(), '');
		await page.keyboard.press('Escape');
		await page.locator('[role=grid]:focus').waitFor();
		await filter.focus();
		await page.keyboard.type('x ');
		await page.keyboard.press('ArrowDown');
		await page.locator('[role=grid]:focus').waitFor();
	});

	it('is closed when the box is left', async () => {
		await test.open('market');
		await test.filter.focus();
		await test.page.keyboard.type('t');
		await option('type').waitFor();
		await test.page.keyboard.press('Tab');
		await list().waitFor({ state: 'hidden' });
		assert.equal(await test.filter.inputValue(), 't');
	});
});
