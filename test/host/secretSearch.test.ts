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
import { addNeedleRoutes, carriesNeedle, needleCarriers } from '../fixtures/needleRoutes';
import { SseServer } from '../fixtures/sseServer';
import { entries, inspectorApi, inState } from './inspector';

const prefix = 'eventStreamInspector';
const settingKey = `${prefix}.endpoints`;

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
		for (const each of [server, other, secure]) addNeedleRoutes(each, other.origin);
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

	for (const [carrier, { ...fields }] of Object.entries(needleCarriers)) {
		const { urlEnd = '', ...others } = fields as { urlEnd?: string };
		const at = (path: string, origin = server.origin) => ({
			name: `${path} with ${carrier}`,
			url: `${origin}${path}${path.includes('?') ? '&' : '?'}via=${Object.keys(needleCarriers).indexOf(carrier)}${urlEnd}`,
			...others,
		});

		it(`is sent in ${carrier}, and said back by a server that opens the stream`, async () => {
			const opened = await connectAndShow(at('/ok'));
			await entries(opened, 'kind:event', 1);
			const request = server.requests.at(-1)!;
			assert.ok(carriesNeedle(request), JSON.stringify(request));
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
			const endpoint = { name: 'wrong', url: secure.url('/ok'), tls: wrong };
			await connect(endpoint).catch((error: unknown) => errors.push(error));
		}
		assert.ok(errors.length > 0);
		// The same in the log.
		const wrong = { ca: '${secret:NEEDLE}' };
		await connectAndShow({ name: 'wrong', url: secure.url('/ok'), tls: wrong });
	});

	it('is in no error that was thrown', () => {
		for (const error of errors) {
			assert.deepEqual(formsIn([...causeChain(error), (error as Error).stack].join('\n')), []);
		}
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
			for (const ending of ['jsonl', 'sse', 'har', 'csv', 'sqlite'] as const) {
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
