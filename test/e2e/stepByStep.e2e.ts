import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { becomes, eventually } from './eventually';
import { SseServer } from '../fixtures/sseServer';
import { RealVSCode } from './realVSCode';

describe('a connection that is set up', () => {
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
	afterEach(() => vscode.dismissQuickInput());

	const option = (name: string) => vscode.quickInput.getByRole('option').filter({ hasText: name });
	const title = (text: string) => vscode.quickInput.getByText(text, { exact: true }).waitFor();
	const field = () => vscode.quickInput.locator('.quick-input-box input');
	const holds = (text: string) =>
		vscode.page.waitForFunction(
			wanted =>
				document.querySelector<HTMLInputElement>('.quick-input-box input')?.value === wanted,
			text,
		);
	const says = (text: string) => vscode.quickInput.getByText(text).waitFor();
	const back = () => vscode.quickInput.getByRole('button', { name: 'Back' }).click();
	const enter = async (text: string) => {
		await vscode.type(text);
		await vscode.page.keyboard.press('Enter');
	};
	const rowCount = (count: number) =>
		vscode.inspector.locator(`[role=grid][aria-rowcount="${count + 1}"]`).waitFor();
	const settings = () => readFileSync(join(vscode.workspace, '.vscode', 'settings.json'), 'utf8');

	it('step by step, forward and back, is saved without its secrets and connects with them', async function () {
		this.timeout(300_000);
		const url = server.url('/echo');
		await vscode.runCommand('Event Stream: New Connection…');
		await title('New Event Stream Connection (1/5)');
		await vscode.type('example.com/x');
		await says('“example.com/x” has no scheme. Begin with http:// or https://.');
		await enter(url);

		await title('New Event Stream Connection (2/5)');
		await back();
		await title('New Event Stream Connection (1/5)');
		await holds(url);
		await vscode.page.keyboard.press('Enter');
		await option('POST').click();

		await title('New Event Stream Connection (3/6)');
		for (const [name, value, type] of [
			['X-Client', 'step by step', 'text'],
			['X-Wrong', 'wrong', 'text'],
			['X-API-Key', 'k3y-s3cret', 'password'],
		] as const) {
			await option('Add Header…').click();
			await says('The name of the header');
			await enter(name);
			await says(`The value of “${name}”`);
			await becomes(() => field().getAttribute('type'), type);
			await enter(value);
		}
		await option('X-API-Key: •••').waitFor();
		const wrong = option('X-Wrong: wrong');
		await wrong.hover();
		await wrong.getByRole('button', { name: 'Remove Header' }).click();
		await wrong.waitFor({ state: 'detached' });
		await option('X-Client: step by step').click();
		await says('The name of the header');
		await vscode.page.keyboard.press('Enter');
		await says('The value of “X-Client”');
		await holds('step by step');
		await enter('edited');
		await option('X-Client: edited').waitFor();
		await option('Done').click();

		await title('New Event Stream Connection (4/6)');
		await option('Type It…').click();
		// Typed before the next box is there, it would be lost.
		await says('Text, or JSON');
		await vscode.type('{"stream": ');
		await says('This begins like JSON, and has no end.');
		await enter('{"stream": true, "n": 1.5}');

		await title('New Event Stream Connection (5/6)');
		await option('Token').click();
		await says('The token, without the word “Bearer”');
		await becomes(() => field().getAttribute('type'), 'password');
		await enter('t0ken-s3cret');

		await title('New Event Stream Connection (6/6)');
		await back();
		await title('New Event Stream Connection (5/6)');
		await back();
		await title('New Event Stream Connection (4/6)');
		await option('Keep the Body').filter({ hasText: '{"stream":true,"n":1.5}' }).click();
		await option('Token').click();
		await holds('t0ken-s3cret');
		await vscode.page.keyboard.press('Enter');

		await option('Save and Connect').click();
		await title('New Event Stream Connection (7/8)');
		await holds(url);
		await enter('Steps');
		await option('Workspace Settings').click();
		await rowCount(3);
		await vscode.inspectorFocused();

		const [request] = server.requestsTo('/echo');
		assert.equal(request?.method, 'POST');
		assert.equal(request?.body, '{"stream":true,"n":1.5}');
		assert.equal(request?.headers['x-client'], 'edited');
		assert.equal(request?.headers['x-wrong'], undefined);
		assert.equal(request?.headers['x-api-key'], 'k3y-s3cret');
		assert.equal(request?.headers.authorization, 'Bearer t0ken-s3cret');
		await becomes(() => JSON.parse(settings()) as unknown, {
			'eventStreamInspector.endpoints': [
				{
					name: 'Steps',
					url,
					method: 'POST',
					headers: { 'X-Client': 'edited', 'X-API-Key': '${secret:X_API_KEY}' },
					auth: { type: 'bearer', token: '${secret:TOKEN}' },
					body: { stream: true, n: 1.5 },
				},
			],
		});
	});

	it('from curl, as it is on the clipboard, and copied as curl', async function () {
		this.timeout(300_000);
		const command = [
			`curl '${server.url('/types?from=curl')}' \\`,
			"  -H 'X-Quote: it'\\''s' \\",
			'  -H "Authorization: Bearer cu4l-s3cret" \\',
			"  --data-raw $'two\\nlines'",
		].join('\n');
		await vscode.page.evaluate(text => navigator.clipboard.writeText(text), command);
		await vscode.runCommand('Event Stream: Connect from curl…');
		await title('Connect from curl (1/2)');
		await holds(command.replaceAll('\n', ' '));
		await vscode.type('curl --frob x');
		await says('The option “--frob” at character 6 is not known here.');
		await vscode.type("curl 'https://h");
		await says("The quote ' at character 6 is not closed.");
		await enter(command.replaceAll('\n', ' '));

		await option('Save and Connect').click();
		await says('A name for the endpoint');
		await enter('Steps');
		await option('Workspace Settings').click();
		await option('Go Back to Rename').click();
		await option('Workspace Settings').waitFor();
		await back();
		await says('A name for the endpoint');
		await enter('From curl');
		await option('Workspace Settings').click();
		await rowCount(5);
		await vscode.inspectorFocused();
		const [request] = server.requestsTo('/types');
		assert.equal(request?.method, 'POST');
		assert.equal(request?.url, '/types?from=curl');
		assert.equal(request?.body, 'two\nlines');
		assert.equal(request?.headers['x-quote'], "it's");
		assert.equal(request?.headers.authorization, 'Bearer cu4l-s3cret');
		await eventually(() => assert.match(settings(), /"From curl"/));
		assert.doesNotMatch(settings(), /s3cret/);

		await vscode.inspector.getByRole('button', { name: 'More Actions…' }).click();
		await vscode.inspector.getByRole('menuitem', { name: 'Copy as Code…' }).click();
		await option('curl').click();
		await vscode.page.getByText('Before you run it, set in its environment: TOKEN_2').waitFor();
		const copied = await vscode.page.evaluate(() => navigator.clipboard.readText());
		assert.match(copied, /^curl -N -L 'http.*types\?from=curl'/);
		// The first is that of “Steps”, at the same server.
		assert.match(copied, /-H "Authorization: Bearer \$TOKEN_2"/);
		assert.doesNotMatch(copied, /s3cret/);
	});

	it('is offered with the others to connect to', async function () {
		this.timeout(300_000);
		await vscode.runCommand('Event Stream: Connect…');
		await vscode.type(`curl -N ${server.url('/basic')}`);
		await option(`Connect to ${server.url('/basic')}`).waitFor();
		await vscode.type('step by');
		await option('Connect to').waitFor({ state: 'detached' });
		await option('Set Up Step by Step…').click();
		await title('New Event Stream Connection (1/5)');
	});
});
