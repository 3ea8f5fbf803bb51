import assert from 'node:assert/strict';
import { SseServer } from '../fixtures/sseServer';
import { RealVSCode } from './realVSCode';

describe('in a VS Code that is set to Simplified Chinese', () => {
	let server: SseServer;
	let vscode: RealVSCode;

	before(async function () {
		this.timeout(300_000);
		server = await SseServer.start();
		vscode = await RealVSCode.start({}, { language: 'zh-cn' });
	});
	after(async () => {
		await vscode?.close();
		await server?.close();
	});

	const connect = async (url: string) => {
		await vscode.runCommand('事件流: 连接…');
		await vscode.type(url);
		await vscode.quickInput.getByText('连接到').first().waitFor();
		await vscode.page.keyboard.press('Enter');
	};

	it('commands, questions and the inspector are Chinese', async function () {
		this.timeout(300_000);
		await connect(server.url('/basic'));
		const { inspector } = vscode;
		await inspector.getByRole('grid', { name: '事件', exact: true }).waitFor();
		await inspector.getByRole('columnheader', { name: '大小' }).waitFor();
		await inspector.getByRole('searchbox', { name: '筛选器' }).waitFor();
		assert.equal(await inspector.locator('html').getAttribute('lang'), 'zh-cn');
		// What the thread says that writes the capture.
		await inspector.getByText('后收到标头').first().waitFor();
	});

	it('says in Chinese why a connection failed, and what to do about it', async function () {
		this.timeout(300_000);
		const gone = await SseServer.start();
		const url = gone.url('/basic');
		await gone.close();
		await connect(url);
		const { host } = new URL(url);
		await vscode.inspector.getByText(`${host} 拒绝了连接`).first().waitFor();
		await vscode.inspector.getByText('服务器是否正在运行？请检查主机和端口。').first().waitFor();
	});
});
