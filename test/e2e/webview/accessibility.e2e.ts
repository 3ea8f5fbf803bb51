import assert from 'node:assert/strict';
import { becomes, eventually } from '../eventually';
import { violations } from './axe';
import { themes, withHost } from './openPage';
import { pictures } from './pictures';
import { WebviewTest } from './webviewTest';

const wide = { width: 1200, height: 760 };
/** A narrow panel, and the wide one at 200 %. */
const small = [
	{ width: 420, height: 760 },
	{ width: 600, height: 380 },
];

describe('what a screen reader and a magnifier meet', function () {
	this.timeout(300_000);
	const test = new WebviewTest();

	async function openPicture(name: string, size: typeof wide): Promise<void> {
		const { scene, act, shows } = pictures[name]!;
		const page = await test.open(scene, size);
		await act?.(page);
		if (shows !== undefined) await page.locator(shows).first().waitFor();
	}

	for (const name of Object.keys(pictures)) {
		it(`has nothing against it by axe: ${name}`, async () => {
			await openPicture(name, wide);
			assert.deepEqual(await violations(test.page), []);
			// The first is the one that it was opened in.
			for (const [theme, look] of Object.entries(themes).slice(1)) {
				await test.page.evaluate(
					([themeName, className]) => {
						document.documentElement.dataset.theme = themeName;
						document.body.className = className;
					},
					[theme, look] as const,
				);
				assert.deepEqual(await violations(test.page, 'colours'), [], theme);
			}
			for (const size of small) {
				await openPicture(name, size);
				assert.deepEqual(await violations(test.page), [], `${size.width} px`);
			}
		});
	}

	it('hears of a stream now and then, and of the selected row from the grid', async () => {
		await test.open('million', { hasClock: true });
		await test.stopClock();
		const live = test.page.locator('[aria-live=polite]');
		await live.evaluate(element => {
			const heard: string[] = [];
			Object.assign(window, { heard });
			new MutationObserver(() => heard.push(element.textContent)).observe(element, {
				childList: true,
				characterData: true,
				subtree: true,
			});
		});
		const heard = () => test.page.evaluate(() => (window as unknown as { heard: string[] }).heard);
		await test.grid.focus();
		await test.page.keyboard.press('Home');
		for (let second = 0; second < 40; second++) {
			await test.append(3);
			await test.pass(1000);
			await test.page.keyboard.press('ArrowDown');
		}
		await eventually(async () => {
			const id = await test.grid.getAttribute('aria-activedescendant');
			assert.match(id ?? '', /^entry-\d+$/);
			assert.equal(await test.page.locator(`#${id}`).getAttribute('aria-selected'), 'true');
		});
		const said = await heard();
		assert.ok(said.length >= 2 && said.length <= 4, said.join('\n'));
		for (const words of said) assert.match(words, /^\d+ new, 1\u202f000\u202f\d{3} entries$/);
		await withHost(test.page, host => host.set({ state: 'closed', rate: 0 }));
		await test.pass(5000);
		assert.match((await heard()).at(-1) ?? '', /^Closed/);
	});

	it('sees what is on and chosen in the colours of the system', async () => {
		await openPicture('completion', wide);
		await test.page.emulateMedia({ forcedColors: 'active' });
		const highlight = await test.page.evaluate(() => {
			document.body.style.outlineColor = 'Highlight';
			return getComputedStyle(document.body).outlineColor;
		});
		const isFilled = (selector: string) =>
			becomes(
				() => test.page.locator(selector).evaluate(one => getComputedStyle(one).backgroundColor),
				highlight,
			);
		await isFilled('.completions [aria-selected=true]');
		await isFilled('.chip[aria-pressed=true]');
		await openPicture('json-menu', wide);
		await test.page.emulateMedia({ forcedColors: 'active' });
		await isFilled('.menu-item:focus');
		await becomes(
			() =>
				test.page
					.locator('.tab[aria-selected=true]')
					.evaluate(one => getComputedStyle(one).borderBottomColor),
			highlight,
		);
	});

	it('sees nothing move where that is not wanted', async () => {
		const moving = () =>
			test.page.evaluate(() =>
				[...document.querySelectorAll('*')]
					.filter(element => {
						const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
						const isStill = transitionDuration === '0s' && animationName === 'none';
						return !isStill || scrollBehavior !== 'auto';
					})
					.map(({ className }) => className),
			);
		await openPicture('waiting', wide);
		assert.deepEqual(await moving(), ['progress']);
		await test.page.emulateMedia({ reducedMotion: 'reduce' });
		assert.deepEqual(await moving(), []);
		await openPicture('streaming', wide);
		await test.page.emulateMedia({ reducedMotion: 'reduce' });
		assert.deepEqual(await moving(), []);
	});
});
