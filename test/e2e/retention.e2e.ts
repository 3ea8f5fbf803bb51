import { SseServer } from '../fixtures/sseServer';
import { captureLine } from './captureLine';
import { becomes } from './eventually';
import { RealVSCode } from './realVSCode';

describe('how many captures are kept', () => {
	let server: SseServer;
	let vscode: RealVSCode;

	before(async function () {
		this.timeout(300_000);
		server = await SseServer.start();
		vscode = await RealVSCode.start();
		await vscode.runCommand('Event Streams: Focus on Captures View');
	});
	after(async () => {
		await vscode?.close();
		await server?.close();
	});

	/** Captures a stream of three events, and ends it: in the order of their ends captures are old or new. */
	const capture = async (name: string) => {
		await vscode.connect(server.url(`/types?${name}`));
		await rowCount(5);
		await vscode.inspectorFocused();
		await vscode.runCommand('Event Stream: Disconnect');
		await rowCount(6);
	};
	const rowCount = (count: number) =>
		vscode.inspector.locator(`[role=grid][aria-rowcount="${count + 1}"]`).waitFor();
	const listed = async () => {
		const lines = await captureLine(vscode).allInnerTexts();
		return lines.map(text => /\?(oldest|middle|newest|latest)/.exec(text)?.[1]);
	};

	it('is held to when a window is opened again, save for what a panel shows', async function () {
		this.timeout(300_000);
		for (const name of ['oldest', 'middle', 'newest']) await capture(name);
		await captureLine(vscode, 'oldest').click();
		await rowCount(6);
		await vscode.runCommand('View: Close Other Editors in Group');
		await becomes(listed, ['newest', 'middle', 'oldest']);
		vscode.writeSettings({ 'eventStreamInspector.capture.retention.maxCaptures': 2 });
		await vscode.runCommand('Developer: Reload Window');
		await rowCount(6);
		await becomes(listed, ['newest', 'oldest']);
		await vscode.inspector.getByRole('searchbox', { name: 'Filter' }).fill('type:add');
		await rowCount(1);
	});

	it('is held to when a panel is closed', async function () {
		this.timeout(300_000);
		await vscode.runCommand('View: Close All Editors');
		await capture('latest');
		await vscode.runCommand('View: Close All Editors');
		await becomes(listed, ['latest', 'newest']);
	});
});
