import * as assert from 'node:assert/strict';
import * as https from 'node:https';
import { makeCertificate, type CertificateOptions } from '../../fixtures/certificates';
import { SseServer } from '../../fixtures/sseServer';
import { TestSession } from './setUp';

const day = 86_400_000;

describe('a session over TLS', () => {
	let session: TestSession;
	let server: SseServer;

	const connect = async (options: CertificateOptions) => {
		const { key, cert } = await makeCertificate(options);
		server = await SseServer.start({ tls: { key, cert } });
		session = TestSession.of(server.url('/basic'));
		session.clock.advance(Date.now() - session.clock.now());
		session.start();
	};
	const failure = async () => {
		await session.log.until(log => log.entries('failed').length === 1);
		const [entry] = session.log.entries('failed');
		assert.ok(entry?.details?.failure);
		return { data: entry.data, ...entry.details.failure };
	};

	afterEach(async () => {
		session.dispose();
		assert.deepEqual(session.errors, []);
		await server.until(({ openSockets }) => openSockets === 0);
		await server.close();
	});

	it('goes through node:https as it is at that moment, and tells of the connection', async () => {
		const certificate = await makeCertificate({ authority: 'Test Authority' });
		server = await SseServer.start({ tls: certificate });
		// What VS Code does to let the system’s certificates count.
		const own = https.request;
		const patchable = require('node:https') as { request: unknown };
		patchable.request = (options: https.RequestOptions) => own({ ...options, ca: certificate.ca });
		try {
			session = TestSession.of(server.url('/basic'));
			session.start();
			await session.reaches('open');
		} finally {
			patchable.request = own;
		}
		const details = session.log.entries('open')[0]?.details;
		assert.match(details?.response?.tls?.protocol ?? '', /^TLSv1\.[23]$/);
		assert.equal(details?.response?.tls?.subject, 'CN=127.0.0.1');
		assert.equal(details?.response?.tls?.issuer, 'CN=Test Authority');
		assert.match(details?.response?.tls?.validTo ?? '', /^\d{4}-\d\d-\d\d \d\d:\d\d UTC$/);
		assert.equal(typeof details?.timings?.tlsMs, 'number');
	});

	it('fails for good on a certificate that signs itself', async () => {
		await connect({ names: ['127.0.0.1', 'corp.example'] });
		const { data, type, code, title, advice, isFinal } = await failure();
		assert.equal(type, 'tls');
		assert.equal(code, 'DEPTH_ZERO_SELF_SIGNED_CERT');
		assert.equal(isFinal, true);
		assert.equal(
			data,
			`certificate of 127.0.0.1 not trusted · DEPTH_ZERO_SELF_SIGNED_CERT · 127.0.0.1:${server.port} · 0 ms`,
		);
		assert.match(title, /127\.0\.0\.1 is signed by itself/);
		assert.match(advice, /Add “127\.0\.0\.1” to your system’s certificates/);
		assert.equal(server.requests.length, 0);
		assert.equal(session.state, 'failed');
	});

	it('names the authority that this computer does not trust', async () => {
		await connect({ authority: 'Corp Internal Root CA', sendsChain: true });
		const { code, title, advice, explanation } = await failure();
		assert.equal(code, 'SELF_SIGNED_CERT_IN_CHAIN');
		assert.equal(
			title,
			'The certificate of 127.0.0.1 comes from an authority this computer does not trust',
		);
		assert.equal(
			advice,
			'Add “Corp Internal Root CA” to your system’s certificates; VS Code reads them from there. Or trust it for this endpoint alone.',
		);
		assert.equal(
			explanation,
			'No request was sent: the chain ends in that authority, which signed itself.',
		);
	});

	it('names the authority that the server did not send along', async () => {
		await connect({ authority: 'Far Away CA' });
		const { code, advice, isFinal } = await failure();
		assert.equal(code, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE');
		assert.match(advice, /“Far Away CA”.*whole chain/);
		assert.equal(isFinal, true);
	});

	// For certificates that fail for other reasons than trust, the test’s authority must be trusted.
	const trusting = async (options: CertificateOptions) => {
		const own = https.request;
		const patchable = require('node:https') as { request: unknown };
		const certificate = await makeCertificate({ authority: 'Trusted', ...options });
		server = await SseServer.start({ tls: certificate });
		patchable.request = (given: https.RequestOptions) => own({ ...given, ca: certificate.ca });
		try {
			session = TestSession.of(server.url('/basic'));
			session.clock.advance(Date.now() - session.clock.now());
			session.start();
		} finally {
			patchable.request = own;
		}
		return failure();
	};

	it('says since when a certificate has expired', async () => {
		const now = Date.now();
		const { code, title, explanation, data } = await trusting({
			validFrom: new Date(now - 30 * day),
			validTo: new Date(Date.UTC(2026, 5, 1)),
		});
		assert.equal(code, 'CERT_HAS_EXPIRED');
		assert.equal(title, 'The certificate of 127.0.0.1 has expired');
		assert.equal(explanation, 'No request was sent: it was valid until 2026-06-01 00:00 UTC.');
		assert.match(data, /^certificate of 127\.0\.0\.1 expired · CERT_HAS_EXPIRED/);
	});

	it('says from when a certificate will be valid', async () => {
		const { code, explanation } = await trusting({
			validFrom: new Date(Date.now() + 10 * day),
			validTo: new Date(Date.now() + 20 * day),
		});
		assert.equal(code, 'CERT_NOT_YET_VALID');
		assert.match(explanation, /it is valid from \d{4}-/);
	});

	it('says what other names a certificate is for', async () => {
		const { code, title, advice } = await trusting({ names: ['live.example', 'www.live.example'] });
		assert.equal(code, 'ERR_TLS_CERT_ALTNAME_INVALID');
		assert.equal(title, 'The certificate that 127.0.0.1 shows is for another host');
		assert.equal(
			advice,
			'Use a name it is for: live.example, www.live.example. Or let this endpoint expect one of them.',
		);
	});

	it('tells https on a port of plain HTTP', async () => {
		server = await SseServer.start();
		session = TestSession.of(server.url('/basic').replace('http:', 'https:'));
		session.start();
		const { type, title, advice, isFinal } = await failure();
		assert.equal(type, 'tls');
		assert.equal(title, `127.0.0.1:${server.port} does not speak TLS`);
		assert.match(advice, /begin the URL with http:\/\//);
		assert.equal(isFinal, true);
	});

	it('takes http on a port of TLS for a failure for now', async () => {
		server = await SseServer.start({ tls: await makeCertificate() });
		session = TestSession.of(server.url('/basic').replace('https:', 'http:'));
		session.start();
		const { type, isFinal } = await failure();
		assert.ok(type === 'reset' || type === 'protocol', type);
		assert.equal(isFinal, false);
	});

	it('tells that no version of TLS is common', async () => {
		const certificate = await makeCertificate();
		server = await SseServer.start({
			tls: {
				...certificate,
				minVersion: 'TLSv1.1',
				maxVersion: 'TLSv1.1',
				ciphers: 'DEFAULT@SECLEVEL=0',
			},
		});
		session = TestSession.of(server.url('/basic'));
		session.start();
		const { type, title, isFinal } = await failure();
		assert.equal(type, 'tls');
		assert.match(title, /no version of TLS in common/);
		assert.equal(isFinal, true);
	});

	it('tells that a client certificate is asked for', async () => {
		const certificate = await makeCertificate({ authority: 'Trusted' });
		server = await SseServer.start({
			tls: { ...certificate, requestCert: true, rejectUnauthorized: true, ca: certificate.ca },
		});
		const own = https.request;
		const patchable = require('node:https') as { request: unknown };
		patchable.request = (given: https.RequestOptions) => own({ ...given, ca: certificate.ca });
		try {
			session = TestSession.of(server.url('/basic'));
			session.start();
		} finally {
			patchable.request = own;
		}
		const { title } = await failure();
		assert.match(title, /client certificate|closed the connection|reset the connection/);
	});
});
