import assert from 'node:assert/strict';
import { becomes, eventually } from '../eventually';
import { WebviewTest } from './webviewTest';

describe('the grid on a page of its own', function () {
	this.timeout(300_000);
	const test = new WebviewTest();

	/** The height of the last row's lower edge over that of the grid, in px. */
	const overhang = () =>
		test.page.evaluate(() => {
			const rows = [...document.querySelectorAll('.pool .row:not([hidden])')];
			const edge = document.querySelector('.viewport')!.getBoundingClientRect().bottom;
			return rows.at(-1)!.getBoundingClientRect().bottom - edge;
		});

	it('tells a screen reader what a sighted person sees', async () => {
		await test.open('market');
		await test.lastRowIs(3407);
		const { page, grid } = test;
		await becomes(() => grid.getAttribute('aria-rowcount'), '54');
		await becomes(() => grid.getAttribute('aria-colcount'), '8');
		for (const name of ['#', 'Time', 'Gap', 'Type', 'ID', 'Data', 'Size', 'Retry']) {
			await page.getByRole('columnheader', { name, exact: true }).waitFor();
		}
		await becomes(() => test.row(3407).getAttribute('aria-rowindex'), '54');
		await eventually(async () => {
			const cells = await test.row(3407).getByRole('gridcell').allInnerTexts();
			assert.equal(cells.length, 8);
			assert.equal(cells[3], 'tick');
			assert.match(cells[1]!, /^12:03:13\.979$/);
		});
		await eventually(async () => {
			const status = await page.getByRole('status', { name: 'Connection' }).innerText();
			for (const word of ['Open', 'Last-Event-ID', '88234', 'Retry', '2 s', '26/s', '421 kB']) {
				assert.ok(status.includes(word), `${word} in ${status}`);
			}
		});
		const toolbar = page.getByRole('toolbar', { name: 'Stream' });
		const buttons = ['Pause', 'Clear', 'Disconnect', 'Export Capture…', 'More Actions…'];
		for (const name of buttons) await toolbar.getByRole('button', { name }).waitFor();
	});

	it('is moved in by keys', async () => {
		await test.open('million');
		await test.lastRowIs(1_000_000);
		const { keyboard } = test.page;
		await test.grid.focus();
		await keyboard.press('Home');
		await test.firstRowIs(1);
		await test.row(1).and(test.selected).waitFor();
		await keyboard.press('ArrowDown');
		await keyboard.press('ArrowDown');
		await test.row(3).and(test.selected).waitFor();
		await becomes(() => test.grid.getAttribute('aria-activedescendant'), 'entry-3');
		await keyboard.press('ArrowUp');
		await test.row(2).and(test.selected).waitFor();
		await keyboard.press('PageDown');
		await test.page.waitForFunction(() => {
			const id = document.querySelector('[aria-selected=true]')?.id.replace('entry-', '');
			return Number(id) > 20 && Number(id) < 40;
		});
		await keyboard.press('PageUp');
		await test.row(2).and(test.selected).waitFor();
		await keyboard.press('End');
		await test.row(1_000_000).and(test.selected).waitFor();
	});

	it('is moved in by the mouse', async () => {
		await test.open('market');
		await test.lastRowIs(3407);
		await test.row(3400).click();
		await test.row(3400).and(test.selected).waitFor();
		await test.details.getByText('#3\u202f400').waitFor();
		await test.details.getByRole('button', { name: 'Previous Entry' }).click();
		await test.details.getByText('#3\u202f399').waitFor();
		await test.details.getByRole('button', { name: 'Close Details' }).click();
		await test.details.waitFor({ state: 'hidden' });
		await becomes(() => test.selected.count(), 0);
	});

	for (const [scene, count] of [
		['million', 1_000_000],
		['tenMillion', 10_000_000],
	] as const) {
		it(`has every row of ${count}`, async () => {
			await test.open(scene);
			await test.lastRowIs(count);
			await becomes(() => test.grid.getAttribute('aria-rowcount'), String(count + 1));
			await becomes(overhang, 0);
			await test.grid.hover();
			const wheel = (rows: number) => test.page.mouse.wheel(0, rows * 22);
			await wheel(-10);
			await test.lastRowIs(count - 10);
			await wheel(-1);
			await test.lastRowIs(count - 11);
			await wheel(11);
			await test.lastRowIs(count);
			await test.grid.focus();
			await test.page.keyboard.press('Home');
			await test.firstRowIs(1);
			await wheel(-5);
			await wheel(7);
			await test.firstRowIs(8);
		});

		it(`shows any place of ${count} by the thumb`, async () => {
			await test.open(scene);
			await test.lastRowIs(count);
			const track = (await test.page.locator('.scrollbar').boundingBox())!;
			const { mouse } = test.page;
			await mouse.move(track.x + 5, track.y + track.height - 8);
			await mouse.down();
			await mouse.move(track.x + 5, track.y + track.height / 2 + 2);
			await test.page.waitForFunction(middle => {
				const id = document.querySelector('.pool .row')?.id.replace('entry-', '');
				return Math.abs(Number(id) / middle - 1) < 0.05;
			}, count / 2);
			await mouse.move(track.x + 5, track.y - 50);
			await test.firstRowIs(1);
			await mouse.move(track.x + 5, track.y + track.height + 50);
			await mouse.up();
			await test.lastRowIs(count);
			await becomes(overhang, 0);
		});

		it(`follows the native position over ${count}`, async () => {
			await test.open(scene);
			await test.lastRowIs(count);
			const scrollTo = (share: number) =>
				test.page.evaluate(to => {
					const rows = document.querySelector('.rows')!;
					rows.scrollTop = to * (rows.scrollHeight - rows.clientHeight);
				}, share);
			await scrollTo(0);
			await test.firstRowIs(1);
			await scrollTo(1);
			await test.lastRowIs(count);
			await test.page.evaluate(() => document.querySelector('.rows')!.scrollBy(0, -22 * 5));
			await test.lastRowIs(count - 5);
		});
	}

	it('shows the rows of any place', async () => {
		await test.open('million');
		await test.lastRowIs(1_000_000);
		await test.page.evaluate(async () => {
			const rows = document.querySelector('.rows')!;
			rows.scrollTop = rows.scrollHeight / 3;
			const isThere = () => {
				const first = document.querySelector<HTMLElement>('.pool .row');
				return Math.abs(Number(first?.id.replace('entry-', '')) - 333_333) < 1000;
			};
			while (!isThere()) await new Promise(done => requestAnimationFrame(done));
		});
	});
});
