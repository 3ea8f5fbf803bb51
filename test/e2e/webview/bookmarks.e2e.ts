import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { withHost } from './openPage';
import { WebviewTest } from './webviewTest';

describe('bookmarks on a page of its own', function () {
	this.timeout(30_000);
	const test = new WebviewTest();
	const announcer = () => test.page.locator('.unseen[aria-live]');
	const announced = (words: string) => announcer().filter({ hasText: words }).waitFor();
	const bookmarked = (row: Locator) => row.and(test.page.locator('.bookmarked'));
	const item = (name: string) => test.page.getByRole('menuitem', { name });

	it('are set and taken away in the margin of the row, which is then not selected', async () => {
		await test.open('market');
		await test.lastRowIs(3407);
		await test.row(3400).click({ position: { x: 6, y: 11 } });
		await test.lastPostedIs({ type: 'toggleBookmark', seq: 3400 });
		await bookmarked(test.row(3400)).waitFor();
		await test.grid.getByRole('row', { name: /bookmarked/ }).waitFor();
		await announced('Entry 3\u202f400 is bookmarked');
		assert.equal(await test.selected.count(), 0);
		await test.row(3400).click({ position: { x: 6, y: 11 } });
		await announced('Entry 3\u202f400 has no bookmark any more');
		await test.page.locator('.bookmarked').waitFor({ state: 'detached' });
		assert.equal(await test.grid.getByRole('row', { name: /bookmarked/ }).count(), 0);
		assert.deepEqual(test.errors, []);
	});

	it('are set, named and taken away by the menu of the row', async () => {
		await test.open('market');
		await test.lastRowIs(3407);
		await test.row(3400).click({ button: 'right' });
		await item('Set Bookmark').click();
		await bookmarked(test.row(3400)).and(test.selected).waitFor();
		await test.page.locator('[role=grid]:focus').waitFor();
		await test.row(3400).click({ button: 'right' });
		await item('Label Bookmark…').click();
		await test.lastPostedIs({ type: 'labelBookmark', seq: 3400 });
		await test.row(3400).click({ button: 'right' });
		await item('Remove Bookmark').click();
		await announced('Entry 3\u202f400 has no bookmark any more');
	});

	it('show what they are called, and say it', async () => {
		await test.open('market');
		await test.lastRowIs(3407);
		await withHost(test.page, host => host.toggleBookmark(3394, 'the first <b>error</b>'));
		await test.row(3394).getByText('the first <b>error</b>').waitFor();
		await test.grid.getByRole('row', { name: /bookmarked\s*the first <b>error<\/b>/ }).waitFor();
		// Nobody at this page has asked for it.
		assert.equal(await announcer().textContent(), '');
	});

	it('show what they are called as soon as their rows come', async () => {
		await test.open('market');
		await test.lastRowIs(3407);
		await test.filter.fill('type:news');
		await test.lastPostedIs({ type: 'setFilter', text: 'type:news' });
		await test.row(3388).waitFor({ state: 'hidden' });
		await withHost(test.page, host => host.toggleBookmark(3388, 'open again'));
		// In a place among the rows where an entry of another kind was.
		await test.filter.fill('kind:open');
		await test.row(3388).getByText('open again').waitFor();
	});

	it('stay with their entries when rows move', async () => {
		await test.open('market');
		await test.lastRowIs(3407);
		await withHost(test.page, host => host.toggleBookmark(3394));
		await bookmarked(test.row(3394)).waitFor();
		await test.filter.fill('type:trade');
		await test.lastRowIs(3405);
		await bookmarked(test.row(3394)).waitFor();
		await test.filter.fill('type:tick');
		await test.lastRowIs(3407);
		await test.page.locator('.bookmarked').waitFor({ state: 'detached' });
	});

	it('are asked for by orders from the host, which are about the selected entry', async () => {
		await test.open('market');
		await test.lastRowIs(3407);
		await withHost(test.page, host => host.send({ type: 'stepBookmark', step: 1 }));
		await test.lastPostedIs({ type: 'stepBookmark', step: 1 });
		await withHost(test.page, host => host.send({ type: 'labelBookmark' }));
		await test.lastPostedIs({ type: 'labelBookmark' });
		await test.row(3394).click();
		await withHost(test.page, host => host.send({ type: 'stepBookmark', step: -1 }));
		await test.lastPostedIs({ type: 'stepBookmark', seq: 3394, step: -1 });
		await withHost(test.page, host => host.send({ type: 'toggleBookmark' }));
		await test.lastPostedIs({ type: 'toggleBookmark', seq: 3394 });
		await bookmarked(test.row(3394)).waitFor();
	});

	it('have a tick among the events over time', async () => {
		await test.open('market');
		await test.lastRowIs(3407);
		/** Waits until the strip has something, or nothing, in the colour of bookmarks. */
		const isMarked = (wanted: boolean) =>
			test.page.waitForFunction(expected => {
				const canvas = document.querySelector<HTMLCanvasElement>('.strip canvas')!;
				const { data } = canvas
					.getContext('2d')!
					.getImageData(0, 0, canvas.width, Math.round(6 * devicePixelRatio));
				let isThere = false;
				// #4daafc of the theme; nothing else of this colour reaches the upper edge.
				for (let i = 0; i < data.length; i += 4) {
					isThere ||= data[i] === 0x4d && data[i + 1] === 0xaa && data[i + 2] === 0xfc;
				}
				return isThere === expected;
			}, wanted);
		await isMarked(false);
		await withHost(test.page, host => host.toggleBookmark(1000));
		await isMarked(true);
		await withHost(test.page, host => host.toggleBookmark(1000));
		await isMarked(false);
	});
});

describe('the menu of a row', function () {
	this.timeout(30_000);
	const test = new WebviewTest();
	const items = () => test.page.getByRole('menuitem').allInnerTexts();
	const open = async (seq: number) => {
		await test.row(seq).click({ button: 'right' });
		await test.page.getByRole('menu', { name: 'Entry' }).waitFor();
	};

	it('offers what can be done with an event', async () => {
		await test.open('market');
		await test.lastRowIs(3407);
		await open(3394);
		assert.deepEqual(
			(await items()).map(text => text.split('\n')[0]),
			[
				'Set Bookmark',
				'Label Bookmark…',
				'Copy Data',
				'Copy Raw Block',
				'Copy Row as JSON',
				'Open Data in Editor',
				'Only trade',
				'All but trade',
				'Reconnect from This Event',
			],
		);
		await test.page.getByRole('menuitem', { name: 'Only trade' }).click();
		await test.lastPostedIs({ type: 'setFilter', text: 'type:trade' });
	});

	it('leaves all of the connection out', async () => {
		await test.open('market');
		await test.lastRowIs(3407);
		await open(3388);
		assert.ok(!(await items()).includes('Reconnect from This Event'));
		await test.page.getByRole('menuitem', { name: 'All but connection' }).click();
		await test.lastPostedIs({ type: 'setFilter', text: '-kind:connection' });
	});
});
