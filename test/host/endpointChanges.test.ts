import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, workspace } from 'vscode';
import type { InspectorApi } from '../../src/workbench/api';
import { settingKeys } from '../../src/workbench/ids';
import { SseServer } from '../fixtures/sseServer';
import { inspectors, inspectorApi, inState, untilTabs } from './inspector';

describe('an endpoint that is edited in settings', () => {
	let api: InspectorApi;
	let server: SseServer;

	const save = (endpoints: readonly object[] | undefined) =>
		workspace
			.getConfiguration()
			.update(settingKeys.endpoints, endpoints, ConfigurationTarget.Workspace);

	before(async () => {
		api = await inspectorApi();
		server = await SseServer.start();
		server.route('/live', async exchange => {
			await exchange.write('retry: 1\n\ndata: x\n\n');
			await exchange.untilGone();
		});
	});
	after(async () => {
		await save(undefined);
		await commands.executeCommand('workbench.action.closeAllEditors');
		await untilTabs(() => inspectors().length === 0);
		await server.close();
	});

	it('is what the next attempt of its stream asks for', async () => {
		const endpoint = { name: 'Edited', url: server.url('/live') };
		await save([endpoint]);
		const session = await api.connect(endpoint);
		await inState(session, 'open');
		await save([{ ...endpoint, headers: { 'X-Client': 'two' } }]);
		// It is taken over in a moment; each attempt tells whether it was.
		while (server.requests.at(-1)?.headers['x-client'] !== 'two') {
			const count = server.requests.length;
			await session.drop();
			await server.until(({ requests }) => requests.length > count);
			await inState(session, 'open');
		}
		assert.deepEqual(session.endpoint.headers, { 'X-Client': 'two' });
		assert.equal(api.sessions.length, 1);
	});
});
