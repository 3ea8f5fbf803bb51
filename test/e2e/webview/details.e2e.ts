import assert from 'node:assert/strict';
import { becomes, eventually } from '../eventually';
import { WebviewTest } from './webviewTest';

describe('the details on a page of its own', function () {
	this.timeout(300_000);
	const test = new WebviewTest();
	const tab = (name: string) => test.details.getByRole('tab', { name });
	const node = (name: string | RegExp) => test.details.getByRole('treeitem', { name });

	async function openTrade(): Promise<void> {
		await test.open('market');
		await test.lastRowIs(3407);
		await test.row(3394).click();
		await node('price').waitFor();
	}

	it('shows JSON as a tree with the keys of a tree', async () => {
		await openTrade();
		const { keyboard } = test.page;
		await becomes(async () => (await node('price').innerText()).replace(/\s+/g, ''), 'price:101.2');
		await test.grid.focus();
		await keyboard.press('Enter');
		await test.page.locator('[role=tab]:focus').waitFor();
		await node('symbol').focus();
		await keyboard.press('End');
		await becomes(() => node(/^book/).getAttribute('aria-expanded'), 'false');
		await keyboard.press('ArrowRight');
		await becomes(() => node(/^book/).getAttribute('aria-expanded'), 'true');
		await keyboard.press('ArrowRight');
		await test.page.locator('[role=treeitem]:focus', { hasText: 'bid' }).waitFor();
		await keyboard.press('ArrowLeft');
		await keyboard.press('ArrowLeft');
		await becomes(() => node(/^ask/).count(), 0);
		await keyboard.press('Escape');
		await test.page.locator('[role=grid]:focus').waitFor();
		await keyboard.press('Escape');
		await test.details.waitFor({ state: 'hidden' });
	});

	it('shows the block as it came, with the chunks', async () => {
		await openTrade();
		await tab('Raw').click();
		const raw = test.details.locator('.raw');
		await eventually(async () => {
			assert.match(await raw.innerText(), /^id: 88219\s*CR\s*LF\s*event: trade/);
			assert.match(await raw.innerText(), /chunk 1\u202f187, 0\.8 ms later/);
		});
		await tab('Wire').click();
		const wire = test.details.locator('.wire');
		await eventually(async () => {
			const text = await wire.innerText();
			assert.match(text, /0661ac/);
			assert.match(text, /69 64 3a 20 38 38 32 31/);
			assert.match(text, /86 B, begins here/);
			assert.match(text, /91 B, ends here/);
		});
	});

	it('copies what it shows', async () => {
		await openTrade();
		const copy = (name: string) => test.details.getByRole('button', { name }).click();
		await copy('Copy Data');
		await test.lastPostedIs({ type: 'copy', what: 'data', seq: 3394 });
		await copy('Copy Row as JSON');
		await test.lastPostedIs({ type: 'copy', what: 'json', seq: 3394 });
		await tab('Raw').click();
		await copy('Copy Raw Block');
		await test.lastPostedIs({ type: 'copy', what: 'raw', seq: 3394 });
		await copy('Open in Editor');
		await test.lastPostedIs({ type: 'openData', seq: 3394 });
		await test.row(3395).click();
		await test.page.keyboard.press('Control+c');
		await test.lastPostedIs({ type: 'copy', what: 'data', seq: 3395 });
		await test.row(3396).click({ button: 'right' });
		await test.page.getByRole('menuitem', { name: 'Copy Raw Block' }).click();
		await test.lastPostedIs({ type: 'copy', what: 'raw', seq: 3396 });
	});

	it('tells what happened to the connection', async () => {
		await test.open('market');
		await test.row(3388).click();
		await test.details.getByText('text/event-stream; charset=utf-8').waitFor();
		for (const fact of ['Bearer •••', '203.0.113.7:443', 'TLSv1.3']) {
			await test.details.getByText(fact).waitFor();
		}
		for (const phase of ['DNS lookup 2.1 ms', 'TLS handshake 8.8 ms', 'First event 3 ms']) {
			await test.details.getByRole('row', { name: phase, exact: true }).waitFor();
		}
		await becomes(() => test.details.getByRole('tab').count(), 1);
	});

	it('shows all bytes of an attempt, decoded and as received, and saves them', async () => {
		await test.open('coded');
		await test.row(2).click();
		await test.details.getByText('1.2 MB gzip, 12.0 MB decoded').waitFor();
		await tab('Raw').click();
		await test.details.getByText(/^Decoded from gzip\./).waitFor();
		await eventually(async () => {
			const raw = await test.details.locator('.raw').innerText();
			assert.match(raw, /^data: 1\s*LF\s*LF\s*data/);
			assert.match(raw, /chunk 2, 40 ms later/);
		});
		const cut = test.details.locator('.d-note', { hasText: 'of 12.0 MB.' });
		await cut.getByRole('button', { name: 'Save All Bytes…' }).click();
		await test.lastPostedIs({ type: 'saveBytes', attempt: 1 });
		await becomes(() => test.details.getByRole('button', { name: /^Copy (Raw|Data)/ }).count(), 0);

		await tab('Wire').click();
		const note = 'As received, in gzip. 900 B are no longer in the capture.';
		await test.details.getByText(note).waitFor();
		const columns = test.details.locator('.wire .hex').first().locator('pre');
		await eventually(async () => {
			assert.match(await columns.nth(0).innerText(), /^000000/);
			assert.match(await columns.nth(1).innerText(), /^1f 8b 08 9c/);
		});
		await test.details.getByText('First 8.2 kB of 1.2 MB.').waitFor();
		await test.details.getByRole('button', { name: 'Show More' }).click();
		await test.details.getByText('First 16.4 kB of 1.2 MB.').waitFor();

		await test.row(3).click();
		await test.details.getByText(/^Decoded from gzip\.$/).waitFor();
		await becomes(() => test.details.getByRole('button', { name: 'Save All Bytes…' }).count(), 0);
		await test.row(1).click();
		await test.details.getByText(/^#1 /).waitFor();
		await becomes(() => test.details.getByRole('tab').count(), 1);
		await test.row(2).click();
		await test.details.locator('.wire').waitFor();
	});

	it('lists the properties, and folds them', async () => {
		await openTrade();
		await eventually(async () => {
			const text = await test.details.locator('dl').innerText();
			for (const fact of ['88219', 'not set', '142 B, 177 B on the wire', '326 ms']) {
				assert.ok(text.includes(fact), `${fact} in ${text}`);
			}
		});
		const header = test.details.getByRole('button', { name: /^Properties/ });
		await header.click();
		await becomes(() => header.getAttribute('aria-expanded'), 'false');
		await test.details.getByText('id 88219 · 177 B · 326 ms').waitFor();
	});
});
