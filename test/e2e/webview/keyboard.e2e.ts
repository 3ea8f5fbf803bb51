import assert from 'node:assert/strict';
import { eventually } from '../eventually';
import { themes, type Theme } from './openPage';
import { pictures } from './pictures';
import { WebviewTest } from './webviewTest';

/** Where the focus is, in words, and whether that can be seen. */
interface Stop {
	readonly name: string;
	readonly isSeen: boolean;
}

describe('what a person without a mouse does', function () {
	this.timeout(300_000);
	const test = new WebviewTest();

	/** Remembers the elements that had the focus, and tells of the one that has it now. */
	const look = () =>
		test.page.evaluate((): Stop | undefined => {
			const visited = ((window as unknown as { visited?: Set<Element> }).visited ??= new Set());
			const active = document.activeElement;
			if (active === null || active.matches('.edge, body')) return undefined;
			visited.add(active);
			const probe = document.createElement('div');
			document.body.append(probe);
			const colors = ['focusBorder', 'list-focusOutline', 'contrastActiveBorder'].map(name => {
				probe.style.color = `var(--vscode-${name}, transparent)`;
				return getComputedStyle(probe).color;
			});
			probe.remove();
			const isRing = ({ outlineStyle, outlineWidth, outlineColor }: CSSStyleDeclaration) =>
				outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && colors.includes(outlineColor);
			const rings = [
				...[active, active.parentElement, active.querySelector('.row.selected')].flatMap(one =>
					one === null ? [] : [getComputedStyle(one)],
				),
				...[...active.querySelectorAll('.viewport')].map(one => getComputedStyle(one, '::after')),
			];
			const name =
				active.getAttribute('aria-label') ?? active.textContent.trim().slice(0, 40) ?? '';
			return { name: `${active.className} ${name}`, isSeen: rings.some(isRing) };
		});

	/** From one end of the page to the other. */
	async function walk(key: 'Tab' | 'Shift+Tab'): Promise<Stop[]> {
		const stops: Stop[] = [];
		await test.page.evaluate(isForward => {
			const edges = document.querySelectorAll<HTMLElement>('.edge');
			if (edges.length > 0) return edges[isForward ? 0 : 1]?.focus();
			for (const put of ['prepend', 'append'] as const) {
				const edge = document.createElement('button');
				edge.className = 'edge';
				document.body[put](edge);
				if (put === 'prepend') edge.focus();
			}
		}, key === 'Tab');
		for (;;) {
			await test.page.keyboard.press(key);
			const stop = await look();
			if (stop === undefined) return stops;
			assert.ok(stops.length < 60, `a trap: ${stops.map(({ name }) => name).join(' → ')}`);
			stops.push(stop);
			const group = await test.page.evaluate(
				() =>
					document.activeElement?.closest(
						'[role=toolbar],[role=tablist],[role=group],[role=tree],.head',
					)?.childElementCount ?? 0,
			);
			if (key === 'Shift+Tab') continue;
			const arrow = stop.name.startsWith('node') ? 'ArrowDown' : 'ArrowRight';
			for (let i = 0; i < group; i++) {
				await test.page.keyboard.press(arrow);
				// What the keys do to headers is loaded with the first of them.
				if (i === 0 && stop.name.startsWith('c-')) {
					await eventually(async () => assert.notDeepEqual(await look(), stop));
				}
				const inner = await look();
				if (inner !== undefined) assert.ok(inner.isSeen, inner.name);
			}
			// Back to where the Tab key came in: another tab may have shown other things.
			if (group > 0) await test.page.keyboard.press('Home');
		}
	}

	/** The buttons in the headers are for the mouse: what they offer stands in the menus of the headers. */
	const unvisited = () =>
		test.page.evaluate(() => {
			const { visited } = window as unknown as { visited: Set<Element> };
			return [
				...document.querySelectorAll('button:not(.edge), input, [tabindex]:not(.rows, .menu)'),
			]
				.filter(one => !one.matches('.head button'))
				.filter(one => one.checkVisibility({ visibilityProperty: true }) && !visited.has(one))
				.map(one => one.outerHTML.slice(0, 200));
		});

	for (const name of ['streaming', 'paused', 'waiting', 'failed-404', 'connection', 'find']) {
		for (const theme of ['dark-modern', 'hc-light'] as const) {
			it(`gets to all there is, sees where, and out again: ${name}, ${theme}`, async () => {
				const { scene, act, shows } = pictures[name]!;
				const page = await test.open(scene, { theme });
				await act?.(page);
				if (shows !== undefined) await page.locator(shows).first().waitFor();
				const stops = await walk('Tab');
				assert.deepEqual(
					stops.filter(({ isSeen }) => !isSeen),
					[],
				);
				assert.deepEqual(await unvisited(), []);
				const back = await walk('Shift+Tab');
				// One goes back to the header that one was on.
				const names = (all: Stop[]) => all.map(stop => stop.name.replace(/^c-.*/, 'header'));
				assert.deepEqual(names(back).toReversed(), names(stops));
			});
		}
	}

	for (const theme of Object.keys(themes) as Theme[]) {
		it(`sees which item of a menu has the focus: ${theme}`, async () => {
			const page = await test.open('market', { theme });
			await page.getByRole('button', { name: 'More Filters…' }).click();
			await page.locator('[role=menuitem]:focus').waitFor();
			const isSeen = await page.evaluate(() => {
				const { activeElement } = document;
				const chosen = getComputedStyle(activeElement!);
				const others = getComputedStyle(activeElement!.nextElementSibling!);
				const hasRing = chosen.outlineStyle === 'solid' && !chosen.outlineColor.endsWith(', 0)');
				return hasRing || chosen.backgroundColor !== others.backgroundColor;
			});
			assert.ok(isSeen);
		});
	}

	it('opens and leaves every menu', async () => {
		const page = await test.open('market');
		await test.lastRowIs(3407);
		await test.grid.focus();
		await page.keyboard.press('ArrowUp');
		await test.selected.waitFor();
		await page.keyboard.press('Shift+F10');
		await page.locator('[role=menuitem]:focus').waitFor();
		await page.keyboard.press('Escape');
		await page.locator('[role=grid]:focus').waitFor();
		for (const name of ['More Filters…', 'More Actions…']) {
			await page.getByRole('button', { name }).focus();
			await page.keyboard.press('Enter');
			await page.locator('[role=menuitem]:focus').waitFor();
			await page.keyboard.press('Tab');
			await page.locator(`[aria-label="${name}"]:focus`).waitFor();
		}
		await page.keyboard.press('Enter');
		await page.locator('[role=menuitem]:focus').waitFor();
		await page.setViewportSize({ width: 900, height: 700 });
		await page.locator('[aria-label="More Actions…"]:focus').waitFor();
		assert.deepEqual(test.errors, []);
	});
});
