import assert from 'node:assert/strict';
import type { SavedFilter } from '../../../src/domain/query/savedFilter';
import { withHost } from './openPage';
import { WebviewTest } from './webviewTest';

describe('saved filters on a page of its own', function () {
	this.timeout(30_000);
	const test = new WebviewTest();
	const button = () => test.page.getByRole('button', { name: /^Saved Filters/ });
	const item = (name: string) => test.page.getByRole('menuitem', { name });
	const saved = (filters: readonly SavedFilter[]) =>
		withHost(
			test.page,
			(host, given: readonly SavedFilter[]) => host.send({ type: 'savedFilters', filters: given }),
			filters,
		);

	it('stand in a menu, and come into force at once', async () => {
		await test.open('market');
		await test.lastRowIs(3407);
		await saved([
			{ name: 'Dear trades', filter: 'type:trade data.price:>100' },
			{ name: 'News', filter: 'type:news' },
		]);
		await button().click();
		await item('Dear trades').getByText('type:trade data.price:>100').waitFor();
		await item('News').click();
		await test.lastPostedIs({ type: 'setFilter', text: 'type:news' });
		assert.equal(await test.filter.inputValue(), 'type:news');
		await test.page.locator('input:focus').and(test.filter).waitFor();
		await test.page.getByRole('button', { name: '“News” is in force' }).waitFor();
		await test.filter.press('End');
		await test.filter.pressSequentially('x');
		await test.page.getByRole('button', { name: 'Saved Filters…', exact: true }).waitFor();
		assert.deepEqual(test.errors, []);
	});

	it('take in the filter of the box, if it is one', async () => {
		await test.open('market');
		const canSave = async () => {
			await button().click();
			await item('Save Filter…').waitFor();
			return (await item('Save Filter…').getAttribute('aria-disabled')) === null;
		};
		assert.equal(await canSave(), false);
		assert.equal(await item('Manage…').count(), 0);
		await test.page.keyboard.press('Enter');
		assert.deepEqual(await test.posted(), []);
		await test.page.keyboard.press('Escape');
		await test.filter.fill('prise:1');
		await test.page.getByRole('alert').waitFor();
		assert.equal(await canSave(), false);
		await test.page.keyboard.press('Escape');
		await test.filter.fill('type:news ');
		await test.lastPostedIs({ type: 'setFilter', text: 'type:news ' });
		assert.equal(await canSave(), true);
		await item('Save Filter…').click();
		await test.lastPostedIs({ type: 'saveFilter', text: 'type:news ' });
	});

	it('are reached by keys', async () => {
		await test.open('market');
		await saved([{ name: 'News', filter: 'type:news' }]);
		await button().focus();
		await test.page.keyboard.press('Enter');
		await test.page.locator('[role=menuitem]:focus').filter({ hasText: 'News' }).waitFor();
		await test.page.keyboard.press('ArrowUp');
		await test.page.locator('[role=menuitem]:focus').filter({ hasText: 'Manage…' }).waitFor();
		await test.page.keyboard.press('Enter');
		await test.lastPostedIs({ type: 'manageFilters' });
	});
});
