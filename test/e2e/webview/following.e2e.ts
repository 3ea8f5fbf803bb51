import assert from 'node:assert/strict';
import { withHost } from './openPage';
import { WebviewTest } from './webviewTest';

describe('following on a page of its own', function () {
	this.timeout(300_000);
	const test = new WebviewTest();
	const pill = (name: string) => test.page.getByRole('button', { name, exact: true });

	it('sticks to the newest until one scrolls up, and again by the pill', async () => {
		await test.open('million');
		await test.lastRowIs(1_000_000);
		await test.append(3);
		await test.lastRowIs(1_000_003);
		await test.grid.hover();
		await test.page.mouse.wheel(0, -44);
		await test.lastRowIs(1_000_001);
		await test.append(12);
		await pill('12 new').waitFor();
		await test.lastRowIs(1_000_001);
		await pill('12 new').click();
		await test.lastRowIs(1_000_015);
		await pill('12 new').waitFor({ state: 'hidden' });
		await test.append(1);
		await test.lastRowIs(1_000_016);
	});

	it('is resumed by End at the end, and by scrolling there', async () => {
		await test.open('million');
		await test.lastRowIs(1_000_000);
		await test.row(999_990).click();
		await test.append(5);
		await pill('5 new').waitFor();
		await test.page.keyboard.press('End');
		await test.row(1_000_005).and(test.selected).waitFor();
		await test.append(1);
		await pill('6 new').waitFor();
		await test.page.keyboard.press('End');
		await test.page.keyboard.press('End');
		await test.append(1);
		await test.lastRowIs(1_000_007);
		await test.grid.hover();
		await test.page.mouse.wheel(0, -110);
		await test.lastRowIs(1_000_002);
		await test.append(1);
		await pill('1 new').waitFor();
		await test.page.mouse.wheel(0, 500);
		await test.lastRowIs(1_000_008);
		await test.append(1);
		await test.lastRowIs(1_000_009);
	});

	it('stops while paused and goes on after', async () => {
		await test.open('million');
		await test.lastRowIs(1_000_000);
		const { page } = test;
		await page.getByRole('button', { name: 'Pause' }).click();
		await page.getByText('view paused').waitFor();
		await test.append(312);
		await pill('312 new while paused').waitFor();
		await test.lastRowIs(1_000_000);
		await page.getByRole('button', { name: 'Resume' }).click();
		await test.lastRowIs(1_000_312);
		await page.getByRole('button', { name: 'Pause' }).click();
		await test.append(1);
		await pill('1 new while paused').click();
		await test.lastRowIs(1_000_313);
		await page.getByRole('button', { name: 'Pause' }).waitFor();
	});

	it('never shows a hole, however much comes', async () => {
		await test.open('million');
		await test.lastRowIs(1_000_000);
		await withHost(test.page, host => {
			host.answerDelayMs = 70;
		});
		const seenHoles = await test.page.evaluate(async () => {
			const { host } = window as unknown as { host: { append(count: number): void } };
			let holes = 0;
			const shown = new Set<string>();
			const timer = setInterval(() => host.append(5000), 50);
			while (shown.size < 9) {
				await new Promise(done => requestAnimationFrame(done));
				if (document.querySelector('.pool .is-coming:not([hidden])') !== null) holes++;
				shown.add([...document.querySelectorAll('.pool .row')].at(-1)!.id);
			}
			clearInterval(timer);
			return holes;
		});
		assert.equal(seenHoles, 0);
	});
});
