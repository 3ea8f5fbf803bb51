import assert from 'node:assert/strict';
import { becomes, eventually } from '../eventually';
import { pictures } from './pictures';
import { stickingOut } from './stickingOut';
import { WebviewTest } from './webviewTest';

/** A wide panel, one beside another, one in a side bar, one at 200 % and a low one. */
const sizes = [
	{ width: 1200, height: 760 },
	{ width: 760, height: 760 },
	{ width: 420, height: 760 },
	{ width: 320, height: 600 },
	{ width: 600, height: 380 },
	{ width: 1200, height: 320 },
];

/** Icons on the page that the font, which has only those that are used, does not have: a glyph of its own is as wide as high. */
async function missingIcons(): Promise<string[]> {
	await document.fonts.load('16px codicon');
	const context = document.createElement('canvas').getContext('2d')!;
	context.font = '16px codicon';
	const glyphOf = (icon: Element) => getComputedStyle(icon, '::before').content.slice(1, -1);
	return [...document.querySelectorAll('.codicon')]
		.filter(icon => context.measureText(glyphOf(icon)).width !== 16)
		.map(icon => icon.className);
}

describe('how the page is laid out', function () {
	this.timeout(300_000);
	const test = new WebviewTest();

	for (const name of Object.keys(pictures)) {
		it(`keeps all that is said in sight at every size: ${name}`, async () => {
			const { scene, act, shows } = pictures[name]!;
			const page = await test.open(scene);
			await act?.(page);
			if (shows !== undefined) await page.locator(shows).first().waitFor();
			assert.deepEqual(await page.evaluate(missingIcons), []);
			for (const size of sizes) {
				await page.setViewportSize(size);
				// What depends on the room there is, is painted in the next frame.
				await page.evaluate(
					() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))),
				);
				const look = async () => ({ size, out: await page.evaluate(stickingOut) });
				await becomes(look, { size, out: [] });
			}
		});
	}

	it('puts each header over what it is the header of', async () => {
		const page = await test.open('market');
		await test.lastRowIs(3407);
		await eventually(async () => {
			const distances = await page.evaluate(() => {
				const row = document.querySelector('.pool #entry-3406')!;
				const boxOf = (cell: Element | null | undefined) => {
					const range = document.createRange();
					range.selectNodeContents(cell!);
					return range.getBoundingClientRect();
				};
				const distance = (name: string, side: 'left' | 'right', part = '') => {
					const head = boxOf(document.querySelector(`[data-column=${name}] .ell`));
					const cell = row.querySelector(`.c-${name} ${part}`) ?? row.querySelector(`.c-${name}`);
					return Math.abs(head[side] - boxOf(cell)[side]);
				};
				return [
					distance('seq', 'right'),
					distance('time', 'left'),
					distance('type', 'left', '.ell'),
					distance('id', 'left'),
					distance('data', 'left'),
					distance('size', 'right'),
				];
			});
			for (const [place, px] of distances.entries()) assert.ok(px <= 1, `${place}: ${px} px`);
		});
	});
});
