import assert from 'node:assert/strict';
import { becomes } from '../e2e/eventually';
import { commands, window } from 'vscode';
import type { InspectorApi } from '../../src/workbench/api';
import { commandIds } from '../../src/workbench/ids';
import { SseServer } from '../fixtures/sseServer';
import { entries, inspectors, inspectorApi, inState, untilTabs } from './inspector';

describe('panels', () => {
	let api: InspectorApi;
	let server: SseServer;

	before(async () => {
		api = await inspectorApi();
	});
	beforeEach(async () => {
		server = await SseServer.start();
	});
	afterEach(async () => {
		await commands.executeCommand('workbench.action.closeAllEditors');
		await untilTabs(() => inspectors().length === 0);
		await server.close();
	});

	it('one for each stream, named after it; the same one for the same endpoint', async () => {
		await commands.executeCommand(commandIds.connect, server.url('/basic'));
		await commands.executeCommand(commandIds.connect, { name: 'Types', url: server.url('/types') });
		await untilTabs(() => inspectors().length === 2);
		await becomes(() => inspectors().map(tab => tab.label), [server.url('/basic'), 'Types']);
		await commands.executeCommand(commandIds.connect, server.url('/basic'));
		await untilTabs(() => inspectors()[0]!.isActive);
		assert.equal(inspectors().length, 2);
		assert.equal(api.sessions.length, 2);
		await server.until(({ requests }) => requests.length >= 2);
		assert.equal(server.requests.length, 2);
	});

	it('close their connection when they are closed', async () => {
		const session = await api.connect(server.url('/ticks'));
		await inState(session, 'open');
		await untilTabs(() => inspectors().length === 1);
		await window.tabGroups.close(inspectors());
		await server.until(({ openSockets }) => openSockets === 0);
		await inState(session, 'closed');
		await becomes(() => api.sessions, []);
	});

	it('keep their entries when they are disconnected, and go on from there', async () => {
		const session = await api.connect(server.url('/ticks?rate=100'));
		await entries(session, 'kind:event', 2);
		await commands.executeCommand(commandIds.disconnect);
		assert.equal(session.state, 'closed');
		assert.ok(api.sessions.includes(session));
		const { lastEventId } = session;
		await commands.executeCommand(commandIds.connect, server.url('/ticks?rate=100'));
		await server.until(({ requests }) => requests.length === 2);
		assert.equal(server.requests[1]?.headers['last-event-id'], lastEventId);
		assert.equal(api.sessions.length, 1);
	});

	it('can be cleared; numbering goes on', async () => {
		const session = await api.connect(server.url('/basic'));
		await entries(session, 'kind:event', 3);
		await commands.executeCommand(commandIds.clear);
		await becomes(async () => (await session.query('')).total, 0);
		await becomes(() => session.counts, { received: 5, kept: 0, dropped: 0, bytes: 35 });
		await commands.executeCommand(commandIds.reconnect);
		const [first] = await entries(session, 'kind:event', 1);
		assert.ok(first!.seq > 5);
	});
});
