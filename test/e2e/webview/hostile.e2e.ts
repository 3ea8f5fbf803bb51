import assert from 'node:assert/strict';
import { becomes } from '../eventually';
import { WebviewTest } from './webviewTest';

describe('hostile text on a page of its own', function () {
	this.timeout(300_000);
	const test = new WebviewTest();

	const cell = (seq: number, column: number) =>
		test.row(seq).locator(`[role=gridcell][aria-colindex="${column}"]`).innerText();

	it('is text', async () => {
		await test.open('hostile');
		await test.lastRowIs(10);
		await becomes(() => cell(1, 6), '</script><script>window.isBroken = true</script>');
		await becomes(() => cell(2, 4), '<b>bold</b>');
		const isBroken = await test.page.evaluate(() => 'isBroken' in window);
		assert.equal(isBroken, false);
		assert.equal(await test.page.locator('img, .pool script, .pool b b').count(), 0);
		for (let seq = 1; seq <= 10; seq++) {
			await test.row(seq).click();
			await test.details.getByText(`#${seq} `).waitFor();
			for (const name of ['Raw', 'Wire', 'Data']) {
				await test.details.getByRole('tab', { name }).click();
			}
		}
		assert.equal(await test.page.locator('img').count(), 0);
	});

	it('acts on nothing around it', async () => {
		await test.open('hostile');
		await test.lastRowIs(10);
		await becomes(() => cell(3, 5), 'ESC[2J');
		assert.match(await cell(3, 6), /^ESC\[31mredESC\[0m/);
		assert.equal(await cell(4, 4), 'adU+202Emin');
		assert.equal(await cell(4, 6), 'userU+202Egnp.exeU+202C U+2066isolatedU+2069');
		assert.equal(await cell(5, 6), 'zeroU+200BwidthU+2060andBOMbomNULnul');
		assert.equal(await cell(7, 6), 'line one↵line two↵line three tab');
		await test.row(4).click();
		await test.details.getByText('#4 ').waitFor();
		await test.details.locator('.d-body').getByText('gnp.exe').first().waitFor();
		const left = await test.page.evaluate(() => {
			const acting = /[\u202a-\u202e\u2066-\u2069\u200b\u0000-\u0008\u001b]/;
			return [...document.querySelectorAll('*')].some(
				({ children, textContent, attributes }) =>
					(children.length === 0 && acting.test(textContent)) ||
					[...attributes].some(({ value }) => acting.test(value)),
			);
		});
		assert.equal(left, false);
	});

	it('keeps numbers and doubled keys as they were sent', async () => {
		await test.open('hostile');
		await test.row(6).click();
		const plain = async () => {
			const lines = await test.details.getByRole('treeitem').allInnerTexts();
			return lines.map(line => line.replace(/\s+/g, ''));
		};
		await becomes(plain, [
			'a:1.0',
			'b:12345678901234567890',
			'c:1e400',
			'a:"again"',
			'__proto__:{x}',
			'e\\u202e:"\\u202e"',
		]);
	});

	it('shows invalid bytes and the BOM as words', async () => {
		await test.open('hostile');
		await test.row(1).click();
		await test.details.getByRole('tab', { name: 'Raw' }).click();
		await becomes(
			() => test.details.locator('.raw .box').allInnerTexts(),
			['BOM', '0xFF', 'U+202E', 'ESC', 'CR', 'LF', 'CR', 'LF'],
		);
	});

	it('does not stop the page by depth or length', async () => {
		await test.open('hostile');
		await test.lastRowIs(10);
		for (const seq of [9, 10]) {
			await test.row(seq).click();
			await test.details.getByText(`#${seq} `).first().waitFor();
		}
		await test.details.getByRole('button', { name: 'Open in Editor' }).last().click();
		await test.lastPostedIs({ type: 'openData', seq: 10 });
	});
});
