import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SseServer } from '../../fixtures/sseServer';
import { becomes } from '../eventually';
import { installPackage } from './installPackage';
import { RealVSCode } from '../realVSCode';

describe('the first five minutes of a new user', () => {
	const folder = mkdtempSync(join(tmpdir(), 'first-minutes-'));
	let server: SseServer;
	let vscode: RealVSCode;

	before(async function () {
		this.timeout(300_000);
		server = await SseServer.start();
		const { root } = await installPackage(folder);
		vscode = await RealVSCode.startInstalled(root);
	});
	after(async () => {
		await vscode?.close();
		await server?.close();
		rmSync(folder, { recursive: true });
	});

	const button = (name: string) => vscode.page.getByRole('button', { name, exact: true });
	const grid = () => vscode.inspector.getByRole('grid', { name: 'Events' });
	const rowCount = (count: number) =>
		vscode.inspector.locator(`[role=grid][aria-rowcount="${count + 1}"]`).waitFor();

	it('from the walkthrough to a stream of their own, kept as a file and through a reload', async function () {
		this.timeout(300_000);
		await vscode.runCommand('Welcome: Open Walkthrough...');
		await vscode.type('Get to Know Event Streams');
		await vscode.quickInput.getByRole('option', { name: 'Get to Know Event Streams' }).waitFor();
		await vscode.page.keyboard.press('Enter');
		await button('Start Demo Stream').click();
		await grid().getByText('tick').first().waitFor();
		await vscode.page.locator('.getting-started-step', { hasText: 'Find what' }).click();
		await button('Show Trades Above 100').click();
		await grid().getByText('tick').first().waitFor({ state: 'detached' });
		await vscode.runCommand('View: Close All Editors');

		await vscode.connect(server.url('/types'));
		await rowCount(5);
		await vscode.inspectorFocused();
		await vscode.inspector.getByRole('searchbox', { name: 'Filter' }).fill('type:add,remove');
		await rowCount(2);

		await vscode.runCommand('Event Stream: Export Capture…');
		await vscode.quickInput.getByText('What the Filter Shows', { exact: true }).click();
		await vscode.quickInput.getByText('JSON Lines', { exact: true }).click();
		await vscode.suggestedFile('.jsonl');
		const file = join(vscode.workspace, 'mine.jsonl');
		await vscode.type(file);
		await vscode.page.keyboard.press('Enter');
		await vscode.page.getByText('2 entries are exported to mine.jsonl.').first().waitFor();
		await becomes(() => existsSync(file), true);
		const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
		const types = lines.map(line => (JSON.parse(line) as { type: string }).type);
		assert.deepEqual(types, ['add', 'remove']);

		await vscode.runCommand('Developer: Reload Window');
		await rowCount(2);
		await grid().getByText('remove').first().waitFor();
	});
});
