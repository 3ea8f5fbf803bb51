import assert from 'node:assert/strict';
import { commands, workspace } from 'vscode';
import type { InspectorApi } from '../../src/workbench/api';
import type { LiveStream } from '../../src/workbench/liveStream';
import { SseServer } from '../fixtures/sseServer';
import { entries, inspectorApi, inState } from './inspector';

const id = 'eventStreamInspector';

describe('variables and secrets', () => {
	let api: InspectorApi;
	let server: SseServer;
	let other: SseServer;

	before(async () => {
		api = await inspectorApi();
	});
	beforeEach(async () => {
		[server, other] = await Promise.all([SseServer.start(), SseServer.start()]);
	});
	afterEach(async () => {
		await Promise.all(api.sessions.map(session => session.close()));
		await commands.executeCommand('workbench.action.closeAllEditors');
		for (const origin of [server.origin, other.origin]) {
			await commands.executeCommand(`${id}.deleteSecret`, { name: 'KEY', origin });
		}
		await Promise.all([server.close(), other.close()]);
	});

	const setSecret = (value: string, origin = server.origin) =>
		commands.executeCommand(`${id}.setSecret`, { name: 'KEY', origin, value });
	const connect = (endpoint: object) =>
		api.connect({ name: 'x', url: server.url('/echo'), ...endpoint }, { reveal: false });

	/** Closes whatever VS Code asks until `work` is over. */
	async function escaping<T>(work: Promise<T>): Promise<T> {
		let isOver = false;
		const over = work.finally(() => (isOver = true));
		over.catch(() => {});
		while (!isOver) await commands.executeCommand('workbench.action.closeQuickOpen');
		return over;
	}

	it('reach the wire from every field', async () => {
		const folder = workspace.workspaceFolders?.[0];
		assert.ok(folder);
		Object.assign(process.env, {
			INSPECTOR_BASE: server.origin,
			INSPECTOR_TEXT: 'a&b "c"',
			INSPECTOR_METHOD: 'put',
			INSPECTOR_ID: 'ü-7',
		});
		await setSecret('k/ä"y');
		const session = await connect({
			url: '${env:INSPECTOR_BASE}/echo?t=${env:INSPECTOR_TEXT}&k=${secret:KEY}',
			query: { q: ['${env:INSPECTOR_TEXT}', '${secret:KEY}'] },
			method: '${env:INSPECTOR_METHOD}',
			headers: {
				'X-Text': 'text ${env:INSPECTOR_TEXT}',
				'X-Key': '${secret:KEY}',
				'X-Folder': `\${workspaceFolder:${folder.name}}`,
				'X-Other': '${other}',
			},
			auth: { type: 'basic', username: '${env:INSPECTOR_ID}', password: '${secret:KEY}' },
			body: { deep: ['${workspaceFolder}', { key: '${secret:KEY}' }] },
			lastEventId: '${env:INSPECTOR_ID}',
		});
		await inState(session, 'open');
		const [request] = server.requests;
		const utf8 = (value: unknown) => Buffer.from(String(value), 'latin1').toString('utf8');
		assert.equal(request?.method, 'PUT');
		assert.equal(request.query.get('t'), 'a&b "c"');
		assert.equal(request.query.get('k'), 'k/ä"y');
		assert.deepEqual(request.query.getAll('q'), ['a&b "c"', 'k/ä"y']);
		assert.equal(request.headers['x-text'], 'text a&b "c"');
		assert.equal(utf8(request.headers['x-key']), 'k/ä"y');
		assert.equal(request.headers['x-folder'], folder.uri.fsPath);
		assert.equal(request.headers['x-other'], '${other}');
		const pair = Buffer.from('ü-7:k/ä"y').toString('base64');
		assert.equal(request.headers.authorization, `Basic ${pair}`);
		const body = { deep: [folder.uri.fsPath, { key: 'k/ä"y' }] };
		assert.deepEqual(JSON.parse(request.body), body);
		assert.equal(utf8(request.headers['last-event-id']), 'ü-7');
		// What others see of the endpoint is what the user wrote.
		assert.equal(session.endpoint.headers?.['X-Key'], '${secret:KEY}');
		assert.match(session.endpoint.url, /^\$\{env:INSPECTOR_BASE\}/);
		assert.equal(await connect(session.endpoint), session);
	});

	it('are asked for when missing, and not connecting is an answer', async () => {
		for (const [endpoint, problem] of [
			[{ headers: { a: '${secret:KEY}' } }, `The secret “KEY” for ${server.origin} was not given.`],
			[{ headers: { a: '${input:Room}' } }, '“Room” was not given.'],
		] as const) {
			await assert.rejects(escaping(connect(endpoint)), { message: problem, name: 'HumanError' });
		}
		assert.equal(server.requests.length, 0);
		assert.deepEqual(api.sessions, []);
	});

	it('say what is wrong with them', async () => {
		await setSecret('s3cret\r\nX-Admin: 1');
		for (const [endpoint, problem] of [
			[{ headers: { a: '${env:INSPECTOR_NONE}' } }, /INSPECTOR_NONE is not set/],
			[{ headers: { 'X-Key': '${secret:KEY}' } }, /has a line end.*“X-Key”/],
			[{ url: 'http://${secret:KEY}/' }, /before the path/],
			[{ url: '${env:INSPECTOR_NONE}' }, /INSPECTOR_NONE is not set/],
			[{ lastEventId: '${secret:KEY}' }, /is shown and kept/],
		] as const) {
			await assert.rejects(
				connect(endpoint),
				error =>
					error instanceof Error && problem.test(error.message) && !/s3c/.test(error.message),
			);
		}
		assert.equal(server.requests.length, 0);
	});

	it('are bound to the origin that they were saved for', async () => {
		await setSecret('only-for-server');
		const headers = { 'X-Key': '${secret:KEY}' };
		await inState(await connect({ headers }), 'open');
		assert.equal(server.requests[0]?.headers['x-key'], 'only-for-server');
		await assert.rejects(
			escaping(connect({ url: other.url('/echo'), headers })),
			/“KEY” for http:\/\/127\.0\.0\.1:\d+ was not given/,
		);
		assert.equal(other.requests.length, 0);
		await setSecret('for-other', other.origin);
		await inState(await connect({ url: other.url('/echo'), headers }), 'open');
		assert.equal(other.requests[0]?.headers['x-key'], 'for-other');
	});

	it('are not sent on to another origin, which is shown', async () => {
		await setSecret('only-for-server');
		const url = server.url(`/redirect?to=${encodeURIComponent(other.url('/echo'))}`);
		const session = await connect({ url, headers: { 'X-Room': 'room ${secret:KEY}' } });
		const [open] = await entries(session, 'kind:open', 1);
		assert.deepEqual(open?.details?.hops?.[0]?.droppedHeaders, ['X-Room']);
		assert.equal(server.requests[0]?.headers['x-room'], 'room only-for-server');
		assert.equal(other.requests[0]?.headers['x-room'], undefined);
	});

	it('are taken anew when one is replaced, and when the user reconnects', async () => {
		let end = () => {};
		server.route('/keyed', async exchange => {
			exchange.open();
			await exchange.write('retry: 10\n\n');
			end = () => exchange.end();
			await exchange.untilGone();
		});
		await setSecret('first');
		process.env.INSPECTOR_TEXT = 'one';
		const headers = { 'X-Key': '${secret:KEY}', 'X-Text': '${env:INSPECTOR_TEXT}' };
		const session = await connect({ url: server.url('/keyed'), headers });
		await entries(session, 'kind:retry', 1);
		process.env.INSPECTOR_TEXT = 'two';
		await setSecret('second');
		const { session: inner } = session as LiveStream;
		while (inner.endpoint.headers?.['X-Key'] !== 'second') {
			await new Promise(resolve => setImmediate(resolve));
		}
		end();
		await server.until(({ requests }) => requests.length === 2);
		assert.equal(server.requests[1]?.headers['x-key'], 'second');
		await inState(session, 'open');

		await commands.executeCommand(`${id}.deleteSecret`, { name: 'KEY', origin: server.origin });
		process.env.INSPECTOR_TEXT = 'three';
		await assert.rejects(escaping(session.reconnect()), /“KEY” for .* was not given/);
		assert.equal(session.state, 'open');
		await setSecret('third');
		await session.reconnect();
		await server.until(({ requests }) => requests.length === 3);
		assert.equal(server.requests[2]?.headers['x-key'], 'third');
		assert.equal(server.requests[2]?.headers['x-text'], 'three');
	});

	it('are named when the server refuses them', async () => {
		await setSecret('wrong');
		const url = server.url('/status?code=401');
		const session = await connect({ url, auth: { type: 'bearer', token: '${secret:KEY}' } });
		const [failed] = await entries(session, 'kind:failed', 1);
		assert.match(failed?.details?.failure?.advice ?? '', /Check the secret “KEY”/);
		assert.deepEqual(failed?.details?.failure?.secretNames, ['KEY']);
	});
});
