import assert from 'node:assert/strict';
import { eventually } from '../eventually';
import type { FromWebview } from '../../../src/protocol/fromWebview';
import type { ColumnSettings } from '../../../src/protocol/columns';
import { withHost } from './openPage';
import { WebviewTest } from './webviewTest';

describe('the columns on a page of their own', function () {
	this.timeout(30_000);
	const test = new WebviewTest();
	const all = ['#', 'Time', 'Gap', 'Type', 'ID', 'Data', 'Size', 'Retry'];

	const open = async (scene = 'market', last = 3407, width?: number) => {
		await test.open(scene, { width });
		await test.lastRowIs(last);
	};
	const header = (name: string) => test.page.getByRole('columnheader', { name, exact: true });
	const widthOf = async (name: string) => (await header(name).boundingBox())!.width;
	/** Waits until these are the headers, in that order. */
	const headersAre = async (names: readonly string[]) => {
		await test.page.waitForFunction(
			expected =>
				[...document.querySelectorAll('[role=columnheader] > .ell')]
					.map(({ textContent }) => textContent)
					.join('|') === expected,
			names.join('|'),
		);
	};
	/** What was set last, once that is as it is wanted. */
	const isSet = (wanted: (columns: ColumnSettings) => boolean) =>
		eventually(async () => {
			const last = await test.page.evaluate(() => {
				const { posted } = (window as unknown as { host: { posted: FromWebview[] } }).host;
				return posted.findLast(message => message.type === 'setColumns');
			});
			assert.ok(last !== undefined && wanted(last.columns), JSON.stringify(last));
		});
	const choose = async (column: string, item: string | RegExp) => {
		await header(column).click({ button: 'right' });
		await test.page.getByRole('menu', { name: 'Columns' }).waitFor();
		const role = /^menuitem/;
		assert.match((await menuItem(item).getAttribute('role')) ?? '', role);
		await menuItem(item).click();
	};
	const menuItem = (name: string | RegExp) =>
		test.page.locator('.menu-item').filter({ hasText: name }).first();
	const cellsOf = (seq: number) => test.row(seq).getByRole('gridcell').allInnerTexts();
	/** Waits until a cell of a row has that text. */
	const cellIs = async (seq: number, column: string, text: string) => {
		await test.page.waitForFunction(
			([id, name, expected]) => {
				const heads = [...document.querySelectorAll<HTMLElement>('[data-column]')];
				const place = heads.findIndex(({ dataset }) => dataset.column === name);
				const cell = document.querySelector(`#${id}`)?.children[place];
				return cell?.textContent === expected;
			},
			[`entry-${seq}`, column, text] as const,
		);
	};
	const drag = async (fromX: number, toX: number, y: number) => {
		const { mouse } = test.page;
		await mouse.move(fromX, y);
		// What hands do is loaded when one comes near, and with it what the headers say on hover.
		await test.page.locator('[data-column=gap][title]').waitFor();
		await mouse.down();
		await mouse.move((fromX + toX) / 2, y);
		await mouse.move(toX, y);
	};
	const boxOf = async (name: string) => (await header(name).boundingBox())!;

	it('are made wider and narrower by their borders, on the side where Data is', async () => {
		await open();
		const type = await boxOf('Type');
		const y = type.y + 10;
		await drag(type.x + type.width, type.x + type.width + 60, y);
		await test.page.mouse.up();
		await isSet(({ widths }) => widths.type === 172);
		assert.equal(await widthOf('Type'), 172);
		const size = await boxOf('Size');
		await drag(size.x, size.x - 40, y);
		await test.page.mouse.up();
		await isSet(({ widths }) => widths.size === 108);
		// Rows and headers share the columns.
		const cell = (await test.row(3407).locator('.c-size').boundingBox())!;
		assert.equal(cell.width, await widthOf('Size'));
		assert.deepEqual(test.errors, []);
	});

	it('have a least width, and leave Data one', async () => {
		await open();
		const type = await boxOf('Type');
		const edge = type.x + type.width;
		await drag(edge, edge - 500, type.y + 10);
		await test.page.mouse.up();
		await isSet(({ widths }) => widths.type === 48);
		await drag(edge - 64, edge + 2000, type.y + 10);
		await test.page.mouse.up();
		await isSet(({ widths }) => widths.type! > 500);
		assert.equal(await widthOf('Data'), 60);
		await headersAre(all);
	});

	it('are as they were after Escape', async () => {
		await open();
		const type = await boxOf('Type');
		await drag(type.x + type.width, type.x + type.width + 60, type.y + 10);
		await test.page.waitForFunction(
			() => document.querySelector('.head .c-type')!.getBoundingClientRect().width === 172,
		);
		await test.page.keyboard.press('Escape');
		await test.page.mouse.up();
		await test.page.waitForFunction(
			() => document.querySelector('.head .c-type')!.getBoundingClientRect().width === 112,
		);
		assert.ok((await test.posted()).every(({ type: kind }) => kind !== 'setColumns'));
	});

	it('fit to their contents by a double click', async () => {
		await open();
		const type = await boxOf('Type');
		await test.page.mouse.dblclick(type.x + type.width, type.y + 10);
		await isSet(({ widths }) => widths.type! > 60 && widths.type! < 112);
		// Nothing is cut, and nothing is left over.
		const width = await widthOf('Type');
		const needed = await test.page.evaluate(() => {
			const names = [...document.querySelectorAll<HTMLElement>('.pool .c-type .ell')];
			return Math.max(...names.map(({ scrollWidth }) => scrollWidth)) + 14 + 7 + 16;
		});
		assert.ok(Math.abs(width - needed) <= 4, `${width} px for ${needed}`);
	});

	it('are hidden and shown by the menu, which is there by keys too', async () => {
		await open();
		await choose('Gap', 'Hide Column');
		await headersAre(all.filter(name => name !== 'Gap'));
		await isSet(({ shown }) => shown.gap === false);
		assert.equal(await test.grid.getAttribute('aria-colcount'), '8');
		assert.equal(await header('Type').getAttribute('aria-colindex'), '4');
		assert.equal((await cellsOf(3407)).length, 7);
		await header('Type').focus();
		await test.page.keyboard.press('Shift+F10');
		const gap = test.page.getByRole('menuitemcheckbox', { name: 'Gap' });
		assert.equal(await gap.getAttribute('aria-checked'), 'false');
		await gap.focus();
		await test.page.keyboard.press('Enter');
		await headersAre(all);
		// Data stays: it is not in the list.
		await header('Data').click({ button: 'right' });
		await test.page.getByRole('menu').waitFor();
		assert.equal(await test.page.getByRole('menuitemcheckbox', { name: 'Data' }).count(), 0);
		assert.equal(await test.page.getByRole('menuitem', { name: 'Hide Column' }).count(), 0);
	});

	it('are put elsewhere by their headers', async () => {
		await open();
		const [time, type] = [await boxOf('Time'), await boxOf('Type')];
		await drag(time.x + 20, type.x + type.width - 10, time.y + 10);
		await test.page.locator('.drop-mark:visible').waitFor();
		await test.page.mouse.up();
		await headersAre(['#', 'Gap', 'Type', 'Time', 'ID', 'Data', 'Size', 'Retry']);
		const cells = await cellsOf(3407);
		assert.equal(cells[2], 'tick');
		assert.match(cells[3]!, /^12:03:13\.979$/);
		assert.equal(await header('Time').getAttribute('aria-colindex'), '4');
		// A sentence stands where Data is; number and time keep their columns.
		const [seq, , , at, sentence] = await cellsOf(3388);
		assert.equal(seq, '3\u202f388');
		assert.match(at!, /^12:03:13/);
		assert.match(sentence!, /^Open/);
		await choose('Time', 'Move Left');
		await headersAre(['#', 'Gap', 'Time', 'Type', 'ID', 'Data', 'Size', 'Retry']);
	});

	it('are moved and resized by keys, which is read out', async () => {
		await open();
		await test.grid.focus();
		await test.page.keyboard.press('Tab');
		await header('#').and(test.page.locator(':focus')).waitFor();
		await test.page.keyboard.press('ArrowRight');
		await header('Time').and(test.page.locator(':focus')).waitFor();
		await test.page.keyboard.press('Shift+ArrowRight');
		await isSet(({ widths }) => widths.time === 104);
		await test.page.getByText('Time: 104 pixels wide').waitFor();
		await test.page.keyboard.press('Control+Shift+ArrowRight');
		await headersAre(['#', 'Gap', 'Time', 'Type', 'ID', 'Data', 'Size', 'Retry']);
		await test.page.getByText('Time: column 3 of 8').waitFor();
		await header('Time').and(test.page.locator(':focus')).waitFor();
		await test.page.keyboard.press('Control+Shift+ArrowLeft');
		await headersAre(all);
		await test.page.keyboard.press('End');
		await header('Retry').and(test.page.locator(':focus')).waitFor();
		assert.equal(await test.selected.count(), 0);
		await test.page.keyboard.press('ArrowDown');
		await test.grid.and(test.page.locator(':focus')).waitFor();
	});

	it('tell the time of day, since the start, or since the row before', async () => {
		await open();
		await cellIs(3407, 'time', '12:03:13.979');
		await choose('Time', 'Time Since Row Before');
		await cellIs(3407, 'time', '+31 ms');
		await cellIs(3389, 'time', '+3 ms');
		await choose('Time', 'Time Since Start');
		await cellIs(3407, 'time', '3.867 s');
		await test.row(3407).click();
		await test.details.getByText('12:03:13.979').first().waitFor();
		await choose('Time', 'Time of Day');
		await cellIs(3407, 'time', '12:03:13.979');
		await isSet(({ time }) => time === 'absolute');
	});

	it('of the user’s own show what stands at a path', async () => {
		await open();
		await choose('ID', 'Add Column from JSON Path…');
		await test.lastPostedIs({ type: 'chooseColumnPath', use: 'column' });
		await withHost(test.page, host =>
			host.setColumns({ paths: ['data.bid', 'data.book.ACME.bids[0]'] }),
		);
		await headersAre([...all.slice(0, 6), 'data.bid', 'data.book.ACME.bids[0]', 'Size', 'Retry']);
		await cellIs(3407, 'data.bid', '101.24');
		await cellIs(3389, 'data.book.ACME.bids[0]', '[101.18,1200]');
		await cellIs(3397, 'data.bid', '');
		assert.equal(await test.grid.getAttribute('aria-colcount'), '10');
		assert.equal(await header('data.bid').getAttribute('aria-colindex'), '7');
		// What arrives later has it as well.
		await choose('data.bid', 'Remove Column');
		await headersAre([...all.slice(0, 6), 'data.book.ACME.bids[0]', 'Size', 'Retry']);
		await isSet(({ paths }) => paths.join() === 'data.book.ACME.bids[0]');
		assert.deepEqual(test.errors, []);
	});

	it('show one path of the data, chosen from its header', async () => {
		await open('chat', 48);
		await header('Data').getByRole('button', { name: 'Show JSON Path in Data…' }).click();
		await menuItem('Show JSON Path in Data…').click();
		await test.lastPostedIs({ type: 'chooseColumnPath', use: 'data' });
		const path = 'data.choices[0].delta.content';
		await withHost(test.page, host =>
			host.setColumns({ dataPath: 'data.choices[0].delta.content' }),
		);
		await cellIs(45, 'data', '" both"');
		await cellIs(40, 'data', '"\\n\\n"');
		// The last one has no content.
		await cellIs(48, 'data', '');
		await header('Data').getByText('choices[0].delta.content').waitFor();
		assert.equal(
			await header('Data').getAttribute('aria-description'),
			`Shows ${path} of the data`,
		);
		await choose('Data', 'All of the Data');
		await isSet(({ dataPath }) => dataPath === undefined);
		await test.row(45).getByText('chatcmpl-A1b2').waitFor();
	});

	it('are remembered, and can be as they were at first', async () => {
		await open();
		await choose('Gap', 'Hide Column');
		await choose('Time', 'Move Right');
		const now = ['#', 'Type', 'Time', 'ID', 'Data', 'Size', 'Retry'];
		await headersAre(now);
		await isSet(({ order }) => order.length > 0);
		await test.page.reload();
		await test.lastRowIs(3407);
		await headersAre(now);
		await test.page.locator('.head').getByTitle('Columns…').click();
		await menuItem('Reset Columns').click();
		await headersAre(all);
	});

	it('make room in a narrow list, unless they are wanted', async () => {
		await open('market', 3407, 420);
		await headersAre(['Time', 'Gap', 'Type', 'Data']);
		assert.equal(await test.grid.getAttribute('aria-colcount'), '8');
		assert.equal(await header('Data').getAttribute('aria-colindex'), '6');
		await header('Type').click({ button: 'right' });
		await test.page.getByRole('menuitemcheckbox', { name: 'Size' }).click();
		await headersAre(['Time', 'Gap', 'Type', 'Data', 'Size']);
		await test.page.setViewportSize({ width: 1200, height: 760 });
		await headersAre(all);
	});
});
