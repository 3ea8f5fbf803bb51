import assert from 'node:assert/strict';
import { ConfigurationTarget, workspace } from 'vscode';
import type { InspectorApi, StreamSession } from '../../src/workbench/api';
import { makeCertificate, type Certificate } from '../fixtures/certificates';
import { ConnectProxy, type ProxyWays } from '../fixtures/connectProxy';
import { SseServer } from '../fixtures/sseServer';
import { entries, inspectorApi, inState } from './inspector';

/** The proxy alone knows where it is; VS Code goes straight to 127.0.0.1. */
const host = 'stream.example.test';

describe('a stream through the proxy that VS Code is set to', () => {
	let api: InspectorApi;
	let certificate: Certificate;
	let plain: SseServer;
	let secure: SseServer;
	let proxy: ConnectProxy;

	const set = (key: string, value: unknown) =>
		workspace.getConfiguration('http').update(key, value, ConfigurationTarget.Global);
	const startProxy = async (ways: ProxyWays = {}, credentials = '') => {
		proxy = await ConnectProxy.start(ways);
		await set('proxy', proxy.url.replace('//', `//${credentials}`));
	};
	const plainUrl = () => `http://${host}:${plain.port}/basic`;
	const secureUrl = () => `https://${host}:${secure.port}/basic`;
	const connect = (url: string, more: object = {}): Promise<StreamSession> =>
		api.connect({ name: url, url, ...more }, { reveal: false });
	const trusting = () => ({ tls: { ca: certificate.ca } });
	const opened = async (session: StreamSession) => {
		const [entry] = await entries(session, 'kind:open OR kind:failed', 1);
		assert.equal(entry?.kind, 'open', entry?.data);
		return entry;
	};
	const failed = async (session: StreamSession) => {
		const { data, details } = (await entries(session, 'kind:failed', 1))[0]!;
		assert.ok(details?.failure);
		return { data, details, ...details.failure };
	};

	before(async () => {
		api = await inspectorApi();
		certificate = await makeCertificate({ authority: 'Office CA', names: [host, '10.20.30.40'] });
		plain = await SseServer.start();
		secure = await SseServer.start({ tls: certificate });
	});
	afterEach(async () => {
		await Promise.all(api.sessions.map(session => session.close()));
		await set('proxy', undefined);
		await set('noProxy', undefined);
		await proxy.close();
		plain.requests.length = 0;
		secure.requests.length = 0;
	});
	after(async () => {
		await plain.close();
		await secure.close();
	});

	it('goes without TLS by its absolute URL', async () => {
		await startProxy();
		const session = await connect(plainUrl());
		const { data, details } = await opened(session);
		assert.deepEqual(proxy.requests, [plainUrl()]);
		assert.deepEqual(proxy.tunnels, []);
		assert.match(data, new RegExp(`through proxy 127\\.0\\.0\\.1:${proxy.port}`));
		assert.equal(details?.response?.proxy, `127.0.0.1:${proxy.port}`);
		assert.equal(details?.request?.url, plainUrl());
		await entries(session, 'type:message', 1);
	});

	it('goes with TLS through a tunnel, with the endpoint’s authority', async () => {
		await startProxy();
		const session = await connect(secureUrl(), trusting());
		const { details } = await opened(session);
		assert.ok(proxy.tunnels.every(asked => asked === `${host}:${secure.port}`));
		assert.ok(proxy.tunnels.length > 0);
		assert.equal(details?.response?.proxy, `127.0.0.1:${proxy.port}`);
		assert.equal(details?.response?.tls?.issuer, 'CN=Office CA');
		assert.equal(details?.response?.tls?.unverified, undefined);
	});

	it('verifies the certificate of an address as well', async () => {
		await startProxy();
		const address = `https://10.20.30.40:${secure.port}/basic`;
		await opened(await connect(address, trusting()));
		const other = await connect(`https://10.20.30.41:${secure.port}/basic`, trusting());
		const { code } = await failed(other);
		assert.equal(code, 'ERR_TLS_CERT_ALTNAME_INVALID');
	});

	it('verifies the server through the tunnel, and says who it is', async () => {
		await startProxy();
		const { data, title, tlsRemedy } = await failed(await connect(secureUrl()));
		assert.match(data, new RegExp(`${host}:${secure.port} through proxy 127\\.0\\.0\\.1:`));
		assert.match(title, new RegExp(`certificate of ${host} comes from an authority`));
		assert.equal(tlsRemedy, 'trust');
		assert.equal(secure.requests.length, 0);
	});

	it('does not verify it if the endpoint says so', async () => {
		await startProxy();
		const { data, details } = await opened(await connect(secureUrl(), { tls: { verify: false } }));
		assert.match(data, /certificate not verified/);
		assert.match(
			details?.response?.tls?.unverified ?? '',
			/authority this computer does not trust/,
		);
	});

	it('expects another name if the endpoint says so', async () => {
		await startProxy();
		const url = `https://other.example.test:${secure.port}/basic`;
		const { code } = await failed(await connect(url, trusting()));
		assert.equal(code, 'ERR_TLS_CERT_ALTNAME_INVALID');
		const session = await connect(url, { tls: { ca: certificate.ca, serverName: host } });
		await opened(session);
	});

	it('shows a client certificate through the tunnel', async () => {
		await startProxy();
		const client = await makeCertificate({ authority: 'Clients', isClient: true });
		const server = await SseServer.start({
			tls: { ...certificate, ca: client.ca, requestCert: true, rejectUnauthorized: true },
		});
		const url = `https://${host}:${server.port}/basic`;
		const { cert, key } = client;
		await opened(await connect(url, { tls: { ca: certificate.ca, cert, key } }));
		const without = await failed(await connect(url, trusting()));
		assert.match(without.title, /client certificate|closed the connection|reset the connection/);
		await Promise.all(api.sessions.map(session => session.close()));
		await server.close();
	});

	it('goes past it to a host that needs none', async () => {
		await startProxy();
		await set('noProxy', ['example.test']);
		const { type } = await failed(await connect(plainUrl()));
		assert.equal(type, 'unknown-host');
		assert.deepEqual(proxy.requests, []);
	});

	describe('that refuses', () => {
		it('a tunnel: the entry names the proxy, what it said and what to do', async () => {
			await startProxy({ refuses: 403 });
			const session = await connect(secureUrl(), trusting());
			const { data, type, title, advice, answer, isFinal } = await failed(session);
			const name = `127.0.0.1:${proxy.port}`;
			assert.match(data, new RegExp(`^403 Forbidden by the proxy ${name}`));
			assert.equal(type, 'proxy');
			assert.equal(title, `The proxy ${name} refuses connections to ${host}:${secure.port}`);
			assert.match(advice, /http\.noProxy/);
			assert.equal(answer?.text, 'The proxy says 403.');
			assert.equal(isFinal, true);
			await inState(session, 'failed');
		});

		it('a tunnel, because it finds no way: it is tried again', async () => {
			await startProxy({ refuses: 502 });
			const session = await connect(secureUrl(), trusting());
			const { type, title, isFinal } = await failed(session);
			assert.equal(type, 'proxy');
			const name = `127.0.0.1:${proxy.port}`;
			assert.equal(title, `The proxy ${name} found no way to ${host}:${secure.port}`);
			assert.equal(isFinal, false);
			await inState(session, 'waiting');
		});

		it('a plain request: the entry says that it may have been the proxy', async () => {
			await startProxy({ refuses: 403 });
			const { type, explanation } = await failed(await connect(plainUrl()));
			assert.equal(type, 'status');
			assert.match(explanation, new RegExp(`through the proxy 127\\.0\\.0\\.1:${proxy.port}`));
		});
	});

	describe('that wants a password', () => {
		const password = 'p@ss:w/rd 9';
		const credentials = `someone:${encodeURIComponent(password)}@`;
		const isHidden = async (session: StreamSession) => {
			const told = JSON.stringify((await session.query('')).entries);
			assert.ok(!told.includes(password) && !told.includes(encodeURIComponent(password)), told);
			assert.ok(!told.includes(btoa(`someone:${password}`)), told);
		};

		for (const [kind, url] of [
			['a plain request', plainUrl],
			['a tunnel', secureUrl],
		] as const) {
			it(`${kind}: the entry says so, and where it belongs`, async () => {
				await startProxy({ credentials: `someone:${password}` });
				const session = await connect(url(), url === secureUrl ? trusting() : {});
				const { data, type, title, advice } = await failed(session);
				assert.match(data, /^407 Proxy Authentication Required by the proxy 127/);
				assert.equal(type, 'proxy');
				assert.match(title, /^The proxy 127\.0\.0\.1:\d+ wants a user name and password$/);
				assert.match(advice, /http:\/\/user:password@host:port/);
			});

			it(`${kind}: has it from the setting, and it stands in no entry`, async () => {
				await startProxy({ credentials: `someone:${password}` }, credentials);
				const session = await connect(url(), url === secureUrl ? trusting() : {});
				const { details } = await opened(session);
				assert.equal(details?.response?.proxy, `127.0.0.1:${proxy.port}`);
				assert.equal(proxy.authorizations.at(-1), `Basic ${btoa(`someone:${password}`)}`);
				await isHidden(session);
			});

			it(`${kind}: has another from the setting, which stands in no entry either`, async () => {
				await startProxy({ credentials: 'someone:else' }, credentials);
				const session = await connect(url(), url === secureUrl ? trusting() : {});
				assert.equal((await failed(session)).type, 'proxy');
				await isHidden(session);
			});
		}

		it('and is not there', async () => {
			await startProxy({}, credentials);
			await proxy.close();
			const session = await connect(secureUrl(), trusting());
			assert.equal((await failed(session)).code, 'ECONNREFUSED');
			await isHidden(session);
			proxy = await ConnectProxy.start();
		});
	});

	for (const [kind, url] of [
		['a plain request', plainUrl],
		['a tunnel', secureUrl],
	] as const) {
		it(`that is not there, for ${kind}`, async () => {
			await startProxy();
			const name = `127.0.0.1:${proxy.port}`;
			await proxy.close();
			const session = await connect(url(), url === secureUrl ? trusting() : {});
			const { data, type, code, title } = await failed(session);
			assert.match(data, new RegExp(`^connection refused by proxy ${name} · ECONNREFUSED`));
			assert.equal(type, 'proxy');
			assert.equal(code, 'ECONNREFUSED');
			assert.equal(title, `The proxy ${name} refused the connection`);
			await inState(session, 'waiting');
			proxy = await ConnectProxy.start();
		});

		it(`that hangs up on ${kind}`, async () => {
			await startProxy({ hangsUp: true });
			const session = await connect(url(), url === secureUrl ? trusting() : {});
			const { data, title } = await failed(session);
			assert.match(data, new RegExp(`proxy 127\\.0\\.0\\.1:${proxy.port}`));
			assert.match(title, /proxy 127\.0\.0\.1:\d+/);
			await inState(session, 'waiting');
		});
	}

	it('that nobody knows', async () => {
		proxy = await ConnectProxy.start();
		await set('proxy', 'http://no-such-proxy.invalid:3128');
		const { type, title } = await failed(await connect(plainUrl()));
		assert.equal(type, 'proxy');
		assert.match(title, /^The proxy no-such-proxy\.invalid:3128 (is not known|cannot be reached)$/);
	});

	it('that never answers, within the time that the endpoint allows', async () => {
		await startProxy({ isSilent: true });
		const session = await connect(secureUrl(), { ...trusting(), timeoutMs: 300 });
		const { data, type } = await failed(session);
		assert.match(data, /^no answer within 300 ms/);
		assert.equal(type, 'timeout');
	});
});
