import * as assert from 'node:assert/strict';
import * as https from 'node:https';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import * as tls from 'node:tls';
import { makeCertificate, type Certificate } from '../../fixtures/certificates';
import type { Http2Manner } from '../../fixtures/http2Server';
import { SseServer } from '../../fixtures/sseServer';
import { TestSession } from './setUp';

type Manner = Http2Manner | 'HTTP/1.1';

describe('the version of HTTP', () => {
	let certificate: Certificate;
	let server: SseServer;
	let session: TestSession;

	const serve = async (manner: Manner, isTls = true) => {
		server = await SseServer.start({
			...(isTls && { tls: certificate }),
			...(manner !== 'HTTP/1.1' && { http2: manner }),
		});
	};
	const connectTo = (path: string, more: object) => {
		session = TestSession.trusting(certificate.ca, { url: server.url(path), ...more });
		return session;
	};
	const opened = async () => {
		session.start();
		await session.reaches('open');
		return session.log.entries('open')[0]?.details?.response?.httpVersion;
	};

	before(async () => {
		certificate = await makeCertificate({ authority: 'Test Authority' });
	});

	afterEach(async () => {
		session.dispose();
		assert.deepEqual(session.errors, []);
		await server.until(({ openSockets }) => openSockets === 0);
		await server.close();
	});

	for (const [httpVersion, manner, expected] of [
		[undefined, 'only', '2'],
		['auto', 'only', '2'],
		['auto', 'beside HTTP/1.1', '2'],
		['auto', 'HTTP/1.1', '1.1'],
		['1.1', 'beside HTTP/1.1', '1.1'],
		['1.1', 'HTTP/1.1', '1.1'],
		['2', 'only', '2'],
		['2', 'beside HTTP/1.1', '2'],
	] as const) {
		it(`is ${expected} for ${httpVersion ?? 'nothing'} and a server of ${manner}`, async () => {
			await serve(manner);
			connectTo('/basic', httpVersion === undefined ? {} : { httpVersion });
			assert.equal(await opened(), expected);
			assert.equal(server.requests.length, 1);
		});
	}

	for (const [httpVersion, manner, words] of [
		['2', 'HTTP/1.1', 'the server does not offer HTTP/2'],
		['1.1', 'only', 'the server does not offer HTTP/1.1'],
	] as const) {
		it(`fails for good if it is to be ${httpVersion} and the server speaks ${manner}`, async () => {
			await serve(manner);
			const { data, report } = await connectTo('/basic', { httpVersion }).toFail();
			assert.equal(data, `${words} · 0 ms`);
			assert.equal(report.type, 'protocol');
			assert.equal(report.isFinal, true);
			assert.match(report.advice, /"auto"/);
			assert.equal(server.requests.length, 0);
		});
	}

	it('fails for good if a server that knows no ALPN is to speak HTTP/2', async () => {
		const silent = tls.createServer({ ...certificate }, socket => socket.on('error', () => {}));
		await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve));
		await serve('HTTP/1.1');
		const { port } = silent.address() as { port: number };
		session = TestSession.trusting(certificate.ca, {
			url: `https://127.0.0.1:${port}/`,
			httpVersion: '2',
		});
		const { data } = await session.toFail();
		assert.equal(data, 'the server does not offer HTTP/2 · 0 ms');
		await new Promise(resolve => silent.close(resolve));
	});

	it('fails for good if the server speaks neither', async () => {
		const strange = tls.createServer({ ...certificate, ALPNProtocols: ['spdy/3'] });
		await new Promise<void>(resolve => strange.listen(0, '127.0.0.1', resolve));
		await serve('HTTP/1.1');
		const { port } = strange.address() as { port: number };
		session = TestSession.trusting(certificate.ca, `https://127.0.0.1:${port}/`);
		const { data, report } = await session.toFail();
		assert.equal(data, `127.0.0.1:${port} offers neither HTTP/2 nor HTTP/1.1 · 0 ms`);
		assert.equal(report.isFinal, true);
		await new Promise(resolve => strange.close(resolve));
	});

	describe('without TLS', () => {
		for (const httpVersion of ['auto', '1.1'] as const) {
			it(`is 1.1 for ${httpVersion}`, async () => {
				await serve('HTTP/1.1', false);
				connectTo('/basic', { httpVersion });
				assert.equal(await opened(), '1.1');
			});
		}

		it('is 2 if the endpoint says that the server knows', async () => {
			await serve('only', false);
			connectTo('/basic', { httpVersion: '2' });
			assert.equal(await opened(), '2');
			assert.equal(session.log.entries('open')[0]?.details?.response?.tls, undefined);
		});

		it('is none if the server does not know', async () => {
			await serve('HTTP/1.1', false);
			const { data, report } = await connectTo('/basic', { httpVersion: '2' }).toFail();
			assert.equal(data, `127.0.0.1:${server.port} does not answer in HTTP/2 · 0 ms`);
			assert.match(report.advice, /"auto"/);
		});
	});

	describe('through a proxy', () => {
		const own = https.request;
		const patchable = require('node:https') as { request: unknown };
		let tunnels = 0;

		/** As agents for proxies do: the socket is connected before the request gets it. */
		class TunnelAgent extends https.Agent {
			override createConnection(
				options: tls.ConnectionOptions,
				done?: (error: Error | null, stream: Duplex) => void,
			): undefined {
				tunnels++;
				const socket: Socket = connect(options.port ?? 0, '127.0.0.1');
				socket.once('connect', () => done?.(null, tls.connect({ ...options, socket })));
			}
		}

		beforeEach(() => {
			tunnels = 0;
			patchable.request = (options: https.RequestOptions) =>
				own({ ...options, agent: new TunnelAgent() });
		});

		afterEach(() => {
			patchable.request = own;
		});

		it('is 1.1 for auto, on a second connection', async () => {
			await serve('beside HTTP/1.1');
			connectTo('/basic', {});
			assert.equal(await opened(), '1.1');
			assert.equal(server.requests.length, 1);
			assert.equal(tunnels, 2);
			const { timings } = session.log.entries('open')[0]?.details ?? {};
			assert.deepEqual(Object.keys(timings ?? {}), ['tunnelMs', 'tlsMs', 'sentMs', 'headersMs']);
			await server.until(({ openSockets }) => openSockets === 1);
		});

		it('is 1.1 for auto, on the only connection, if the server knows nothing else', async () => {
			await serve('HTTP/1.1');
			connectTo('/basic', {});
			assert.equal(await opened(), '1.1');
			assert.equal(tunnels, 1);
		});

		it('is 2 if the endpoint says so', async () => {
			await serve('beside HTTP/1.1');
			connectTo('/basic', { httpVersion: '2' });
			assert.equal(await opened(), '2');
			assert.equal(tunnels, 1);
		});
	});
});
