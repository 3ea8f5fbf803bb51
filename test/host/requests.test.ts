import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, env, workspace } from 'vscode';
import type { InspectorApi, StreamSession } from '../../src/workbench/api';
import { SseServer } from '../fixtures/sseServer';
import { entries, inspectorApi, inState } from './inspector';

const id = 'eventStreamInspector';

describe('requests in and out', () => {
	let api: InspectorApi;
	let server: SseServer;

	before(async () => {
		api = await inspectorApi();
	});
	beforeEach(async () => {
		server = await SseServer.start();
	});
	afterEach(async () => {
		await Promise.all(api.sessions.map(session => session.close()));
		await commands.executeCommand('workbench.action.closeAllEditors');
		for (const name of ['TOKEN', 'TOKEN_2', 'KEY']) {
			await commands.executeCommand(`${id}.deleteSecret`, { name, origin: server.origin });
		}
		for (const target of [ConfigurationTarget.Global, ConfigurationTarget.Workspace]) {
			await workspace.getConfiguration().update(`${id}.endpoints`, undefined, target);
		}
		await server.close();
	});

	const fromCurl = (command: string) =>
		commands.executeCommand<StreamSession | undefined>(`${id}.connectFromCurl`, command);
	const saved = (target: 'globalValue' | 'workspaceValue'): string =>
		JSON.stringify(workspace.getConfiguration().inspect(`${id}.endpoints`)?.[target]);

	it('connect as a command line of curl says', async () => {
		const session = await fromCurl(
			`curl -N '${server.url('/echo?a=1')}' \\\n  -H 'X-Client: it'\\''s' -u 'me:pa:ss' --data-raw $'{"a":"\\u00fc"}'`,
		);
		assert.ok(session);
		const [event] = await entries(session, 'kind:event', 1);
		const echoed = JSON.parse(event!.data) as Record<string, unknown>;
		assert.equal(echoed.method, 'POST');
		assert.equal(echoed.url, '/echo?a=1');
		assert.equal(echoed.body, '{"a":"ü"}');
		const headers = echoed.headers as Record<string, string>;
		assert.equal(headers['x-client'], "it's");
		assert.equal(headers.authorization, `Basic ${btoa('me:pa:ss')}`);
		assert.equal(headers['content-type'], 'application/x-www-form-urlencoded');
		assert.equal(headers.accept, 'text/event-stream');
	});

	it('do not connect where the command line cannot be understood', async () => {
		assert.equal(await fromCurl(`curl '${server.url('/echo')}`), undefined);
		assert.equal(await fromCurl(`curl --frob ${server.url('/echo')}`), undefined);
		assert.deepEqual(api.sessions, []);
		assert.deepEqual(server.requests, []);
	});

	it('come out as curl, without secrets, and in again', async () => {
		const session = await fromCurl(
			`curl '${server.url('/ids?key=par4m')}' -H 'Authorization: Bearer t0ken' -d 'a=1&b=2'`,
		);
		assert.ok(session);
		await entries(session, 'id:ü-2', 1);
		await session.reconnect({ lastEventId: "it's ${env:HOME}" });
		await inState(session, 'open');
		const text = await commands.executeCommand<string>(`${id}.copyAsCurl`);
		assert.equal(await env.clipboard.readText(), text);
		assert.match(text, /^curl -N -L "http:\/\/127\.0\.0\.1:\d+\/ids\?key=\$KEY" \\\n/);
		assert.match(text, /-H "Authorization: Bearer \$TOKEN"/);
		assert.match(text, /--data-raw 'a=1&b=2'$/);
		assert.doesNotMatch(text, /t0ken|par4m/);
		const again = await fromCurl(
			text
				.replace('$KEY', 'par4m')
				.replace('$TOKEN', 't0ken')
				.replace(/ +-H 'Last-Event-ID.*\n/, ''),
		);
		assert.ok(again);
		await inState(again, 'open');
		const [first, , last] = server.requests;
		for (const part of ['method', 'url', 'body'] as const)
			assert.equal(last?.[part], first?.[part]);
		assert.equal(last?.headers.authorization, first?.headers.authorization);
	});

	it('come out as JavaScript, with the types that were seen', async () => {
		const session = await commands.executeCommand<StreamSession>(
			`${id}.connect`,
			server.url('/types'),
		);
		await entries(session, 'kind:event', 3);
		const text = await commands.executeCommand<string>(`${id}.copyAsEventSource`);
		assert.match(text, /new EventSource\('http:/);
		assert.match(text, /\['message', 'add', 'remove'\]/);
		const script = await commands.executeCommand<string>(`${id}.copyAsFetch`);
		assert.match(script, /await fetch\('http:/);
		assert.equal(await env.clipboard.readText(), script);
	});

	it('are saved without their secrets, which are sent all the same', async () => {
		const session = await fromCurl(`curl '${server.url('/echo?key=par4m')}' --oauth2-bearer t0ken`);
		assert.ok(session);
		await inState(session, 'open');
		await commands.executeCommand(`${id}.saveEndpoint`, { name: 'Kept', target: 'workspace' });
		const text = saved('workspaceValue');
		assert.deepEqual(JSON.parse(text), [
			{
				name: 'Kept',
				url: server.url('/echo?key=${secret:KEY}'),
				auth: { type: 'bearer', token: '${secret:TOKEN}' },
			},
		]);
		await session.reconnect();
		await inState(session, 'open');
		const last = server.requests.at(-1);
		assert.equal(last?.url, '/echo?key=par4m');
		assert.equal(last?.headers.authorization, 'Bearer t0ken');
		assert.doesNotMatch(JSON.stringify(session.endpoint), /t0ken|par4m/);
	});

	it('are saved beside others of the same server, whose secrets stay', async () => {
		const auth = (token: string) => ({ url: server.url('/echo'), auth: { type: 'bearer', token } });
		for (const [name, token] of [
			['One', 't1'],
			['Two', 't2'],
			['Three', 't1'],
		] as const) {
			const session = await commands.executeCommand<StreamSession>(`${id}.connect`, {
				...auth(token),
				headers: { 'X-Name': name },
			});
			await inState(session, 'open');
			await commands.executeCommand(`${id}.saveEndpoint`, { name, target: 'user' });
		}
		const endpoints = JSON.parse(saved('globalValue')) as {
			name: string;
			auth: { token: string };
		}[];
		assert.deepEqual(
			endpoints.map(({ name, auth: { token } }) => [name, token]),
			[
				['One', '${secret:TOKEN}'],
				['Two', '${secret:TOKEN_2}'],
				['Three', '${secret:TOKEN}'],
			],
		);
	});
});
