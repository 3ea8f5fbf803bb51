import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SseServer } from '../fixtures/sseServer';
import { RealVSCode } from './realVSCode';

describe('the views of endpoints and captures', () => {
	let server: SseServer;
	let vscode: RealVSCode;

	before(async function () {
		this.timeout(180_000);
		server = await SseServer.start();
		server.route('/live', async exchange => {
			const first = Number(exchange.lastEventId || 0) + 1;
			for (let id = first; id < first + 3; id++) {
				await exchange.write(`id: ${id}\ndata: number ${id}\n\n`);
			}
			await exchange.untilGone();
		});
		vscode = await RealVSCode.start({
			'eventStreamInspector.endpoints': [
				{ name: 'Prices', url: server.url('/live') },
				{ name: 'Broken', url: 'ftp://example.com/' },
			],
		});
		await vscode.runCommand('Event Streams: Focus on Endpoints View');
		await endpoint('Prices').waitFor();
	});
	after(async () => {
		await vscode?.close();
		await server?.close();
	});

	const pane = (name: string) =>
		vscode.page.locator('.pane').filter({ has: vscode.page.getByRole('button', { name }) });
	const line = (view: string, text: string | RegExp) =>
		pane(`${view} Section`).getByRole('treeitem').filter({ hasText: text }).first();
	const endpoint = (text: string) => line('Endpoints', text);
	const capture = (text: string | RegExp) => line('Captures', text);
	const labelled = (name: RegExp) => vscode.page.getByRole('treeitem', { name });
	const inspectorRow = (text: string) =>
		vscode.inspector.getByRole('row').filter({ hasText: text });
	const statusItem = () => vscode.page.locator('.statusbar-item[id$=".streams"]');
	const dialog = () => vscode.page.locator('.monaco-dialog-box');

	/** What only shows while the mouse is over a line. */
	async function act(on: ReturnType<typeof line>, action: string): Promise<void> {
		await on.hover();
		await on.getByRole('button', { name: action }).click();
	}

	it('list what stands in settings, and what is wrong with it', async function () {
		this.timeout(60_000);
		await labelled(/^Prices, not connected, http/).waitFor();
		await endpoint('ftp: URLs cannot be opened').waitFor();
		await endpoint('User').waitFor();
	});

	it('connect by a click, and show how that goes', async function () {
		this.timeout(60_000);
		await endpoint('Prices').click();
		await inspectorRow('number 3').waitFor();
		await labelled(/^Prices, open, http/).waitFor();
		await statusItem().getByText('1 ·').waitFor();
		await labelled(/^Prices, open, .* 5 entries/).waitFor();
		await act(endpoint('Prices'), 'Disconnect');
		await labelled(/^Prices, closed, http/).waitFor();
		await statusItem().waitFor({ state: 'hidden' });
	});

	it('list streams that are saved nowhere, and pick them in the status bar', async function () {
		this.timeout(60_000);
		await vscode.connect(server.url('/ticks?rate=20'));
		await endpoint('Connected').waitFor();
		await labelled(/^http.*\/ticks\?rate=20, open/)
			.first()
			.waitFor();
		await vscode.inspectorFocused();
		await statusItem().click();
		await vscode.quickInput.getByRole('option').filter({ hasText: 'Prices' }).click();
		await inspectorRow('number 3').waitFor();
	});

	it('edit settings and leave the comments in them', async function () {
		this.timeout(60_000);
		const folder = join(vscode.workspace, '.vscode');
		const file = join(folder, 'settings.json');
		await mkdir(folder, { recursive: true });
		const url = server.url('/basic');
		writeFileSync(
			file,
			`{\n\t// Ours.\n\t"eventStreamInspector.endpoints": [\n\t\t// The first.\n\t\t{ "name": "One", "url": "${url}" }, // for now\n\t\t// The second.\n\t\t{ "name": "Two", "url": "${url}" }\n\t]\n}\n`,
		);
		await endpoint('Workspace').waitFor();
		await act(endpoint('Two'), 'Duplicate');
		await vscode.quickInput.locator('.quick-input-box input').waitFor();
		await vscode.page.keyboard.press('Enter');
		await endpoint('Two 2').waitFor();
		await act(endpoint('One'), 'Delete');
		await dialog().getByText('from the workspace settings?').waitFor();
		await dialog().getByRole('button', { name: 'Delete' }).click();
		await endpoint('One').waitFor({ state: 'hidden' });
		const text = readFileSync(file, 'utf8');
		for (const words of ['// Ours.', '// The first.', '// for now', '// The second.', '"Two 2"']) {
			assert.ok(text.includes(words), `${words} is not in ${text}`);
		}
		assert.ok(!text.includes('"One"'));
		await act(endpoint('Two'), 'Edit in Settings');
		await vscode.page.locator('.tab.active').filter({ hasText: 'settings.json' }).waitFor();
	});

	it('rename captures and delete them', async function () {
		this.timeout(60_000);
		await act(capture('Prices'), 'Rename');
		await vscode.quickInput.locator('.quick-input-box input').waitFor();
		await vscode.type('Before the deploy');
		await vscode.page.keyboard.press('Enter');
		await capture('Before the deploy').waitFor();
		await act(capture('/ticks'), 'Delete');
		await dialog().getByText('Its stream is closed first').waitFor();
		await dialog().getByRole('button', { name: 'Delete' }).click();
		await capture('/ticks').waitFor({ state: 'hidden' });
		await server.until(({ openSockets }) => openSockets === 0);
	});

	it('have the captures after a reload, and reconnect when they are told to', async function () {
		this.timeout(300_000);
		await act(endpoint('Prices'), 'Connect');
		await labelled(/^Prices, open, http/).waitFor();
		await inspectorRow('number 6').waitFor();
		const sent = server.requests.length;
		await vscode.inspectorFocused();
		await vscode.runCommand('Developer: Reload Window');
		// The panel is there again, with what it had, and has connected to nothing.
		await inspectorRow('number 6').waitFor({ timeout: 120_000 });
		await vscode.inspector.getByText('will send Last-Event-ID 6').waitFor();
		assert.equal(server.requests.length, sent);
		await vscode.inspector.getByRole('button', { name: 'Reconnect' }).click();
		await inspectorRow('number 7').waitFor();
		assert.equal(server.requests.at(-1)?.headers['last-event-id'], '6');
		await capture('Before the deploy').waitFor();
		await capture('Before the deploy').click();
		await inspectorRow('number 6').waitFor();
		await vscode.runCommand('Event Stream: Delete All Captures');
		await dialog().getByRole('button', { name: 'Delete All' }).click();
		await pane('Captures Section').getByText('What streams send is kept here').waitFor();
		await statusItem().waitFor({ state: 'hidden' });
	});
});
