import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import { makeCertificate, type Certificate } from '../../fixtures/certificates';
import type { SseServer } from '../../fixtures/sseServer';
import { TlsSetUp } from './tlsSetUp';

describe('The TLS fields of an endpoint', () => {
	let on: TlsSetUp;
	before(() => {
		on = new TlsSetUp();
	});
	afterEach(() => on.end());
	after(() => on.deleteFolder());

	describe('show a client certificate', () => {
		let client: Certificate;
		let certificate: Certificate;
		let server: SseServer;
		const shown: string[] = [];

		beforeEach(async () => {
			shown.length = 0;
			client = await makeCertificate({ authority: 'Clients', names: ['me'], isClient: true });
			certificate = await makeCertificate({ authority: 'Corp' });
			const { key, cert } = certificate;
			server = await on.serve({ key, cert, ca: client.ca, requestCert: true });
			server.route('/who', async exchange => {
				shown.push(String((exchange.response.socket as TLSSocket).getPeerCertificate().subject.CN));
				await exchange.write('data: x\n\n');
			});
		});

		it('that the server asks for', async () => {
			const { cert, key } = client;
			await on.opened(server.url('/who'), { ca: certificate.ca, cert, key });
			assert.deepEqual(shown, ['me']);
		});

		it('whose key is encrypted, from files', async () => {
			const passphrase = 'correct horse';
			const key = createPrivateKey(client.key).export({
				type: 'pkcs8',
				format: 'pem',
				cipher: 'aes-256-cbc',
				passphrase,
			});
			on.file('me.pem', client.cert);
			on.file('me.key', key);
			const files = { cert: 'me.pem', key: 'me.key', passphrase };
			await on.opened(server.url('/who'), { ca: certificate.ca, ...files });
			assert.deepEqual(shown, ['me']);
		});

		// In TLS 1.3 the server says it when the client takes the handshake for done.
		for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
			it(`or say that it is missing, or not accepted: ${version}`, async () => {
				const { key, cert } = certificate;
				const strict = await on.serve({
					...{ key, cert, ca: client.ca, requestCert: true, rejectUnauthorized: true },
					...{ minVersion: version, maxVersion: version },
				});
				const missing = await on.failed(strict.url('/who'), { ca: certificate.ca });
				assert.match(
					missing.report.title,
					/client certificate|handshake|(closed|reset) the connection/,
				);
				const stranger = await makeCertificate({ authority: 'Strangers', isClient: true });
				const refused = await on.failed(strict.url('/who'), {
					ca: certificate.ca,
					cert: stranger.cert,
					key: stranger.key,
				});
				assert.match(refused.report.title, /client certificate|(closed|reset) the connection/);
				assert.equal(strict.requests.length, 0);
			});
		}
	});

	describe('after a redirect', () => {
		it('hold within the origin', async () => {
			const { certificate, server } = await on.make({ authority: 'Corp' });
			await on.opened(server.url('/redirect?to=/basic'), { ca: certificate.ca });
		});

		it('do not hold for another origin, and nobody offers them for it', async () => {
			const client = await makeCertificate({ authority: 'Clients', isClient: true });
			const { certificate, server } = await on.make({ authority: 'Corp' });
			const { key, cert } = certificate;
			// Trusted by the endpoint, but at another port.
			const other = await on.serve({ key, cert, ca: client.ca, requestCert: true });
			const url = server.url(`/redirect?to=${encodeURIComponent(other.url('/basic'))}`);
			const fields = { ca: certificate.ca, cert: client.cert, key: client.key };
			for (const tls of [fields, { ...fields, verify: false }]) {
				const { report } = await on.failed(url, tls);
				assert.equal(report.code, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE');
				assert.equal(report.tlsRemedy, undefined);
				assert.doesNotMatch(report.advice, /this endpoint alone/);
			}
			assert.equal(other.requests.length, 0);
		});
	});
});
