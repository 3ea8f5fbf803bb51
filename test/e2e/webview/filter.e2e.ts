import { becomes } from '../eventually';
import { withHost } from './openPage';
import { WebviewTest } from './webviewTest';

describe('the filter on a page of its own', function () {
	this.timeout(300_000);
	const test = new WebviewTest();

	it('goes to the host when it is valid, and counts', async () => {
		await test.open('market');
		await test.filter.pressSequentially('type:news');
		await test.lastPostedIs({ type: 'setFilter', text: 'type:news' });
		await test.page.getByText('1 of 3\u202f407').waitFor();
		await test.lastRowIs(3378);
		await becomes(() => test.grid.getAttribute('aria-rowcount'), '2');
		await test.page.getByRole('button', { name: 'Clear Filter' }).first().click();
		await test.lastPostedIs({ type: 'setFilter', text: '' });
		await test.lastRowIs(3407);
	});

	it('says what is wrong, and leaves the list as it was', async () => {
		await test.open('market');
		await test.filter.fill('type:trade');
		await test.lastPostedIs({ type: 'setFilter', text: 'type:trade' });
		await test.lastRowIs(3405);
		await test.filter.fill('type:trade prise:>100');
		await test.page.getByRole('alert').filter({ hasText: '“prise” is not a field.' }).waitFor();
		await becomes(() => test.filter.getAttribute('aria-invalid'), 'true');
		await test.lastPostedIs({ type: 'setFilter', text: 'type:trade' });
		await test.lastRowIs(3405);
		await test.filter.fill('type:trade data.price:>100');
		await test.page.getByRole('alert').waitFor({ state: 'hidden' });
		await becomes(() => test.filter.getAttribute('aria-invalid'), 'false');
	});

	it('says what the host says about it', async () => {
		await test.open('market');
		await test.filter.fill('/a/');
		await test.lastPostedIs({ type: 'setFilter', text: '/a/' });
		await withHost(test.page, host => host.failFilter('The expression took too long.'));
		await test.page.getByRole('alert').filter({ hasText: 'took too long' }).waitFor();
		await becomes(() => test.filter.getAttribute('aria-invalid'), 'true');
	});

	it('becomes a regular expression, and takes terms from a menu', async () => {
		await test.open('market');
		const { page } = test;
		const regex = page.getByRole('button', { name: 'Use Regular Expression' });
		await test.filter.fill('a/b');
		await regex.click();
		await becomes(() => test.filter.inputValue(), '/a\\/b/');
		await becomes(() => regex.getAttribute('aria-pressed'), 'true');
		await regex.click();
		await becomes(() => test.filter.inputValue(), 'a/b');
		await page.getByRole('button', { name: 'More Filters…' }).click();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowUp');
		await page.getByRole('menuitem', { name: 'size:>4k' }).click();
		await becomes(() => test.filter.inputValue(), 'a/b size:>4k');
	});

	it('keeps the selected entry, whether it matches or not', async () => {
		await test.open('market');
		await test.lastRowIs(3407);
		await test.row(3394).click();
		await test.filter.fill('type:trade');
		await test.row(3394).and(test.selected).waitFor();
		await test.lastRowIs(3405);
		await test.filter.fill('type:tick');
		await test.lastRowIs(3407);
		await becomes(() => test.selected.count(), 0);
		await test.details.getByText('#3\u202f394').waitFor();
		await test.grid.focus();
		await test.page.keyboard.press('ArrowUp');
		await test.row(3393).and(test.selected).waitFor();
		await test.filter.fill('');
		await test.row(3393).and(test.selected).waitFor();
	});

	it('is focused by an order from the host, and left by a key', async () => {
		await test.open('market');
		await withHost(test.page, host => host.send({ type: 'focusFilter' }));
		await test.page.locator('input:focus').waitFor();
		await test.page.keyboard.press('ArrowDown');
		await test.page.locator('[role=grid]:focus').waitFor();
	});

	it('offers to be cleared where nothing matches', async () => {
		await test.open('market');
		await test.filter.fill('type:quote');
		await test.page.getByRole('heading', { name: 'No entries match this filter' }).waitFor();
		await test.page
			.getByText('3\u202f407 entries are kept; new ones are still arriving.')
			.waitFor();
		await test.page.locator('.tail').getByRole('button', { name: 'Clear Filter' }).click();
		await test.lastRowIs(3407);
	});
});
