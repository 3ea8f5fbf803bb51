import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, workspace } from 'vscode';
import { settingKeys } from '../../src/workbench/ids';
import { SseServer } from '../fixtures/sseServer';
import { inspectorApi, inState } from './inspector';

describe('the limits of a capture', () => {
	let server: SseServer;

	before(async () => {
		server = await SseServer.start();
		server.route('/many', async exchange => {
			await exchange.write('data: x\n\n'.repeat(5000));
			exchange.end();
		});
		await set(settingKeys.captureMaxEntries, 1000);
	});
	after(async () => {
		for (const key of [settingKeys.captureMaxEntries, settingKeys.captureWhenFull]) {
			await set(key, undefined);
		}
		await commands.executeCommand('workbench.action.closeAllEditors');
		await server.close();
	});

	const set = (key: string, value: unknown) =>
		workspace.getConfiguration().update(key, value, ConfigurationTarget.Global);

	/** All that the stream sends, and how it ends. */
	const capture = async () => {
		const api = await inspectorApi();
		const url = server.url('/many');
		const session = await api.connect({ name: 'Many', url, reconnect: 'never' }, { reveal: false });
		await inState(session, 'closed');
		const { entries, total } = await session.query('', { limit: 1000 });
		return { counts: session.counts, entries, total };
	};

	it('let the oldest entries go', async () => {
		const { counts, entries, total } = await capture();
		// connecting, open and closed are entries as well.
		assert.equal(counts.received, 5003);
		assert.equal(counts.kept + counts.dropped, 5003);
		assert.ok(counts.kept > 900 && counts.kept <= 1000);
		assert.equal(total, counts.kept);
		assert.deepEqual([entries[0]?.kind, entries.at(-1)?.kind], ['event', 'closed']);
	});

	it('or stop there', async () => {
		await set(settingKeys.captureWhenFull, 'stop');
		const { counts, entries, total } = await capture();
		assert.deepEqual([counts.kept, counts.dropped, total], [1000, 4003, 1000]);
		assert.deepEqual([entries[0]?.kind, entries.at(-1)?.kind], ['connecting', 'event']);
	});
});
