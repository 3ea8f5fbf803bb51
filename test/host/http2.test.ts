import assert from 'node:assert/strict';
import { ConfigurationTarget, workspace } from 'vscode';
import type { InspectorApi } from '../../src/workbench/api';
import { makeCertificate, type Certificate } from '../fixtures/certificates';
import { ConnectProxy } from '../fixtures/connectProxy';
import { SseServer } from '../fixtures/sseServer';
import { entries, inspectorApi, inState } from './inspector';

/** The proxy alone knows where it is; VS Code goes straight to 127.0.0.1. */
const host = 'stream.example.test';

describe('HTTP/2 from where VS Code has patched the requests', () => {
	let api: InspectorApi;
	let certificate: Certificate;
	let server: SseServer;

	const connect = (path: string, more: object = {}, at = '127.0.0.1') => {
		const url = `https://${at}:${server.port}${path}`;
		return api.connect({ name: url, url, tls: { verify: false }, ...more }, { reveal: false });
	};
	const firstOf = async (...asked: Parameters<typeof connect>) => {
		const session = await connect(...asked);
		const [entry] = await entries(session, 'kind:open OR kind:failed', 1);
		assert.ok(entry);
		return { session, ...entry };
	};

	before(async () => {
		api = await inspectorApi();
		certificate = await makeCertificate({ authority: 'Office CA', names: [host, '127.0.0.1'] });
	});
	beforeEach(async () => {
		server = await SseServer.start({ tls: certificate, http2: 'beside HTTP/1.1' });
	});
	afterEach(async () => {
		await Promise.all(api.sessions.map(session => session.close()));
		await server.until(({ openSockets }) => openSockets === 0);
		await server.close();
	});

	for (const [httpVersion, expected] of [
		['auto', '2'],
		['1.1', '1.1'],
		['2', '2'],
	] as const) {
		it(`is used or not as the endpoint says: ${httpVersion}`, async () => {
			const { session, data, details } = await firstOf('/basic', { httpVersion });
			assert.match(data, new RegExp(`^200 · HTTP/${expected} · `));
			assert.equal(details?.response?.httpVersion, expected);
			assert.equal(details?.response?.remoteAddress, `127.0.0.1:${server.port}`);
			const { tcpMs = NaN, tlsMs = NaN, sentMs = NaN, headersMs = NaN } = details?.timings ?? {};
			assert.ok(tcpMs <= tlsMs && tlsMs <= sentMs && sentMs <= headersMs);
			await entries(session, 'type:message', 3);
			assert.equal(server.requests.length, 1);
		});
	}

	it('verifies as before, with the endpoint’s authority', async () => {
		const bare = await firstOf('/basic', { tls: {} });
		assert.equal(bare.kind, 'failed');
		assert.equal(bare.details?.failure?.type, 'tls');
		const trusting = await firstOf('/basic', { tls: { ca: certificate.ca } });
		assert.match(trusting.data, /HTTP\/2/);
		assert.equal(trusting.details?.response?.tls?.unverified, undefined);
	});

	it('carries a burst, a body and a reconnection', async () => {
		const burst = await connect('/burst?n=20000&size=100');
		await entries(burst, 'kind:event', 20_000);
		const posted = await connect('/echo', { method: 'POST', body: { stream: true } });
		const [echo] = await entries(posted, 'type:message', 1);
		assert.equal(JSON.parse(JSON.parse(echo?.data ?? '').body).stream, true);
		const resuming = await connect('/ends');
		await inState(resuming, 'waiting');
		await resuming.reconnect();
		await entries(resuming, 'kind:open', 2);
		assert.equal(server.requests.at(-1)?.headers['last-event-id'], '7');
	});

	it('says it clearly if the server does not offer it', async () => {
		await server.close();
		server = await SseServer.start({ tls: certificate });
		const { data, details } = await firstOf('/basic', { httpVersion: '2' });
		assert.match(data, /^the server does not offer HTTP\/2/);
		assert.equal(details?.failure?.isFinal, true);
	});

	describe('through a proxy', () => {
		let proxy: ConnectProxy;

		const set = (value: string | undefined) =>
			workspace.getConfiguration('http').update('proxy', value, ConfigurationTarget.Global);

		beforeEach(async () => {
			proxy = await ConnectProxy.start();
			await set(proxy.url);
		});
		afterEach(async () => {
			await Promise.all(api.sessions.map(session => session.close()));
			await set(undefined);
			await proxy.close();
		});

		it('gives way to HTTP/1.1 for auto, by a second tunnel', async () => {
			const { session, data, details } = await firstOf('/basic', {}, host);
			assert.match(data, /HTTP\/1\.1 .*through proxy/);
			assert.equal(details?.response?.proxy, `127.0.0.1:${proxy.port}`);
			assert.equal(proxy.tunnels.length, 2);
			assert.deepEqual(Object.keys(details?.timings ?? {}), [
				'tunnelMs',
				'tlsMs',
				'sentMs',
				'headersMs',
			]);
			await entries(session, 'type:message', 3);
			await server.until(({ openSockets }) => openSockets === 1);
		});

		it('needs one tunnel for 1.1', async () => {
			const { data } = await firstOf('/basic', { httpVersion: '1.1' }, host);
			assert.match(data, /HTTP\/1\.1/);
			assert.equal(proxy.tunnels.length, 1);
		});

		it('goes through the tunnel if the endpoint says so', async () => {
			const { session, data, details } = await firstOf('/basic', { httpVersion: '2' }, host);
			assert.match(data, /HTTP\/2 .*through proxy/);
			assert.equal(typeof details?.timings?.tunnelMs, 'number');
			assert.equal(proxy.tunnels.length, 1);
			await entries(session, 'type:message', 3);
		});

		it('cannot go without TLS', async () => {
			const url = `http://${host}:${server.port}/basic`;
			const { data } = await firstOf('/basic', { url, tls: undefined, httpVersion: '2' });
			assert.match(data, /^HTTP\/2 without TLS cannot go through a proxy/);
			assert.equal(server.requests.length, 0);
		});
	});
});
