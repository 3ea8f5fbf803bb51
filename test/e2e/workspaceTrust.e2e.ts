import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SseServer } from '../fixtures/sseServer';
import { RealVSCode } from './realVSCode';

const key = 'eventStreamInspector.endpoints';

describe('a workspace of several folders, which is not trusted', () => {
	const folder = mkdtempSync(join(tmpdir(), 'event-stream-trust-'));
	let server: SseServer;
	let vscode: RealVSCode;

	before(async function () {
		this.timeout(300_000);
		server = await SseServer.start();
		// Of the same URL all would be the same stream.
		const urlOf = (name: string) => server.url(`/basic?of=${encodeURIComponent(name)}`);
		const named = (name: string) => [{ name, url: urlOf(name) }];
		const folders = ['one', 'two'].map(name => {
			const settings = join(folder, name, '.vscode');
			mkdirSync(settings, { recursive: true });
			writeFileSync(
				join(settings, 'settings.json'),
				JSON.stringify({ [key]: named(`Of folder ${name}`) }),
			);
			return { path: name };
		});
		const workspace = join(folder, 'several.code-workspace');
		const settings = { [key]: named('Of the workspace') };
		writeFileSync(workspace, JSON.stringify({ folders, settings }));
		vscode = await RealVSCode.start(
			{ [key]: named('Of the user') },
			{ workspace, isUntrusted: true },
		);
		await vscode.runCommand('Event Streams: Focus on Endpoints View');
	});
	after(async () => {
		await vscode?.close();
		await server?.close();
		rmSync(folder, { recursive: true });
	});

	const endpoint = (name: string) => vscode.page.getByRole('treeitem', { name: new RegExp(name) });

	it('has the endpoints of the user alone, and connects to those', async function () {
		this.timeout(120_000);
		await endpoint('^Of the user, not connected').first().click();
		await vscode.inspector.getByRole('grid', { name: 'Events' }).waitFor();
		await endpoint('^Of the user, open|^Of the user, waiting').first().waitFor();
		for (const name of ['^Of the workspace', '^Of folder']) {
			await endpoint(name).first().waitFor({ state: 'detached' });
		}
	});

	it('has those of the workspace and of each folder once it is trusted', async function () {
		this.timeout(120_000);
		await vscode.runCommand('Workspaces: Manage Workspace Trust');
		await vscode.page.getByRole('button', { name: 'Trust', exact: true }).click();
		for (const name of ['Of the workspace', 'Of folder one', 'Of folder two']) {
			await endpoint(`^${name}, not connected`).first().waitFor();
		}
		for (const group of ['User', 'Workspace', 'one', 'two']) {
			await vscode.page.getByRole('treeitem', { name: group, exact: true }).first().waitFor();
		}
	});
});
