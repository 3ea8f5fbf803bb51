import assert from 'node:assert/strict';
import { becomes, eventually } from './eventually';
import { SseServer } from '../fixtures/sseServer';
import { RealVSCode } from './realVSCode';

/** Events of one type, numbered. */
function burst(type: string, count: number, from = 0): string {
	let text = '';
	for (let n = from; n < from + count; n++) {
		text += `event: ${type}\nid: ${n}\ndata: {"n":${n},"even":${n % 2 === 0}}\n\n`;
	}
	return text;
}

describe('a person looks at a long stream as a whole', () => {
	let server: SseServer;
	let vscode: RealVSCode;
	let sendMore: () => void;

	before(async function () {
		this.timeout(300_000);
		server = await SseServer.start();
		server.route('/long', async exchange => {
			const asked = new Promise<void>(resolve => {
				sendMore = resolve;
			});
			for (let n = 0; n < 50; n++) await exchange.write(burst('tick', 1000, n * 1000));
			await asked;
			await exchange.write(`${burst('trade', 500)}: over\n\n`);
			await exchange.untilGone();
		});
		vscode = await RealVSCode.start();
	});
	after(async () => {
		await vscode?.close();
		await server?.close();
	});

	const chip = (name: string | RegExp) =>
		vscode.inspector.getByRole('group', { name: 'Types' }).getByRole('button', { name });
	const filter = () => vscode.inspector.getByRole('searchbox', { name: 'Filter' });
	const strip = () => vscode.inspector.getByRole('slider', { name: 'Events over Time' });
	const rowCount = async (count: number) => {
		await vscode.inspector.locator(`[role=grid][aria-rowcount="${count + 1}"]`).waitFor();
	};
	/** What the strip says of where the keys are. */
	const pointsAt = async (key: string) => {
		await strip().press(key);
		return (await strip().getAttribute('aria-valuetext')) ?? '';
	};

	it('sees how much of what has come, and more as it comes', async function () {
		this.timeout(300_000);
		await vscode.connect(server.url('/long'));
		await chip('tick, 50\u202f000').waitFor();
		await chip('connection, 2').waitFor();
		sendMore();
		await chip('trade, 500').waitFor();
		await chip('comment, 1').waitFor();
		await rowCount(50_503);
	});

	it('filters by a type, and by all but it', async () => {
		await chip(/^trade/).click();
		await rowCount(500);
		await becomes(() => filter().inputValue(), 'type:trade');
		await becomes(() => chip(/^trade/).getAttribute('aria-pressed'), 'true');
		await chip(/^trade/).click({ modifiers: ['Alt'] });
		await rowCount(50_003);
		await chip(/^All but trade/).click();
		await rowCount(50_503);
		await becomes(() => filter().inputValue(), '');
	});

	it('reads when what came, and goes there', async () => {
		await eventually(async () =>
			assert.match(await pointsAt('Home'), /^\d\d:\d\d:\d\d.* events\/s/),
		);
		let said = '';
		while (!said.includes('tick')) said = await pointsAt('ArrowRight');
		await strip().press('Home');
		await strip().press('Enter');
		await vscode.inspector.locator('#entry-1').waitFor();
	});

	it('filters by a range of time, which holds all that it shows', async () => {
		await strip().press('Home');
		await strip().press('Shift+End');
		await strip().press('Enter');
		await eventually(async () =>
			assert.match(
				await filter().inputValue(),
				/^time:\d\d:\d\d:\d\d[.\d]*\.\.\d\d:\d\d:\d\d[.\d]*$/,
			),
		);
		await becomes(() => filter().getAttribute('aria-invalid'), 'false');
		await rowCount(50_503);
		await filter().fill('');
	});

	it('begins anew after clearing', async () => {
		const toolbar = vscode.inspector.getByRole('toolbar', { name: 'Stream' });
		await toolbar.getByRole('button', { name: 'Clear' }).click();
		await rowCount(0);
		await chip(/^tick/).waitFor({ state: 'detached' });
	});
});
