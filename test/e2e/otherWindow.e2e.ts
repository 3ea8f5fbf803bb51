import { SseServer } from '../fixtures/sseServer';
import { RealVSCode } from './realVSCode';

describe('another window', () => {
	let server: SseServer;
	let writing: RealVSCode;
	let reading: RealVSCode;
	let sendMore: () => void;

	before(async function () {
		this.timeout(240_000);
		server = await SseServer.start();
		const more = new Promise<void>(resolve => (sendMore = resolve));
		server.route('/live', async exchange => {
			await exchange.write('data: number 1\n\n');
			await more;
			await exchange.write('data: number 2\n\n');
			await exchange.untilGone();
		});
		writing = await RealVSCode.start();
		reading = await writing.anotherWindow();
	});
	after(async () => {
		await writing?.close();
		await server?.close();
	});

	const row = (window: RealVSCode, text: string) =>
		window.inspector.getByRole('row').filter({ hasText: text });

	it('shows what is kept of a stream so far, and the rest when it has ended', async function () {
		this.timeout(180_000);
		await writing.connect(server.url('/live'));
		await row(writing, 'number 1').waitFor();

		await reading.runCommand('Event Streams: Focus on Captures View');
		await reading.page.getByRole('treeitem').filter({ hasText: '/live' }).first().click();
		await row(reading, 'number 1').waitFor();
		const notice = reading.inspector.getByText('Another window is still writing this capture');
		await notice.waitFor();

		sendMore();
		await row(writing, 'number 2').waitFor();
		await writing.runCommand('Event Stream: Disconnect');
		await row(reading, 'number 2').waitFor();
		await row(reading, 'Closed').waitFor();
		await notice.waitFor({ state: 'hidden' });
	});
});
