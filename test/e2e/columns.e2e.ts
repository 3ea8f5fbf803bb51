import { SseServer } from '../fixtures/sseServer';
import { RealVSCode } from './realVSCode';

/** Small deltas, with a total in the end. */
function answer(words: readonly string[]): string {
	const deltas = words.map(content => ({ choices: [{ delta: { content } }] }));
	const usage = { choices: [], usage: { total_tokens: 12345678901234567890n } };
	const last = JSON.stringify(usage, (_, value: unknown) =>
		typeof value === 'bigint' ? 'big' : value,
	).replace('"big"', '12345678901234567890');
	return [...deltas.map(delta => JSON.stringify(delta)), last, '[DONE]']
		.map(data => `data: ${data}\n\n`)
		.join('');
}

describe('a person sets the columns', () => {
	let server: SseServer;
	let vscode: RealVSCode;

	before(async function () {
		this.timeout(180_000);
		server = await SseServer.start();
		server.route('/chat', async exchange => {
			await exchange.write(answer(['Hello', ' world', '.']));
			await exchange.untilGone();
		});
		vscode = await RealVSCode.start();
	});
	after(async () => {
		await vscode?.close();
		await server?.close();
	});

	const header = (name: string) =>
		vscode.inspector.getByRole('columnheader', { name, exact: true });
	const cell = (text: string) =>
		vscode.inspector
			.getByRole('gridcell')
			.filter({ hasText: new RegExp(`^${text}$`) })
			.first();
	const option = (name: string) => vscode.quickInput.getByText(name, { exact: true }).first();

	it('shows one path of the data, and one in a column of its own', async function () {
		this.timeout(120_000);
		await vscode.connect(server.url('/chat'));
		await vscode.inspector.getByText('[DONE]').first().waitFor();
		await vscode.inspectorFocused();
		await vscode.runCommand('Event Stream: Show JSON Path in Data…');
		await option('data.choices[0].delta.content').click();
		await cell('" world"').waitFor();
		await vscode.inspectorFocused();
		await header('Data').click({ button: 'right' });
		await vscode.inspector.getByRole('menuitem', { name: 'Add Column from JSON Path…' }).click();
		await vscode.quickInput.getByText('Add Column from JSON Path').first().waitFor();
		await vscode.type('usage.total_tokens x');
		await vscode.quickInput.getByText(/is not a path/).waitFor();
		await vscode.type('usage.total_tokens');
		await vscode.page.keyboard.press('Enter');
		await header('data.usage.total_tokens').waitFor();
		await cell('12345678901234567890').waitFor();
	});

	it('hides one by a command and another by its menu', async function () {
		this.timeout(60_000);
		await vscode.inspectorFocused();
		await vscode.runCommand('Event Stream: Choose Columns…');
		await option('Retry').click();
		await vscode.page.keyboard.press('Enter');
		await header('Retry').waitFor({ state: 'detached' });
		await vscode.inspectorFocused();
		await header('ID').click({ button: 'right' });
		await vscode.inspector.getByRole('menuitem', { name: 'Hide Column' }).click();
		await header('ID').waitFor({ state: 'detached' });
		await header('Time').click({ button: 'right' });
		await vscode.inspector.getByRole('menuitemradio', { name: 'Time Since Start' }).click();
		await cell('0 ms').waitFor();
	});

	it('finds all of it after the window was reloaded', async function () {
		this.timeout(120_000);
		await vscode.inspectorFocused();
		await vscode.runCommand('Developer: Reload Window');
		await header('data.usage.total_tokens').waitFor({ timeout: 60_000 });
		await cell('" world"').waitFor();
		await cell('12345678901234567890').waitFor();
		await cell('0 ms').waitFor();
		await header('Data').waitFor();
		for (const name of ['Retry', 'ID']) await header(name).waitFor({ state: 'detached' });
	});
});
