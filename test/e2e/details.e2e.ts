import { SseServer } from '../fixtures/sseServer';
import { RealVSCode } from './realVSCode';

const words = ['Hel', 'lo ', 'wor', 'ld'];
const chunk = (content: string) =>
	`data: {"id":"c1","choices":[{"index":0,"delta":{"content":"${content}"}}]}\n\n`;
const opening = [
	'event: tick\ndata: {"n":12345678901234567890,"a b":[{"c":true}]}\n\n',
	'event: tick\ndata: {"n":12345678901234567893,"a b":[{"c":true}],"new":"x"}\n\n',
	...words.map(chunk),
].join('');

describe('a person looks into events', () => {
	let server: SseServer;
	let vscode: RealVSCode;

	before(async function () {
		this.timeout(300_000);
		server = await SseServer.start();
		server.route('/live', async exchange => {
			await exchange.write(opening);
			await exchange.untilGone();
		});
		vscode = await RealVSCode.start();
		await vscode.connect(server.url('/live'));
		await rowCount(8);
	});
	after(async () => {
		await vscode?.close();
		await server?.close();
	});

	const grid = () => vscode.inspector.getByRole('grid', { name: 'Events' });
	const row = (text: string) =>
		grid().locator('[role=row][aria-rowindex]').filter({ hasText: text });
	const details = () => vscode.inspector.getByRole('region', { name: 'Details' });
	const tab = (name: string) => details().getByRole('tab', { name });
	const node = (name: string | RegExp) => details().getByRole('treeitem', { name });
	const choose = async (name: string) => {
		await vscode.inspector.getByRole('menuitem', { name, exact: true }).click();
	};
	const rowCount = async (count: number) => {
		await vscode.inspector.locator(`[role=grid][aria-rowcount="${count + 1}"]`).waitFor();
	};

	it('copies paths and values as they were sent', async () => {
		await row('567890,').click();
		await node(/^n\b/).click({ button: 'right' });
		await choose('Copy Value');
		await vscode.clipboardHolds('12345678901234567890');
		await node('a b').click();
		await node(/^0\b/).click();
		await node(/^c\b/).click({ button: 'right' });
		await choose('Copy Path');
		await vscode.clipboardHolds('data."a b"[0].c');
	});

	it('sees what changed since the event of the same type before it', async () => {
		await row('7893').click();
		await tab('Changes').click();
		await details().getByText('+3', { exact: true }).waitFor();
		await details().getByRole('listitem').filter({ hasText: 'new' }).getByText('added').waitFor();
		await tab('Data').click();
	});

	it('filters by a value, to its last digit', async () => {
		await row('7893').click();
		await node(/^n\b/).click({ button: 'right' });
		await choose('Filter by This Value');
		await rowCount(1);
		const filter = vscode.inspector.getByRole('searchbox', { name: 'Filter' });
		await filter.fill('');
		await rowCount(8);
	});

	it('reads the answer of a language model as a text', async () => {
		await row('"lo "').click();
		await tab('Text').click();
		await details().locator('mark', { hasText: 'lo' }).waitFor();
		await details().getByText('2 of 4 · choices[0].delta.content').waitFor();
		await details().getByRole('button', { name: 'Copy Text' }).click();
		await vscode.clipboardHolds(words.join(''));
	});
});
