import assert from 'node:assert/strict';
import { becomes, eventually } from '../eventually';
import { withHost } from './openPage';
import { WebviewTest } from './webviewTest';

describe('the overview on a page of its own', function () {
	this.timeout(300_000);
	const test = new WebviewTest();
	const chip = (name: string | RegExp) =>
		test.page.getByRole('group', { name: 'Types' }).getByRole('button', { name });
	const strip = () => test.page.getByRole('slider', { name: 'Events over Time' });
	const filterIs = (text: string) => becomes(() => test.filter.inputValue(), text);
	const filterMatches = (pattern: RegExp) =>
		eventually(async () => assert.match(await test.filter.inputValue(), pattern));
	const isPressed = (name: string | RegExp, expected: 'true' | 'false') =>
		becomes(() => chip(name).getAttribute('aria-pressed'), expected);
	/** Waits until the strip is where it stays, and drawn. */
	const openStrip = async (scene: string) => {
		await test.open(scene);
		await chip(/^tick/).waitFor();
		await test.page.locator('.strip .window').waitFor();
	};

	it('lists types and kinds with their counts, and counts on', async () => {
		await test.open('market');
		await chip(/^trade, 9\d\d$/).waitFor();
		const names = () =>
			test.page
				.locator('.chip:visible')
				.evaluateAll(chips => chips.map(one => one.getAttribute('aria-label')?.split(',')[0]));
		await becomes(names, [
			...['tick', 'trade', 'news', 'message', 'snapshot'],
			...['ignored', 'comment', 'retry', 'connection'],
		]);
		await test.open('million');
		await chip('tick, 333\u202f350').waitFor();
		await test.append(600_000);
		await chip('tick, 533\u202f350').waitFor();
	});

	it('filters by a type: only this, all but this, and no longer', async () => {
		await test.open('market');
		await chip(/^trade/).click();
		await filterIs('type:trade');
		await test.lastRowIs(3405);
		await isPressed(/^trade/, 'true');
		await chip(/^news/).click();
		await filterIs('type:news');
		await chip(/^news/).click({ modifiers: ['Alt'] });
		await filterIs('-type:news');
		await chip(/^All but news/).waitFor();
		await isPressed(/^All but news/, 'true');
		await chip(/^All but news/).click();
		await filterIs('');
		await test.lastRowIs(3407);
		await isPressed(/^news/, 'false');
		await chip(/^comment/).click();
		await filterIs('kind:comment');
		await test.lastRowIs(3397);
	});

	it('follows what is typed, and keeps it', async () => {
		await test.open('market');
		await test.filter.fill('data.price:>100 OR -type:tick,news');
		await chip(/^trade/).click();
		await filterIs('(data.price:>100 OR -type:tick,news) type:trade');
		await test.filter.fill('-type:tick,news');
		await chip(/^All but tick/).waitFor();
		await chip(/^All but tick/).click();
		await filterIs('-type:news');
		await test.filter.fill('-type:news prise:1');
		await test.page.getByRole('alert').waitFor();
		// That of the filter in force.
		await isPressed(/^All but news/, 'true');
		await chip(/^tick/).click();
		await filterIs('-type:news type:tick');
	});

	it('is one stop of the Tab key, with a menu for each type and one for those without room', async () => {
		await test.open('market', { width: 420 });
		const { page } = test;
		const more = page.getByRole('button', { name: '6 more types' });
		await more.waitFor();
		await chip(/^tick/).focus();
		await page.keyboard.press('ArrowRight');
		await becomes(() => chip(/^trade/).evaluate(one => one === document.activeElement), true);
		await page.keyboard.press('Enter');
		await filterIs('type:trade');
		await page.keyboard.press('Shift+F10');
		await page.getByRole('menuitem', { name: 'All but trade' }).click();
		await filterIs('-type:trade');
		await more.click();
		await page.getByRole('menuitem', { name: 'Only comment' }).click();
		await filterIs('-type:trade kind:comment');
	});

	it('shows when what came, and goes there', async () => {
		await openStrip('million');
		await test.lastRowIs(1_000_000);
		await strip().hover({ position: { x: 600, y: 20 } });
		await test.page
			.locator('.tip')
			.getByText(/^28\d events\/s$/)
			.waitFor();
		await strip().click({ position: { x: 600, y: 20 } });
		await test.page.waitForFunction(() => {
			const first = Number(document.querySelector('.pool .row')?.id.slice('entry-'.length));
			return first > 505_000 && first < 515_000;
		});
		await becomes(() => test.grid.evaluate(one => one === document.activeElement), true);
		await eventually(async () => {
			const { x, width } = (await test.page.locator('.strip .window').boundingBox())!;
			assert.ok(x > 590 && x + width < 630, `the rows in sight are at ${x}, ${width} wide`);
		});
	});

	it('filters by the time that is dragged over', async () => {
		await openStrip('market');
		const box = (await strip().boundingBox())!;
		await test.page.mouse.move(box.x + 700, box.y + 20);
		await test.page.mouse.down();
		await test.page.mouse.move(box.x + 820, box.y + 20, { steps: 4 });
		await test.page.locator('.brush').waitFor();
		await test.page.mouse.up();
		await filterMatches(/^time:12:02:1\d\.\.12:02:3\d$/);
		await test.page.getByText('No entries match this filter').waitFor();
		await test.page.locator('.brush').waitFor({ state: 'hidden' });
	});

	it('is used by keys, and says what it points at', async () => {
		await openStrip('market');
		await strip().focus();
		const valueIs = (pattern: RegExp) =>
			eventually(async () =>
				assert.match((await strip().getAttribute('aria-valuetext')) ?? '', pattern),
			);
		await test.page.keyboard.press('Home');
		await valueIs(/^12:00:58\.\d+, [\d.]+ events\/s, tick 1/);
		await test.page.keyboard.press('ArrowRight');
		await test.page.keyboard.press('Shift+PageDown');
		await test.page.keyboard.press('Enter');
		await filterMatches(/^time:12:00:5\d\.\d{3}\.\.12:01:0\d\.\d{3}$/);
		await test.page.keyboard.press('Escape');
		await test.page.locator('[role=grid]:focus').waitFor();
	});

	it('is drawn, and drawn anew in another theme', async () => {
		await openStrip('market');
		const colors = () =>
			test.page.locator('.strip canvas').evaluate(canvas => {
				const { width, height } = canvas as HTMLCanvasElement;
				const context = (canvas as HTMLCanvasElement).getContext('2d')!;
				const { data } = context.getImageData(0, 0, width, height);
				const found = new Set<string>();
				for (let at = 0; at < data.length; at += 4) {
					if (data[at + 3] === 255) found.add([data[at], data[at + 1], data[at + 2]].join());
				}
				return [...found];
			});
		let before: string[] = [];
		await eventually(async () => {
			before = await colors();
			assert.ok(before.length >= 3, before.join(' '));
		});
		await test.page.evaluate(() => {
			document.documentElement.dataset.theme = 'light-modern';
			document.body.className = 'vscode-light';
		});
		await eventually(async () => {
			const after = await colors();
			assert.ok(after.length > 0);
			assert.ok(
				!before.some(color => after.includes(color)),
				`${before.join(' ')} / ${after.join(' ')}`,
			);
		});
	});

	it('shows when there was no connection, and what a filter leaves', async () => {
		await test.open('market');
		await chip(/^tick/).waitFor();
		await becomes(() => test.page.locator('.outage').count(), 2);
		await test.filter.fill('type:trade');
		await test.lastRowIs(3405);
		await withHost(test.page, host => host.append(0));
	});

	it('is not there where there is no room', async () => {
		await test.open('market', { width: 420, height: 400 });
		await test.grid.waitFor();
		await strip().waitFor({ state: 'hidden' });
		await test.page.getByRole('group', { name: 'Types' }).waitFor({ state: 'hidden' });
	});
});
