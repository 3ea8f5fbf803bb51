import assert from 'node:assert/strict';
import { becomes } from './eventually';
import { SseServer } from '../fixtures/sseServer';
import { RealVSCode } from './realVSCode';

describe('what can be connected to', () => {
	let server: SseServer;
	let vscode: RealVSCode;

	before(async function () {
		this.timeout(300_000);
		server = await SseServer.start();
		vscode = await RealVSCode.start({
			'eventStreamInspector.endpoints': [
				{ name: 'Types', url: server.url('/types') },
				{ name: 'Broken', url: 'ftp://example.com' },
				{ name: 'With a token', url: server.url('/keyed?token=s3cret') },
				{ name: 'With a header', url: server.url('/echo'), headers: { 'X-Client': 'inspector' } },
				{ name: 'Types', url: server.url('/basic') },
			],
		});
	});
	after(async () => {
		await vscode?.close();
		await server?.close();
	});

	afterEach(() => vscode.dismissQuickInput());

	const option = (name: string | RegExp) =>
		vscode.quickInput.getByRole('option').filter({ hasText: name });
	const rowCount = (count: number) =>
		vscode.inspector.locator(`[role=grid][aria-rowcount="${count + 1}"]`).waitFor();

	it('saved endpoints; the bad ones with the reason', async function () {
		this.timeout(300_000);
		await vscode.runCommand('Event Stream: Connect…');
		await option('Types')
			.filter({ hasText: server.url('/types') })
			.waitFor();
		await option('With a token')
			.filter({ hasText: server.url('/keyed?token=•••') })
			.waitFor();
		await option('Broken').filter({ hasText: 'ftp: URLs cannot be opened.' }).waitFor();
		await option('Another endpoint is named “Types”. Rename one.').waitFor();
		await vscode.type('header');
		await option('With a header').click();
		await rowCount(3);
		await vscode.inspectorFocused();
		await becomes(() => server.requests[0]?.headers['x-client'], 'inspector');
	});

	it('the URL on the clipboard', async () => {
		const url = server.url('/types');
		await vscode.page.evaluate(
			text => navigator.clipboard.writeText(text),
			server.url('/comments?token=s3cret'),
		);
		await vscode.runCommand('Event Stream: Connect…');
		await option('from the clipboard')
			.filter({ hasText: server.url('/comments?token=•••') })
			.waitFor();
		await vscode.dismissQuickInput();
		await vscode.page.evaluate(text => navigator.clipboard.writeText(text), url);
		await vscode.runCommand('Event Stream: Connect…');
		await option('Types').first().waitFor();
		assert.equal(await option('from the clipboard').count(), 0, 'it is a saved one already');
		await vscode.dismissQuickInput();
	});

	it('recent URLs, which can be removed', async () => {
		await vscode.runCommand('Event Stream: Connect…');
		await vscode.type(server.url('/basic'));
		await option('Connect to').waitFor();
		await vscode.page.keyboard.press('Enter');
		await rowCount(5);
		await vscode.inspectorFocused();
		await vscode.runCommand('Event Stream: Connect…');
		const recent = option(server.url('/basic')).filter({ hasNotText: 'named' });
		await recent.hover();
		await recent.getByRole('button', { name: 'Remove from Recent' }).click();
		await recent.waitFor({ state: 'detached' });
		await vscode.dismissQuickInput();
	});

	it('the panel that is there already', async () => {
		const before = server.requests.length;
		await vscode.runCommand('Event Stream: Connect…');
		await option('With a header').click();
		await vscode.inspector
			.getByText('With a header')
			.or(vscode.inspector.getByText('/echo'))
			.first()
			.waitFor();
		await rowCount(3);
		await vscode.inspectorFocused();
		assert.equal(server.requests.length, before);
	});

	it('what is hostile, shown and inert', async () => {
		await vscode.runCommand('Event Stream: Connect…');
		await vscode.type(server.url('/hostile'));
		await option('Connect to').waitFor();
		await vscode.page.keyboard.press('Enter');
		await vscode.inspector.getByText('</script><script>document.title').first().waitFor();
		// The same text names the type above the grid, where a click filters.
		const grid = vscode.inspector.getByRole('grid', { name: 'Events' });
		await grid.getByText('</script><script>alert(1)').first().click();
		await vscode.inspector.getByRole('region', { name: 'Details' }).waitFor();
		const frame = vscode.inspector.locator('html');
		const { titles, scripts, images } = await frame.evaluate(root => ({
			titles: root.ownerDocument.title,
			scripts: root.querySelectorAll('script').length,
			images: root.querySelectorAll('img').length,
		}));
		assert.doesNotMatch(titles, /pwned/);
		assert.equal(images, 0);
		assert.ok(scripts <= 2, 'the page’s own and VS Code’s');
		const text = await grid.innerText();
		assert.match(text, /alert\(1\)/);
		assert.doesNotMatch(text, /[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069]/);
	});

	it('after the window is reloaded, the entries are there again', async function () {
		this.timeout(300_000);
		await vscode.runCommand('View: Close All Editors');
		await vscode.runCommand('Event Stream: Connect…');
		await vscode.type(server.url('/comments'));
		await option('Connect to').waitFor();
		await vscode.page.keyboard.press('Enter');
		await rowCount(6);
		await vscode.inspectorFocused();
		await vscode.runCommand('Developer: Reload Window');
		await rowCount(7); // and that it was closed
		await server.until(({ openSockets }) => openSockets === 0);
		await vscode.inspector.getByText('heartbeat').first().waitFor();
	});
});
