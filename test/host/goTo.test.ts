import assert from 'node:assert/strict';
import { commands } from 'vscode';
import type { InspectorApi, StreamSession } from '../../src/workbench/api';
import { commandIds } from '../../src/workbench/ids';
import { SseServer } from '../fixtures/sseServer';
import { entries, inspectors, inspectorApi, untilTabs } from './inspector';

describe('going to an entry', () => {
	let api: InspectorApi;
	let server: SseServer;
	let session: StreamSession;
	let first: number;

	before(async () => {
		api = await inspectorApi();
		server = await SseServer.start();
		server.route('/ids', exchange =>
			exchange.write(
				'id: 777\ndata: a\n\nid: b c\ndata: b\n\nid: 777\ndata: c\n\nid: 9999\ndata: d\n\n',
			),
		);
		session = await api.connect(`${server.origin}/ids`);
		first = (await entries(session, 'kind:event', 4))[0]!.seq;
	});
	after(async () => {
		await commands.executeCommand('workbench.action.closeAllEditors');
		await untilTabs(() => inspectors().length === 0);
		await server.close();
	});

	const goTo = (asked: unknown) =>
		commands.executeCommand<number | undefined>(commandIds.goTo, asked);

	it('takes its number, with or without #', async () => {
		assert.equal(await goTo(first), first);
		assert.equal(await goTo(`#${first + 1}`), first + 1);
		assert.equal(await goTo(` ${first + 1} `), first + 1);
	});

	it('takes an event ID: the latest entry that set it, and a number where there is no such entry', async () => {
		assert.equal(await goTo('b c'), first + 1);
		assert.equal(await goTo('9999'), first + 3);
		assert.equal(await goTo('777'), first + 2);
	});

	it('goes nowhere for what is not there', async () => {
		for (const asked of ['unknown', '#9999', '8888', '']) {
			assert.equal(await goTo(asked), undefined, asked);
		}
	});
});
