import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { becomes, eventually } from './eventually';
import { SseServer } from '../fixtures/sseServer';
import { RealVSCode } from './realVSCode';

/** Three events, a comment and an ID; after that whatever the test lets go. */
const opening = [
	'retry: 400\nid: 100\nevent: tick\ndata: {"symbol":"ACME","price":1.10}\n\n',
	'id: 101\nevent: trade\ndata: {"symbol":"ACME","price":101.20}\n\n',
	': heartbeat\n\n',
	'id: 102\nevent: tick\ndata: {"symbol":"INITECH","price":12345678901234567890}\n\n',
].join('');

describe('a person looks at a stream', () => {
	let server: SseServer;
	let vscode: RealVSCode;
	/** Ends the answer in hand, as a server does. */
	let endAnswer: () => void;

	before(async function () {
		this.timeout(300_000);
		server = await SseServer.start();
		server.route('/live', async exchange => {
			const ended = new Promise<void>(resolve => {
				endAnswer = resolve;
			});
			await exchange.write(opening);
			await Promise.race([ended, exchange.untilGone()]);
			exchange.end();
		});
		vscode = await RealVSCode.start();
	});
	after(async () => {
		await vscode?.close();
		await server?.close();
	});

	const grid = () => vscode.inspector.getByRole('grid', { name: 'Events' });
	const rows = () => grid().locator('[role=row][aria-rowindex]');
	const row = (text: string | RegExp) => rows().filter({ hasText: text });
	const button = (name: string) =>
		vscode.inspector.getByRole('toolbar', { name: 'Stream' }).getByRole('button', { name });
	const filter = () => vscode.inspector.getByRole('searchbox', { name: 'Filter' });
	const status = () => vscode.inspector.getByRole('status', { name: 'Connection' });
	const details = () => vscode.inspector.getByRole('region', { name: 'Details' });
	const rowCount = async (count: number) => {
		await vscode.inspector.locator(`[role=grid][aria-rowcount="${count + 1}"]`).waitFor();
	};

	it('is told what is wrong with what they type, and connects by F1', async function () {
		this.timeout(300_000);
		await vscode.runCommand('Event Stream: Connect…');
		await vscode.type('htp://x');
		await vscode.quickInput
			.getByText('htp: URLs cannot be opened. Use http:// or https://.')
			.waitFor();
		await vscode.type(server.url('/live'));
		await vscode.quickInput.getByText(`Connect to ${server.url('/live')}`).waitFor();
		await vscode.page.keyboard.press('Enter');
		// connecting, open, tick, trade, comment, tick
		await rowCount(6);
		const [request] = server.requests;
		assert.equal(request?.headers.accept, 'text/event-stream');
		assert.equal(request?.headers['last-event-id'], undefined);
	});

	it('sees rows with ID and retry, and the state', async () => {
		await row('trade').waitFor();
		const names = () => grid().getByRole('columnheader').allTextContents();
		await becomes(names, ['#', 'Time', 'Gap', 'Type', 'ID', 'Data', 'Size', 'Retry']);
		await eventually(async () => {
			const cells = await row('1.10').getByRole('gridcell').allTextContents();
			assert.ok(
				cells.some(cell => cell.trim() === '100'),
				`no ID in ${cells.join(' | ')}`,
			);
			assert.ok(
				cells.some(cell => /^400\s*ms$/.test(cell.trim())),
				`no retry in ${cells.join(' | ')}`,
			);
		});
		await row('heartbeat').waitFor();
		await status().getByText('Open').waitFor();
		await status().getByText('102').waitFor();
	});

	it('filters; the count is exact, and a mistake is explained', async () => {
		await filter().fill('type:tick');
		await rowCount(2);
		await filter().fill('prise:>100');
		await vscode.inspector.getByText('“prise” is not a field.').waitFor();
		await becomes(() => filter().getAttribute('aria-invalid'), 'true');
		await filter().fill('');
		await rowCount(6);
		await becomes(() => filter().getAttribute('aria-invalid'), 'false');
	});

	it('selects a row and reads it in full', async () => {
		await row('INITECH').click();
		await details().getByText('102', { exact: true }).first().waitFor();
		// The number as it was sent: no double has so many digits.
		await details().getByText('12345678901234567890').first().waitFor();
		await vscode.page.keyboard.press('Control+C');
		await vscode.clipboardHolds('{"symbol":"INITECH","price":12345678901234567890}');
		await details().getByRole('tab', { name: 'Raw' }).click();
		await details().getByRole('button', { name: 'Copy Raw Block' }).click();
		await vscode.clipboardHolds(
			'id: 102\nevent: tick\ndata: {"symbol":"INITECH","price":12345678901234567890}\n\n',
		);
		await row('INITECH').click();
		await vscode.page.keyboard.press('ArrowUp');
		await vscode.page.keyboard.press('ArrowUp');
		await details().getByText('trade').first().waitFor();
		await details().getByRole('tab', { name: 'Raw' }).click();
		await details().getByText('event').first().waitFor();
	});

	it('sees all bytes of the attempt, with their chunks, and saves them', async () => {
		await row('200 · HTTP/1.1').click();
		await details().getByRole('tab', { name: 'Raw' }).click();
		const raw = details().locator('.raw', { hasText: ': heartbeat' });
		await eventually(async () => assert.match(await raw.innerText(), /^retry: 400\s*LF\s*id: 100/));
		await details().getByRole('tab', { name: 'Wire' }).click();
		await details()
			.getByText(/^Chunk 1/)
			.waitFor();
		await details().getByText('72 65 74 72 79 3a 20 34').first().waitFor();
		await details().getByRole('button', { name: 'Save All Bytes…' }).click();
		await vscode.quickInput.getByText('Save All Bytes of Attempt 1').waitFor();
		// The dialog puts its suggestion into the box once it has looked into the folder.
		const suggested = await vscode.page.waitForFunction(() => {
			const box = document.querySelector<HTMLInputElement>('.quick-input-box input');
			return box?.value.endsWith('-live-attempt-1.sse') === true && box.value;
		});
		const file = String(await suggested.jsonValue());
		await vscode.page.keyboard.press('Enter');
		await vscode.page
			.getByText(`Attempt 1 is saved as ${basename(file)}.`)
			.first()
			.waitFor();
		await becomes(() => readFileSync(file, 'utf8'), opening);
	});

	it('sees a reconnect carry the last event ID', async () => {
		endAnswer();
		await server.until(({ requests }) => requests.length === 2);
		assert.equal(server.requests[1]?.headers['last-event-id'], '102');
		const waited = server.requests[1].time - server.requests[0]!.time;
		assert.ok(waited >= 400);
		await filter().fill('kind:waiting');
		await row('400 ms before reconnecting, as the server asked').waitFor();
		await filter().fill('');
		// closed, waiting, connecting, open and the four again
		await rowCount(14);
	});

	it('pauses the view, not the capture', async () => {
		await button('Pause').click();
		await button('Resume').waitFor();
		endAnswer();
		await server.until(({ requests }) => requests.length === 3);
		await vscode.inspector.getByText('8 new while paused').waitFor();
		await rowCount(14);
		await button('Resume').click();
		await rowCount(22);
	});

	it('clears', async () => {
		await button('Clear').click();
		await rowCount(0);
	});

	it('disconnects, and connects again', async () => {
		await button('Disconnect').click();
		await row('by you').waitFor();
		await server.until(({ openSockets }) => openSockets === 0);
		await status().getByText('Closed').waitFor();
		await button('Reconnect').click();
		await server.until(({ requests }) => requests.length === 4);
		assert.equal(server.requests[3]?.headers['last-event-id'], '102');
		await status().getByText('Open').waitFor();
	});

	it('finds everything again after looking at something else', async () => {
		await filter().fill('type:trade');
		await rowCount(1);
		await vscode.runCommand('File: New Untitled Text File');
		await vscode.inspector.locator('[role=grid]').waitFor({ state: 'detached' });
		await vscode.runCommand('View: Open Previous Editor');
		await rowCount(1);
		await becomes(() => filter().inputValue(), 'type:trade');
	});

	it('closes the connection with the tab', async () => {
		await vscode.runCommand('View: Close All Editors');
		await server.until(({ openSockets }) => openSockets === 0);
	});
});
