import assert from 'node:assert/strict';
import { becomes } from '../eventually';
import { withHost } from './openPage';
import { WebviewTest } from './webviewTest';

describe('the states on a page of their own', function () {
	this.timeout(300_000);
	const test = new WebviewTest();
	const button = (name: string) => test.page.getByRole('button', { name });

	it('waiting: counts down, and reconnects at once', async () => {
		await test.open('waiting', { hasClock: true });
		await test.page.getByText('will send Last-Event-ID 88213').waitFor();
		await button('Reconnect Now').click();
		await test.lastPostedIs({ type: 'reconnect' });
		await test.stopClock();
		await withHost(test.page, host => host.set({ waiting: { totalMs: 5000, remainingMs: 1950 } }));
		const says = async (text: string) => {
			await test.pass(200);
			await test.page.getByText(text, { exact: true }).first().waitFor();
		};
		await says('Reconnecting in 2 s');
		await test.pass(900);
		await says('Reconnecting in 1 s');
		await test.pass(900);
		await says('Reconnecting');
	});

	it('failed: lets decide about a certificate', async () => {
		await test.open('failedTls');
		await button('Certificate Options…').click();
		await test.lastPostedIs({ type: 'mendTls' });
		await test.open('failed404');
		await button('Try Again').waitFor();
		await becomes(() => button('Certificate Options…').count(), 0);
	});

	it('failed: says why, and shows the whole answer', async () => {
		await test.open('failed404');
		const title = 'The server answered 404 Not Found, with a web page instead of a stream';
		await test.page.getByRole('heading', { name: title }).waitFor();
		await test.page.getByText('First 4 of 22 lines').waitFor();
		await button('Try Again').click();
		await test.lastPostedIs({ type: 'reconnect' });
		await button('Edit Endpoint…').click();
		await test.lastPostedIs({ type: 'editEndpoint' });
		await button('Show the Whole Answer').click();
		await test.details.getByText('padding 17 to disable friendly error pages').waitFor();
		await button('Reconnect').waitFor();
	});

	it('silent: says how long, and shows the headers', async () => {
		await test.open('silent');
		await test.page.getByRole('heading', { name: 'Connected. Nothing has arrived yet.' }).waitFor();
		await test.page.getByText('Open for 18 s, 0 bytes after the headers.').waitFor();
		const headers = await button('Show Response Headers').elementHandle();
		await withHost(test.page, host => host.set({ open: { forMs: 19_100, bytes: 0 } }));
		await test.page.getByText('Open for 19 s, 0 bytes after the headers.').waitFor();
		assert.ok(await headers?.isVisible(), 'the button stays under the mouse');
		await button('Show Response Headers').click();
		await test.details.getByText('headers after 25 ms').waitFor();
	});

	it('goes from one to the next', async () => {
		await test.open('market');
		const { page } = test;
		await button('Disconnect').click();
		await test.lastPostedIs({ type: 'disconnect' });
		await withHost(page, host => host.set({ state: 'closed', rate: 0 }));
		await page.locator('[data-state=closed]').waitFor();
		await page.getByRole('toolbar').getByRole('button', { name: 'Reconnect' }).click();
		await test.lastPostedIs({ type: 'reconnect' });
		await withHost(page, host => host.set({ state: 'connecting', connecting: { forMs: 75_000 } }));
		await page.locator('.word', { hasText: 'Connecting, no answer for 1 min 15 s' }).waitFor();
		await withHost(page, host =>
			host.set({
				state: 'open',
				connecting: undefined,
				dropped: 17,
				keepingStopped: 'The disk is full.',
			}),
		);
		await page.getByText('17 dropped').and(page.getByTitle('The disk is full.')).waitFor();
		await button('Clear').click();
		await test.lastPostedIs({ type: 'clear' });
		await page.getByRole('heading', { name: 'No entries' }).waitFor();
		await button('Export Capture…').click();
		await test.lastPostedIs({ type: 'exportCapture' });
	});

	it('reads out another state once, and no number', async () => {
		await test.open('market', { hasClock: true });
		await test.stopClock();
		const heard = test.page.locator('[aria-live=polite]');
		assert.equal(await heard.innerText(), '');
		assert.equal(await test.page.getByRole('status').getAttribute('aria-live'), 'off');
		await withHost(test.page, host =>
			host.set({ state: 'waiting', waiting: { totalMs: 3000, remainingMs: 3000 } }),
		);
		await test.pass(200);
		await heard.filter({ hasText: 'Reconnecting in 3 s' }).waitFor();
		await test.pass(1000);
		await test.page.getByText('Reconnecting in 2 s').first().waitFor();
		assert.equal(await heard.innerText(), 'Reconnecting in 3 s');
	});

	it('comes back as it was when it is shown again', async () => {
		await test.open('million');
		await test.lastRowIs(1_000_000);
		await test.grid.hover();
		await test.page.mouse.wheel(0, -2200);
		await test.lastRowIs(999_900);
		await test.row(999_890).click();
		await test.details.getByRole('tab', { name: 'Wire' }).click();
		await test.page.waitForFunction(() => {
			const state = sessionStorage.getItem('state') ?? '';
			return state.includes('wire') && state.includes('999890');
		});
		await test.page.reload();
		await test.lastRowIs(999_900);
		await test.row(999_890).and(test.selected).waitFor();
		await test.details.locator('.wire').waitFor();
		await test.append(2);
		await test.page.getByRole('button', { name: '2 new' }).waitFor();
	});

	it('comes back with its filter, valid or not', async () => {
		await test.open('market');
		await test.filter.fill('type:trade');
		await test.lastRowIs(3405);
		await test.filter.fill('type:trade prise:1');
		await test.page.waitForFunction(() => sessionStorage.getItem('state')?.includes('prise'));
		await test.page.reload();
		await test.page.getByRole('alert').filter({ hasText: 'prise' }).waitFor();
		await becomes(() => test.filter.inputValue(), 'type:trade prise:1');
	});

	for (const width of [1200, 760, 420]) {
		it(`has no part cut off at ${width} px`, async () => {
			await test.open('market', { width });
			await test.row(3407).click();
			await test.details.waitFor();
			const outside = () =>
				test.page.evaluate(() =>
					[...document.querySelectorAll<HTMLElement>('button, input, .state, .tab')]
						.filter(element => element.offsetParent !== null)
						.filter(element => {
							const { left, right } = element.getBoundingClientRect();
							return left < 0 || right > innerWidth;
						})
						.map(element => element.outerHTML),
				);
			await becomes(outside, []);
			await becomes(() => test.page.evaluate(() => document.body.scrollWidth), width);
		});
	}
});
