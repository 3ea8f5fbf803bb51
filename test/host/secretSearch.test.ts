import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { commands, ConfigurationTarget, workspace } from 'vscode';
import { causeChain } from '../../src/base/errors';
import type { Endpoint } from '../../src/domain/endpoint';
import type { InspectorApi, StreamSession } from '../../src/workbench/api';
import type { LiveStream } from '../../src/workbench/liveStream';
import { makeCertificate } from '../fixtures/certificates';
import { formsIn, needle, searchFolder } from '../fixtures/needle';
import { SseServer } from '../fixtures/sseServer';
import { entries, inspectorApi, inState } from './inspector';

const prefix = 'eventStreamInspector';
const settingKey = `${prefix}.endpoints`;

/** The needle in every place that a request has for it; the server says it back. */
const carriers = {
	'a query': { query: { room: 'in ${secret:NEEDLE}' } },
	'the URL': { urlEnd: '&room=${secret:NEEDLE}#${secret:NEEDLE}' },
	'a header': { headers: { 'X-Room': 'in ${secret:NEEDLE}' } },
	'basic auth': { auth: { type: 'basic', username: 'user', password: '${secret:NEEDLE}' } },
	'a JSON body': { method: 'POST', body: { keys: ['${secret:NEEDLE}'] } },
	'a text body': { method: 'POST', body: 'key=${secret:NEEDLE}' },
	'an environment variable': { headers: { 'X-Room': '${env:INSPECTOR_TOKEN}' } },
} as const;

describe('The value of a secret', () => {
	let api: InspectorApi;
	let server: SseServer;
	let other: SseServer;
	let secure: SseServer;
	let folder: string;
	let closedPort: number;
	const sessions: StreamSession[] = [];
	const errors: unknown[] = [];

	before(async () => {
		api = await inspectorApi();
		process.env.INSPECTOR_TOKEN = needle;
		folder = mkdtempSync(join(tmpdir(), 'secret-search-'));
		const { key, cert } = await makeCertificate();
		[server, other, secure] = await Promise.all([
			SseServer.start(),
			SseServer.start(),
			SseServer.start({ tls: { key, cert } }),
		]);
		const gone = await SseServer.start();
		closedPort = gone.port;
		await gone.close();
		writeFileSync(join(folder, 'cert.pem'), cert);
		const cipher = { cipher: 'aes-256-cbc', passphrase: needle } as const;
		const encrypted = createPrivateKey(key).export({ type: 'pkcs8', format: 'pem', ...cipher });
		writeFileSync(join(folder, 'key.pem'), encrypted);
		for (const each of [server, other, secure]) addRoutes(each, other);
		for (const { origin } of [
			server,
			other,
			secure,
			{ origin: `http://127.0.0.1:${closedPort}` },
		]) {
			const given = { name: 'NEEDLE', origin, value: needle };
			await commands.executeCommand(`${prefix}.setSecret`, given);
		}
	});
	after(async () => {
		await Promise.all(sessions.map(session => session.close()));
		await commands.executeCommand('workbench.action.closeAllEditors');
		await workspace.getConfiguration().update(settingKey, undefined, ConfigurationTarget.Global);
		delete process.env.INSPECTOR_TOKEN;
		rmSync(folder, { recursive: true });
		await Promise.all([server, other, secure].map(each => each.close()));
	});

	async function connect(endpoint: unknown): Promise<StreamSession> {
		const session = await api.connect(endpoint as Endpoint, { reveal: false });
		sessions.push(session);
		return session;
	}

	/** As the user does, so that all that is remembered is remembered. */
	async function connectAndShow(endpoint: unknown): Promise<StreamSession> {
		const session = await commands.executeCommand<StreamSession>(`${prefix}.connect`, endpoint);
		if (session !== undefined) sessions.push(session);
		return session;
	}

	for (const [carrier, { ...fields }] of Object.entries(carriers)) {
		const { urlEnd = '', ...others } = fields as { urlEnd?: string };
		const at = (path: string, origin = server.origin): Partial<Endpoint> => ({
			name: `${path} with ${carrier}`,
			url: `${origin}${path}${path.includes('?') ? '&' : '?'}via=${Object.keys(carriers).indexOf(carrier)}${urlEnd}`,
			...others,
		});

		it(`is sent in ${carrier}, and said back by a server that opens the stream`, async () => {
			const opened = await connectAndShow(at('/ok'));
			await entries(opened, 'kind:event', 1);
			const request = server.requests.at(-1)!;
			const { keys = [] } = request.body.startsWith('{')
				? (JSON.parse(request.body) as { keys?: string[] })
				: {};
			const seen = [
				request.query.get('room'),
				Buffer.from(request.rawHeaders.join('\n'), 'latin1').toString('utf8'),
				Buffer.from(String(request.headers.authorization).slice(6), 'base64').toString('utf8'),
				request.body,
				...keys,
			];
			assert.ok(
				seen.some(text => text?.includes(needle)),
				JSON.stringify(seen),
			);
		});

		for (const [ending, path] of [
			['refuses it with a page', '/refuse?as=text'],
			['refuses it as JSON', '/refuse?as=json'],
			['refuses it as HTML', '/refuse?as=html'],
			['breaks off its page in the middle of it', '/refuse?as=cut'],
			['redirects with it', '/forward?to=/ok'],
			['redirects with it to a page', '/forward?to=/refuse'],
			['redirects with it to another origin', '/forward?to=other'],
			['redirects with it to what cannot be followed', '/forward?to=ftp'],
		] as const) {
			it(`… ${ending}`, async () => {
				const session = await connect(at(path));
				await entries(session, 'kind:open OR kind:failed', 1);
			});
		}

		it('… is not there', async () => {
			const session = await connect(at('/', `http://127.0.0.1:${closedPort}`));
			await entries(session, 'kind:failed', 1);
		});

		it('… has a certificate that does not verify', async () => {
			const session = await connect(at('/ok', secure.origin));
			await inState(session, 'failed');
			assert.equal((session as LiveStream).session.failure?.type, 'tls');
		});
	}

	it('is sent nowhere but in the handshake as a passphrase, right or wrong', async () => {
		const tls = { verify: false, cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
		const session = await connect({
			name: 'tls',
			url: secure.url('/ok'),
			tls: { ...tls, passphrase: '${secret:NEEDLE}' },
		});
		await entries(session, 'kind:event', 1);
		for (const wrong of [{ ...tls, passphrase: 'x${secret:NEEDLE}' }, { ca: '${secret:NEEDLE}' }]) {
			await api
				.connect({ name: 'wrong', url: secure.url('/ok'), tls: wrong }, { reveal: false })
				.then(
					started => sessions.push(started),
					(error: unknown) => errors.push(error),
				);
		}
		assert.ok(errors.length > 0);
		// The same in the log.
		const wrong = { ca: '${secret:NEEDLE}' };
		await connectAndShow({ name: 'wrong', url: secure.url('/ok'), tls: wrong });
	});

	it('is in no error that was thrown', () => {
		for (const error of errors) assert.deepEqual(formsIn(causeChain(error).join('\n')), []);
		for (const error of errors) assert.deepEqual(formsIn(String((error as Error).stack)), []);
	});

	it('is in nothing that the API or a panel tells', async () => {
		for (const session of sessions) {
			const { entries: all } = await session.query('', { limit: 1000 });
			const { capture, session: inner } = session as LiveStream;
			const inFull = await Promise.all(all.map(({ seq }) => capture.entry(seq)));
			const rows = await capture.rows(all.map(({ seq }) => seq));
			const told = [
				all,
				inFull,
				rows,
				session.endpoint,
				session.counts,
				inner.failure,
				capture.about,
			];
			assert.deepEqual(formsIn(JSON.stringify(told)), [], session.endpoint.name);
			assert.ok(all.length > 1);
		}
	});

	it('is in no export', async () => {
		// Each export takes a thread; every fourth is each of the answers for one carrier or the other.
		for (const session of sessions.filter((_, index) => index % 4 === 0)) {
			for (const ending of ['jsonl', 'sse', 'sqlite'] as const) {
				const file = join(folder, `${session.id}.${ending}`);
				await (session as LiveStream).capture.exportTo(file, ending);
				assert.deepEqual(formsIn(readFileSync(file)), [], `${session.endpoint.name}: ${ending}`);
			}
		}
	});

	it('is in no file: captures and their logs, settings, logs of VS Code and of the extension', async () => {
		const saved = sessions.map(({ endpoint }, index) => ({ ...endpoint, name: `saved ${index}` }));
		await workspace.getConfiguration().update(settingKey, saved, ConfigurationTarget.Global);
		const { file } = (sessions[0] as LiveStream).capture;
		const captures = readdirSync(join(file, '..'));
		assert.ok(captures.some(name => name.endsWith('.sqlite-wal')));
		// data/User/globalStorage/<the extension>/captures/<a file>
		const data = resolve(file, '../../../../..');
		const names = readdirSync(data);
		assert.ok(names.includes('User') && names.includes('logs'), names.join());
		const log = readdirSync(data, { recursive: true, encoding: 'utf8' }).find(name =>
			name.endsWith('Event Stream Inspector.log'),
		);
		assert.ok(log !== undefined, 'the extension has written a log');
		const { found, files } = searchFolder(data);
		assert.deepEqual(found, []);
		assert.ok(files > sessions.length);
		for (const { uri } of workspace.workspaceFolders ?? []) {
			assert.deepEqual(searchFolder(uri.fsPath).found, []);
		}
		// The search itself can find it.
		writeFileSync(join(folder, 'planted'), `x${JSON.stringify({ key: needle })}`);
		assert.deepEqual(searchFolder(folder).found, [join(folder, 'planted')]);
	});
});

/** Says the needle back in every part of an answer, but for the stream itself. */
function addRoutes(server: SseServer, other: SseServer): void {
	const latin1 = Buffer.from(needle, 'utf8').toString('latin1');
	const headers = { 'X-Seen': latin1, 'X-Encoded': encodeURIComponent(needle) };
	server.route('/ok', ({ response }) => {
		const stream = { 'Content-Type': 'text/event-stream', ...headers };
		response.writeHead(200, `OK ${latin1}`, stream);
		response.write('data: connected\n\n');
	});
	server.route('/refuse', ({ request, response }) => {
		const { authorization = '' } = request.headers;
		const pages: Record<string, string> = {
			text: `Wrong: ${needle}, ${encodeURIComponent(needle)}, ${authorization}\n${request.url}`,
			json: JSON.stringify({ wrong: needle, request }),
			html: `<p>${needle.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')}`,
			cut: 'x'.repeat(65_536 - 10) + needle + 'x'.repeat(1000),
		};
		const type = { 'Content-Type': 'text/plain', 'WWW-Authenticate': `Key realm="${latin1}"` };
		response.writeHead(401, `Wrong ${'x'.repeat(40)} ${latin1}`, { ...type, ...headers });
		response.end(pages[request.query.get('as') ?? 'text']);
	});
	server.route('/forward', ({ request, response }) => {
		const to = request.query.get('to');
		const seen = `seen=${encodeURIComponent(needle)}&raw=${latin1.replace('#', '')}`;
		const targets: Record<string, string> = {
			other: `${other.origin}/ok?${seen}`,
			ftp: `ftp://host/${'x'.repeat(90)}?${seen}`,
		};
		response.writeHead(307, { Location: targets[to ?? ''] ?? `${to}?${seen}`, ...headers });
		response.end();
	});
}
