import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SseServer } from '../fixtures/sseServer';
import { RealVSCode } from './realVSCode';

describe('streams in code', () => {
	let server: SseServer;
	let vscode: RealVSCode;

	before(async function () {
		this.timeout(300_000);
		server = await SseServer.start();
		vscode = await RealVSCode.start();
		// Before the first of them is looked for: what is there is then remembered.
		const code = `// new EventSource('/no')\nconst feed = new EventSource('/types');`;
		const whole = `new EventSource('${server.url('/basic')}');`;
		write('whole.html', `<script>\n${whole}\n</script>\n`);
		write('feed.html', `<script>\n${code}\n</script>\n`);
		const head = 'Accept: text/event-stream\nX-Room: {{room}}\n';
		write('feed.http', `@base = ${server.origin}\n\nGET {{base}}/echo\n${head}`);
	});
	after(async () => {
		await vscode?.close();
		await server?.close();
	});

	const write = (name: string, content: string) =>
		writeFileSync(join(vscode.workspace, name), content);
	const lens = () => vscode.page.locator('.codelens-decoration a', { hasText: 'Inspect stream' });
	const grid = () => vscode.inspector.getByRole('grid', { name: 'Events' });

	it('have a lens that connects, and asks what a URL is relative to', async function () {
		this.timeout(300_000);
		await vscode.openFile('feed.html');
		await lens().first().click();
		await vscode.quickInput.getByText('is relative').waitFor();
		assert.equal(await lens().count(), 1);
		await vscode.type(server.url('/app'));
		await vscode.page.keyboard.press('Enter');
		await grid().waitFor();
		await server.until(() => server.requestsTo('/types').length > 0);
	});

	it('have an action that connects, among the others of the editor', async function () {
		this.timeout(300_000);
		await vscode.runCommand('View: Close All Editors');
		await vscode.openFile('whole.html');
		// The cursor has to be on it, and the extension to have said that it has something to offer.
		await lens().first().waitFor();
		await vscode.page.locator('.view-line span span', { hasText: 'EventSource' }).first().click();
		await vscode.page.keyboard.press('Control+.');
		await vscode.page.locator('.action-widget').getByText('Inspect stream').click();
		await grid().waitFor();
		await server.until(() => server.requestsTo('/basic').length > 0);
	});

	it('are requests in .http files as well, whose variables are asked for', async function () {
		this.timeout(300_000);
		await vscode.runCommand('View: Close All Editors');
		await vscode.openFile('feed.http');
		await lens().first().click();
		await vscode.quickInput.getByText('{{room}}').waitFor();
		await vscode.type('blue');
		await vscode.page.keyboard.press('Enter');
		await grid().waitFor();
		await server.until(() => server.requestsTo('/echo').length > 0);
		assert.equal(server.requestsTo('/echo')[0]?.headers['x-room'], 'blue');
	});
});
