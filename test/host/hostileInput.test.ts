import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, Uri } from 'vscode';
import type { InspectorApi } from '../../src/workbench/api';
import { commandIds } from '../../src/workbench/ids';
import { SseServer } from '../fixtures/sseServer';
import { entries, inspectors, inspectorApi, untilTabs } from './inspector';

describe('hostile input', () => {
	let api: InspectorApi;
	let server: SseServer;
	let folder: string;

	before(async () => {
		api = await inspectorApi();
		server = await SseServer.start();
		folder = mkdtempSync(join(tmpdir(), 'hostile-'));
	});
	afterEach(async () => {
		await Promise.all(api.sessions.map(session => session.close()));
		await commands.executeCommand('workbench.action.closeAllEditors');
		await untilTabs(() => inspectors().length === 0);
	});
	after(async () => {
		await server.close();
		rmSync(folder, { recursive: true });
	});

	it('a URL with credentials: they are sent, and stand in nothing that is shown or kept', async () => {
		const url = server.url('/basic?token=hunter2').replace('//', '//us%40er:pass%3Aw%C3%B6rd%40x@');
		const session = await api.connect(url);
		await entries(session, 'kind:event', 3);
		await untilTabs(() => inspectors().length === 1);
		const sent = server.requests.at(-1)?.headers.authorization ?? '';
		const basic = Buffer.from('us@er:pass:wörd@x').toString('base64');
		assert.equal(sent, `Basic ${basic}`);

		const texts = [
			inspectors()[0]!.label,
			session.endpoint.name,
			session.endpoint.url,
			JSON.stringify((await session.query('')).entries),
		];
		for (const name of ['copy.jsonl', 'copy.sqlite', 'copy.sse']) {
			const path = join(folder, name);
			await commands.executeCommand(commandIds.exportCapture, Uri.file(path));
			texts.push(readFileSync(path, 'utf8'));
		}
		const secrets = ['us%40er', 'us@er', 'pass%3A', 'pass:w', 'wörd', 'w%C3%B6rd', basic];
		for (const text of texts) {
			for (const secret of secrets) assert.ok(!text.includes(secret), `${secret} in ${text}`);
		}
		// The URL of an endpoint is the caller's own; what is shown of it hides the token.
		texts.splice(2, 1);
		for (const text of texts) assert.ok(!text.includes('hunter2'), text);
	});

	it('arguments of the API that fight back are rejected, and it goes on', async () => {
		const url = server.url('/basic');
		const throwing = {
			get url(): string {
				throw new Error('not for you');
			},
		};
		const { proxy: revoked, revoke } = Proxy.revocable({ url }, {});
		revoke();
		const cyclic: { self?: unknown } = {};
		cyclic.self = cyclic;
		const hostile: [unknown, RegExp][] = [
			[throwing, /not for you/],
			[revoked, /revoked/],
			[{ url: { toString: () => url } }, /"url" must be a string/],
			[[url], /url/i],
			[{ url, method: 'POST', body: cyclic }, /sent as JSON/],
			[{ url, method: 'POST', body: { big: 1n } }, /sent as JSON/],
			[{ url, headers: { 'X-A': 'a\0b' } }, /must be a string on one line/],
			[{ url, headers: { 'X-A': { toString: () => 'x' } } }, /must be a string on one line/],
			[{ url, query: { a: { b: 1 } } }, /"query"/],
			[{ url, timeoutMs: -1 }, /"timeoutMs"/],
			[{ url, idleTimeoutMs: NaN }, /"idleTimeoutMs"/],
			[`${url}?${'x'.repeat(10_000_000)}`, /longer than any server takes/],
			[{ url, lastEventId: 'a\nb' }, /one line/],
			[null, /endpoint is a URL/],
			[Symbol('url'), /endpoint is a URL/],
			[() => url, /endpoint is a URL/],
		];
		for (const [endpoint, message] of hostile) {
			await assert.rejects(api.connect(endpoint as string, { reveal: false }), message);
		}
		assert.deepEqual(api.sessions, []);
		const session = await api.connect(url, { reveal: false });
		await entries(session, 'kind:event', 3);
	});

	it('a header named __proto__ is a header', async () => {
		const headers = JSON.parse('{"__proto__": "polluted", "constructor": "x"}') as object;
		const endpoint = { name: 'proto', url: server.url('/types'), headers };
		const session = await api.connect(endpoint as never, { reveal: false });
		await entries(session, 'kind:event', 3);
		const raw = server.requests.at(-1)?.rawHeaders ?? [];
		assert.equal(raw[raw.indexOf('__proto__') + 1], 'polluted');
		assert.equal(raw[raw.indexOf('constructor') + 1], 'x');
		assert.equal(({} as { polluted?: unknown }).polluted, undefined);
	});

	it('a page of a query that makes no sense is empty, all there is, or refused in words', async () => {
		const session = await api.connect(server.url('/basic'), { reveal: false });
		await entries(session, 'kind:event', 3);
		for (const filter of ['', 'kind:event']) {
			const { total } = await session.query(filter);
			for (const options of [{ offset: 1e9 }, { limit: 0 }]) {
				const page = await session.query(filter, options);
				assert.deepEqual(page, { total, entries: [] }, JSON.stringify(options));
			}
			const all = await session.query(filter, { limit: Infinity });
			assert.equal(all.entries.length, total);
			for (const bad of [NaN, -1, 1.5]) {
				const refused = { name: 'HumanError', message: /must be a whole number from 0 on\.$/ };
				await assert.rejects(session.query(filter, { offset: bad }), refused);
				await assert.rejects(session.query(filter, { limit: bad }), refused);
			}
		}
	});
});
