import assert from 'node:assert/strict';
import { SseServer } from '../fixtures/sseServer';
import { captureLine } from './captureLine';
import { becomes, eventually } from './eventually';
import { RealVSCode } from './realVSCode';

describe('an extension host that is killed while it captures', () => {
	let server: SseServer;
	let vscode: RealVSCode;

	before(async function () {
		this.timeout(300_000);
		server = await SseServer.start();
		vscode = await RealVSCode.start();
	});
	after(async () => {
		await vscode?.close();
		await server?.close();
	});

	const grid = () => vscode.inspector.getByRole('grid', { name: 'Events' });
	const count = async () => Number(await grid().getAttribute('aria-rowcount')) - 1;
	/** The number in the data of the row at the end. */
	const last = async () =>
		Number(/\ntick\n(\d+)\n/.exec(await grid().getByRole('row').last().innerText())?.[1]);

	it('leaves a capture that is told to be cut off, with every entry that was seen', async function () {
		this.timeout(300_000);
		await vscode.connect(server.url('/ticks?rate=200'));
		await eventually(async () => assert.ok((await count()) > 1000));
		await vscode.inspectorFocused();
		await vscode.runCommand('Event Streams: Focus on Captures View');
		await captureLine(vscode, '/ticks').waitFor();

		vscode.killExtensionHosts();
		await server.until(({ openSockets }) => openSockets === 0);
		const seen = await last();
		assert.ok(seen > 900);
		await vscode.runCommand('Developer: Reload Window');
		// VS Code closes the panels of a host that has died.
		await captureLine(vscode, /\/ticks.*cut off/).click();
		await vscode.inspector.getByText('This capture was cut off').waitFor();
		// From the first to the last, and both of when the connection began.
		await eventually(async () => assert.ok((await last()) >= seen));
		await becomes(async () => (await last()) + 2, await count());
		assert.equal(server.requests.length, 1, 'nothing is connected to by itself');
		// Also while it is shown.
		await vscode.runCommand('View: Toggle Primary Side Bar Visibility');
		await captureLine(vscode).waitFor({ state: 'hidden' });
		await vscode.runCommand('Event Streams: Focus on Captures View');
		await captureLine(vscode, /\/ticks.*cut off/).waitFor();
		await vscode.inspector.getByRole('button', { name: 'Reconnect' }).click();
		await eventually(() => assert.ok(Number(server.requests[1]?.headers['last-event-id']) >= seen));
	});
});
