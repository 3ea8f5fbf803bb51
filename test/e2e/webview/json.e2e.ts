import assert from 'node:assert/strict';
import { becomes, eventually } from '../eventually';
import { withHost } from './openPage';
import { WebviewTest } from './webviewTest';

describe('The JSON of an event on a page of its own', function () {
	this.timeout(300_000);
	const test = new WebviewTest();
	const tab = (name: string) => test.details.getByRole('tab', { name });
	const node = (name: string | RegExp) => test.details.getByRole('treeitem', { name });
	const item = (name: string) => test.page.getByRole('menuitem', { name, exact: true });

	async function openTrade(): Promise<void> {
		await test.open('market');
		await test.lastRowIs(3407);
		await test.row(3394).click();
		await node('price').waitFor();
	}

	it('copies paths and values, and filters by them', async () => {
		await openTrade();
		await node(/^book/).click();
		await node(/^bid/).click({ button: 'right' });
		await item('Copy Path').click();
		await test.lastPostedIs({ type: 'copyPath', path: ['book', 'bid'] });
		await node('price').click({ button: 'right' });
		await item('Copy Value').click();
		await eventually(async () => {
			const copied = (await test.posted()).at(-1);
			assert.ok(copied?.type === 'copyValue');
			assert.equal(copied.seq, 3394);
		});
		await node('price').click({ button: 'right' });
		await item('Filter by This Value').click();
		await test.lastPostedIs({ type: 'setFilter', text: 'data.price:=101.2' });
		await node('symbol').click({ button: 'right' });
		await item('Filter by This Value').click();
		await test.lastPostedIs({
			type: 'setFilter',
			text: 'data.price:=101.2 data.symbol:="ACME"',
		});
	});

	it('has its menu on the keyboard', async () => {
		await openTrade();
		const { keyboard } = test.page;
		await node('symbol').focus();
		await keyboard.press('ArrowDown');
		await keyboard.press('Shift+F10');
		await test.page.locator('[role=menuitem]:focus', { hasText: 'Copy Path' }).waitFor();
		await keyboard.press('Enter');
		await test.lastPostedIs({ type: 'copyPath', path: ['price'] });
		await test.page.locator('[role=treeitem]:focus', { hasText: 'price' }).waitFor();
		await keyboard.press('ContextMenu');
		await keyboard.press('Escape');
		await test.page.locator('[role=treeitem]:focus', { hasText: 'price' }).waitFor();
	});

	it('tells what changed since the event of its type before it', async () => {
		await openTrade();
		await tab('Changes').click();
		const changes = test.details.locator('.changes');
		await changes.getByText(/^Since #3\u202f3\d\d, the event of this type before it\.$/).waitFor();
		await eventually(async () => {
			const lines = await changes.getByRole('listitem').allInnerTexts();
			assert.ok(
				lines.some(line => /^price\s+[\d.]+ → 101\.2 [+−][\d.]+\s*$/.test(line)),
				lines.join('\n'),
			);
		});
		await test.row(3388).click();
		await test.details.getByText('text/event-stream; charset=utf-8').waitFor();
		await becomes(() => tab('Changes').count(), 0);
	});

	it('puts the deltas of a response together', async () => {
		await test.open('chat');
		await test.lastRowIs(48);
		await test.row(46).click();
		await tab('Text').click();
		const text = test.details.locator('.whole-text');
		await text.getByText(' ways').waitFor();
		await test.grid.focus();
		for (let i = 0; i < 25; i++) await test.page.keyboard.press('ArrowUp');
		await text.locator('mark', { hasText: 'itself' }).waitFor();
		await eventually(async () => {
			assert.match(await text.locator('.dim').innerText(), /^ and sends the last event ID,/);
			assert.match(await text.innerText(), /^Server-sent events are .* ways\.$/s);
		});
		await test.details.getByText('18 of 44 · choices[0].delta.content').waitFor();
		await test.details.getByRole('button', { name: 'Copy Text' }).click();
		await test.lastPostedIs({ type: 'copyText', seq: 21 });
	});

	it('grows while the stream runs, and stays where one reads', async () => {
		await test.open('growing', { width: 1000, height: 330, hasClock: true });
		await test.lastRowIs(20);
		await test.row(19).click();
		await tab('Text').click();
		const text = test.details.locator('.whole-text');
		const mark = text.locator('mark', { hasText: 'connects' });
		await mark.waitFor();
		const body = test.details.locator('.d-body');
		const scroll = () =>
			body.evaluate(({ scrollTop, scrollHeight, clientHeight }) => ({
				isOver: scrollHeight > clientHeight,
				isAtEnd: scrollTop + clientHeight >= scrollHeight - 2,
				scrollTop,
			}));
		await test.stopClock();
		const asked = () =>
			withHost(
				test.page,
				host => host.posted.filter(each => each.type === 'ask' && each.about === 'text').length,
			);
		const before = await asked();
		for (let count = 0; count < 20; count++) {
			await test.append(1);
			await test.pass(100);
		}
		await test.pass(1000);
		await test.details.getByText('16 of 37 · choices[0].delta.content').waitFor();
		const questions = (await asked()) - before;
		assert.ok(questions >= 2 && questions <= 6, `asked ${questions} times in 2 s`);
		assert.match(await text.innerText(), /^Server-sent events .* it left off\.\s*$/s);
		await becomes(() => mark.count(), 1);
		const figures = /^first after 543 ms · 1\.12 s in all · 32 deltas\/s · \d+ characters\/s$/;
		assert.match(await test.details.locator('.figures').innerText(), figures);
		const { isOver, isAtEnd } = await scroll();
		assert.deepEqual({ isOver, isAtEnd }, { isOver: true, isAtEnd: true });
		await body.evaluate(element => element.scrollTo(0, 5));
		await test.append(8);
		await test.pass(2000);
		await eventually(async () => assert.match(await text.innerText(), /both ways\.$/));
		assert.equal((await scroll()).scrollTop, 5);
		assert.deepEqual(test.errors, []);
	});

	it('puts together what stands at any path', async () => {
		await openTrade();
		await becomes(() => tab('Text').count(), 0);
		await node('symbol').click({ button: 'right' });
		await item('Put Together as Text').click();
		const text = test.details.locator('.whole-text');
		await text.locator('mark', { hasText: 'ACME' }).waitFor();
		await test.page.locator('[role=tab]:focus', { hasText: 'Text' }).waitFor();
		await eventually(async () => assert.match(await text.innerText(), /GLOBEX/));
		await test.details.getByRole('button', { name: 'Copy Text' }).click();
		await test.lastPostedIs({ type: 'copyText', seq: 3394, path: ['symbol'] });
		await test.details.getByRole('button', { name: 'Forget Path' }).click();
		await node('symbol').waitFor();
		await becomes(() => tab('Text').count(), 0);
	});

	it('stays usable however large it is', async () => {
		const page = await test.open('largeJson');
		await test.lastRowIs(5);
		await page.evaluate(() => {
			const tasks: number[] = [];
			Object.assign(window, { tasks });
			const observer = new PerformanceObserver(list =>
				tasks.push(...list.getEntries().map(({ duration }) => Math.round(duration))),
			);
			observer.observe({ type: 'longtask' });
		});
		const takeTasks = () =>
			page.evaluate(() => (window as unknown as { tasks: number[] }).tasks.splice(0));
		const keys = ['list', 'text', 'key-99', 'deep'];
		for (const [place, key] of keys.entries()) {
			const seq = place + 2;
			await test.row(seq).click();
			const first = node(new RegExp(`^${key}\\b`)).first();
			await first.click();
			if (key === 'key-99') await test.details.getByText('Show More').click();
			// The grid answers.
			await test.row(1).click();
			await node('small').waitFor();
			const tasks = await takeTasks();
			const longest = tasks.sort((a, b) => b - a).slice(0, 4);
			console.log(`      ${key}: longest tasks ${longest.join(', ')} ms`);
			// Here the host's part is done by the page, too.
			await test.row(seq).click();
			await tab('Changes').click();
			await test.details.locator('.changes li').first().waitFor();
			await tab('Data').click();
			await first.waitFor();
			await takeTasks();
		}
	});
});
