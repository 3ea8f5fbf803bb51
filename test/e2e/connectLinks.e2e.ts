import assert from 'node:assert/strict';
import { SseServer } from '../fixtures/sseServer';
import { RealVSCode } from './realVSCode';

describe('a link from outside', () => {
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

	/** Opens a link as the system does, and says yes when VS Code asks whether the extension may. */
	const open = async (url: string) => {
		await vscode.runCommand('Developer: Open URL');
		await vscode.type(`vscode://sse-tools.event-stream-inspector/connect?url=${url}`);
		await vscode.page.keyboard.press('Enter');
		await dialog('Allow').getByRole('button', { name: 'Open', exact: true }).click();
	};
	const dialog = (text: string) => vscode.page.getByRole('dialog').filter({ hasText: text });

	it('connects when the user has seen the whole URL and agreed', async function () {
		this.timeout(300_000);
		const url = server.url('/types?a=b&c=d');
		await open(encodeURIComponent(url));
		const question = dialog('Connect to the event stream');
		await question.getByText(url).waitFor();
		assert.equal(server.requests.length, 0);
		await question.getByRole('button', { name: 'Connect', exact: true }).click();
		await vscode.inspector.getByRole('grid', { name: 'Events' }).waitFor();
		await server.until(({ requests }) => requests.length > 0);
		assert.equal(server.requests[0]?.url, '/types?a=b&c=d');
	});

	it('does nothing when the user says no, and takes no variables', async function () {
		this.timeout(300_000);
		await vscode.runCommand('View: Close All Editors');
		await open(encodeURIComponent(server.url('/basic')));
		await dialog('Connect to the event stream').getByRole('button', { name: 'Cancel' }).click();
		await open(encodeURIComponent(`${server.url('/basic')}?t=\${env:HOME}`));
		await vscode.page.getByText('Links cannot use variables or secrets.').first().waitFor();
		assert.equal(server.requestsTo('/basic').length, 0);
	});
});
