import assert from 'node:assert/strict';
import { RealVSCode } from './realVSCode';

describe('the walkthrough', () => {
	let vscode: RealVSCode;

	before(async function () {
		this.timeout(300_000);
		vscode = await RealVSCode.start();
	});
	after(() => vscode?.close());

	const step = (title: string) =>
		vscode.page.locator('.getting-started-step').filter({ hasText: title });
	const done = (title: string) => step(title).locator('.codicon.complete:visible').waitFor();
	const events = () => vscode.inspector.getByRole('grid', { name: 'Events' });

	const toolbarButton = (name: string) =>
		vscode.inspector
			.getByRole('toolbar', { name: 'Stream' })
			.getByRole('button', { name, exact: true });

	it('leads from the demo stream to one’s own, and knows what has been done', async function () {
		this.timeout(300_000);
		await vscode.runCommand('Welcome: Open Walkthrough...');
		await vscode.type('Get to Know Event Streams');
		await vscode.quickInput.getByRole('option', { name: 'Get to Know Event Streams' }).waitFor();
		await vscode.page.keyboard.press('Enter');
		await step('Watch a stream').waitFor();

		// Beside the walkthrough, which stays on screen.
		await vscode.page.getByRole('button', { name: 'Start Demo Stream' }).click();
		await events().getByText('tick').first().waitFor();
		await done('Watch a stream');

		await step('Find what you look for').click();
		await vscode.page.getByRole('button', { name: 'Show Trades Above 100' }).click();
		await events().getByText('tick').first().waitFor({ state: 'detached' });
		await vscode.inspector
			.getByText(/^\d+ of \d/)
			.first()
			.waitFor();
		await done('Find what you look for');

		await step('Break the connection').click();
		await vscode.page.getByRole('button', { name: 'Drop Connection' }).click();
		await done('Break the connection');
		await vscode.inspector.getByRole('searchbox', { name: 'Filter' }).fill('kind:waiting');
		await events().getByRole('row').filter({ hasText: 'econnect' }).first().waitFor();

		await step('Connect to your own stream').click();
		await vscode.page.getByRole('button', { name: 'Connect…' }).click();
		await vscode.quickInput.getByPlaceholder('Type the URL of a stream').waitFor();
		await vscode.page.keyboard.press('Escape');
		await vscode.quickInput.waitFor({ state: 'hidden' });
		await done('Connect to your own stream');
	});

	it('starts one demo stream, which is there as long as its panel', async function () {
		this.timeout(300_000);
		await vscode.runCommand('View: Close All Editors');
		await vscode.runCommand('Event Stream: Start Demo Stream');
		await events().getByText('tick').first().waitFor();
		await vscode.inspectorFocused();
		await vscode.runCommand('Event Stream: Disconnect');
		await toolbarButton('Reconnect').waitFor();
		await vscode.runCommand('Event Stream: Start Demo Stream');
		await toolbarButton('Disconnect').waitFor();
		assert.equal(await vscode.page.locator('.tab').filter({ hasText: 'Demo Stream' }).count(), 1);
	});
});
