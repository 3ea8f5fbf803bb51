import assert from 'node:assert/strict';
import { becomes } from './eventually';
import { formsIn, needle } from '../fixtures/needle';
import { SseServer } from '../fixtures/sseServer';
import { RealVSCode } from './realVSCode';

describe('variables and secrets', () => {
	let server: SseServer;
	let vscode: RealVSCode;
	/** What the server takes for right. */
	let key = needle;

	before(async function () {
		this.timeout(300_000);
		server = await SseServer.start();
		server.route('/keyed', async ({ request, response }) => {
			const sent = Buffer.from(String(request.headers['x-key']), 'latin1').toString('utf8');
			if (sent === key) response.writeHead(200, { 'Content-Type': 'text/event-stream' });
			else response.writeHead(401, { 'Content-Type': 'text/plain' });
			response.write(sent === key ? 'data: let in\n\n' : `Wrong: ${sent}`);
			if (sent !== key) response.end();
		});
		vscode = await RealVSCode.start({
			'eventStreamInspector.endpoints': [
				{
					name: 'Keyed',
					url: server.url('/keyed?room=${input:Which room?}'),
					headers: { 'X-Key': '${secret:KEY}' },
				},
			],
		});
	});
	after(async () => {
		await vscode?.close();
		await server?.close();
	});

	const option = (name: string | RegExp) =>
		vscode.quickInput.getByRole('option').filter({ hasText: name });
	const asked = (text: string) => vscode.quickInput.getByText(text).first().waitFor();
	const input = () => vscode.quickInput.locator('.quick-input-box input');
	async function answer(text: string) {
		await vscode.type(text);
		await vscode.page.keyboard.press('Enter');
	}
	/** Everything that the workbench has on screen, and all that it keeps in the browser. */
	async function everything(): Promise<string> {
		const frames = await Promise.all(
			vscode.page.frames().map(frame => frame.evaluate(() => document.documentElement.outerHTML)),
		);
		const kept = await vscode.page.evaluate(async () => {
			const all: unknown[] = [Object.entries(localStorage), Object.entries(sessionStorage)];
			const done = <T>(request: IDBRequest<T>) =>
				new Promise<T>((resolve, reject) => {
					request.addEventListener('success', () => resolve(request.result));
					request.addEventListener('error', () => reject(new Error(request.error?.message)));
				});
			for (const { name = '' } of await indexedDB.databases()) {
				const database = await done(indexedDB.open(name));
				for (const store of database.objectStoreNames) {
					const values = database.transaction(store).objectStore(store);
					all.push(name, store, await done(values.getAll()), await done(values.getAllKeys()));
				}
				database.close();
			}
			return JSON.stringify(all);
		});
		return [...frames, kept].join('\n');
	}

	it('asks for what is missing, and hides what is secret', async function () {
		this.timeout(300_000);
		await vscode.runCommand('Event Stream: Connect…');
		await option('Keyed').click();
		await asked('Which room? (Press');
		await becomes(() => input().getAttribute('type'), 'text');
		await answer('a & b');
		await asked(`Its value for ${server.origin}.`);
		await becomes(() => input().getAttribute('type'), 'password');
		await answer('wrong');
		await vscode.inspector.getByText('401', { exact: false }).first().waitFor();
		assert.equal(server.requests[0]?.query.get('room'), 'a & b');
		assert.equal(server.requests[0]?.headers['x-key'], 'wrong');
	});

	it('lets a secret that the server refused be set again, and tries it', async function () {
		this.timeout(300_000);
		await vscode.inspectorFocused();
		await vscode.inspector.getByText('Check the secret “KEY”').first().waitFor();
		await vscode.inspector.getByRole('button', { name: 'Set Secret “KEY”…' }).click();
		await asked(`Its value for ${server.origin}.`);
		await answer(needle);
		await vscode.inspector.getByText('let in').first().waitFor();
		assert.equal(server.requests.length, 2);
		assert.equal(server.requests[1]?.query.get('room'), 'a & b');
	});

	it('keeps the value out of the page, the workbench and the storage of the browser', async function () {
		this.timeout(300_000);
		key = 'another one';
		await vscode.runCommand('Event Stream: Reconnect');
		await vscode.inspector.getByText('Wrong: •••').first().waitFor();
		await vscode.inspectorFocused();
		// What VS Code remembers is written a little later; then the text that we look for is there as well.
		await vscode.inspector.getByRole('searchbox', { name: 'Filter' }).fill('remembered');
		let all = '';
		do all = await everything();
		while (!all.includes('eventStreamInspector.panel') || !/filters.*remembered/s.test(all));
		assert.deepEqual(formsIn(all), []);
	});

	it('manages them by name and origin', async function () {
		this.timeout(300_000);
		await vscode.runCommand('Event Stream: Manage Secrets…');
		const line = option('KEY').filter({ hasText: server.origin });
		await line.waitFor();
		await line.filter({ hasText: 'Used by Keyed' }).waitFor();
		await line.hover();
		await line.getByRole('button', { name: 'Delete' }).click();
		const dialog = vscode.page.locator('.monaco-dialog-box');
		await dialog.getByText(`Delete the secret “KEY” for ${server.origin}?`).waitFor();
		await dialog.getByRole('button', { name: 'Delete' }).click();
		await option('No secret is kept. Set one…').waitFor();
		await vscode.page.keyboard.press('Enter');
		// Typed before the next box is there, it would be lost.
		await asked('Set Secret');
		await answer('OTHER.key');
		await option(server.origin).waitFor();
		await vscode.page.keyboard.press('Enter');
		await asked(`Its value for ${server.origin}.`);
		await answer('some value');
		await option('OTHER.key').filter({ hasText: 'Used by no endpoint' }).waitFor();
		await vscode.dismissQuickInput();
	});

	it('connects to nothing when the user gives none, and is silent about it', async function () {
		this.timeout(300_000);
		const { length } = server.requests;
		await vscode.runCommand('Event Stream: Reconnect');
		await asked(`Its value for ${server.origin}.`);
		await vscode.page.keyboard.press('Escape');
		await vscode.quickInput.waitFor({ state: 'hidden' });
		assert.equal(await vscode.page.locator('.notification-toast').count(), 0);
		assert.equal(server.requests.length, length);
	});
});
